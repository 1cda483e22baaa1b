package io.github.mavenhardening.core.checks.dependency;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Switches that weaken what a build verifies.
 *
 * @see <a href="https://maven.apache.org/resolver/configuration.html">Maven Resolver: configuration</a>
 */
final class Switches {

    private static final Set<String> OF_THE_LOCK = Set.of(
            "artifact-mismatch",
            "missing-lock",
            "unlocked-artifact",
            "unreadable-lock",
            "unverifiable-artifact",
            "verification-bypass");

    /** What a property does at some of its values. */
    private record Effect(Predicate<String> values, String text) {}

    private static final Map<String, Effect> PROPERTIES = Map.ofEntries(
            Map.entry("hardening.skip", new Effect(Switches::isOn, "switches this plugin off")),
            Map.entry(
                    "hardening.failOnViolation",
                    new Effect(Switches::isOff, "lets the build pass whatever this plugin finds")),
            Map.entry(
                    "hardening.failOn",
                    new Effect(v -> v.equalsIgnoreCase("never"), "lets the build pass whatever this plugin finds")),
            Map.entry(
                    "hardening.disable", new Effect(Switches::namesACheckOfTheLock, "switches checks of the lock off")),
            Map.entry(
                    "aether.artifactResolver.postProcessor.trustedChecksums",
                    new Effect(Switches::isOff, "switches Maven's own comparison with trusted checksums off")),
            Map.entry(
                    "aether.trustedChecksumsSource.summaryFile",
                    new Effect(Switches::isOff, "takes Maven's own trusted checksums away")),
            Map.entry(
                    "aether.connector.https.securityMode",
                    new Effect(v -> v.equalsIgnoreCase("insecure"), "accepts any certificate of a repository")),
            Map.entry(
                    "maven.wagon.http.ssl.insecure",
                    new Effect(Switches::isOn, "accepts any certificate of a repository")),
            Map.entry(
                    "maven.wagon.http.ssl.allowall",
                    new Effect(Switches::isOn, "accepts a certificate that is another host's")),
            Map.entry(
                    "maven.legacyLocalRepo",
                    new Effect(Switches::isOn, "lets Maven forget which repository a file came from")),
            Map.entry(
                    "maven.ext.class.path",
                    new Effect(v -> !v.isBlank(), "puts jars into Maven itself that no lock covers")),
            Map.entry("enforcer.skip", new Effect(Switches::isOn, "switches the rules of the Maven Enforcer off")),
            Map.entry("pgpverify.skip", new Effect(Switches::isOn, "switches the verification of signatures off")));

    private static final Map<String, String> FLAGS = Map.of(
            "-c", "makes a wrong checksum of a download a mere warning",
            "--lax-checksums", "makes a wrong checksum of a download a mere warning",
            "-llr", "lets Maven forget which repository a file came from",
            "--legacy-local-repository", "lets Maven forget which repository a file came from");

    private Switches() {}

    /** What an argument on Maven's command line weakens; empty for all that weakens nothing. */
    static Optional<String> ofArgument(String argument) {
        if (!argument.startsWith("-D")) {
            return Optional.ofNullable(FLAGS.get(argument));
        }
        String definition = argument.substring(2);
        int equals = definition.indexOf('=');
        return equals < 0
                ? ofProperty(definition, "true")
                : ofProperty(definition.substring(0, equals), definition.substring(equals + 1));
    }

    /** What a property weakens at that value; empty for all that weakens nothing. */
    static Optional<String> ofProperty(String name, String value) {
        return Optional.ofNullable(PROPERTIES.get(name))
                .filter(effect -> effect.values().test(value.strip()))
                .map(Effect::text);
    }

    private static boolean isOn(String value) {
        return !isOff(value);
    }

    private static boolean isOff(String value) {
        return value.equalsIgnoreCase("false");
    }

    private static boolean namesACheckOfTheLock(String ids) {
        for (String id : ids.split(",", -1)) {
            if (OF_THE_LOCK.contains(id.strip())) {
                return true;
            }
        }
        return false;
    }
}
