package io.github.mavenhardening.core.checks.dependency;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        String set = value.strip();
        return switch (name) {
            case "hardening.skip" -> where(isOn(set), "switches this plugin off");
            case "hardening.failOnViolation" -> where(isOff(set), "lets the build pass whatever this plugin finds");
            case "hardening.failOn" ->
                where(set.equalsIgnoreCase("never"), "lets the build pass whatever this plugin finds");
            case "hardening.disable" -> where(namesACheckOfTheLock(set), "switches checks of the lock off");
            case "aether.artifactResolver.postProcessor.trustedChecksums" ->
                where(isOff(set), "switches Maven's own comparison with trusted checksums off");
            case "aether.trustedChecksumsSource.summaryFile" ->
                where(isOff(set), "takes Maven's own trusted checksums away");
            case "aether.connector.https.securityMode" ->
                where(set.equalsIgnoreCase("insecure"), "accepts any certificate of a repository");
            case "maven.wagon.http.ssl.insecure" -> where(isOn(set), "accepts any certificate of a repository");
            case "maven.wagon.http.ssl.allowall" -> where(isOn(set), "accepts a certificate that is another host's");
            case "maven.legacyLocalRepo" -> where(isOn(set), "lets Maven forget which repository a file came from");
            case "maven.ext.class.path" -> where(!set.isEmpty(), "puts jars into Maven itself that no lock covers");
            case "enforcer.skip" -> where(isOn(set), "switches the rules of the Maven Enforcer off");
            case "pgpverify.skip" -> where(isOn(set), "switches the verification of signatures off");
            default -> Optional.empty();
        };
    }

    private static Optional<String> where(boolean weakens, String effect) {
        return weakens ? Optional.of(effect) : Optional.empty();
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
