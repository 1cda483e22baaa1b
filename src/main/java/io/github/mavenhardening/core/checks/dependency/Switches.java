package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.launch.TransferSwitches;
import java.util.Map;
import java.util.Optional;

/**
 * Switches of Maven, its resolver and well-known plugins that weaken what a build verifies.
 *
 * @see <a href="https://maven.apache.org/resolver/configuration.html">Maven Resolver: configuration</a>
 */
final class Switches {

    private static final Effect FEWER_MODULES =
            Effect.high("leaves modules out of the build, so that they are not checked");

    private static final Map<String, Effect> OPTIONS = Map.of(
            TransferSwitches.LAX,
            Effect.high(TransferSwitches.LAX_EFFECT),
            "llr",
            Effect.high("lets Maven forget which repository a file came from"),
            "fn",
            Effect.high("lets the build pass even when parts of it fail"),
            "f",
            Effect.high("builds another POM than the one in Maven's working directory"),
            "af",
            Effect.high("takes arguments from a file that is not looked at"),
            "pl",
            FEWER_MODULES,
            "rf",
            FEWER_MODULES,
            "r",
            FEWER_MODULES,
            "N",
            FEWER_MODULES);

    private Switches() {}

    /** What an option of Maven's command line weakens, by its short name; empty for all that weaken nothing by themselves. */
    static Optional<Effect> ofOption(String name) {
        return Optional.ofNullable(OPTIONS.get(name));
    }

    /** What a property weakens at that value; empty for all that weakens nothing. */
    static Optional<Effect> ofProperty(String name, String value) {
        String set = value.strip();
        return switch (name) {
            case "aether.artifactResolver.postProcessor.trustedChecksums.record" ->
                where(isOn(set), "lets Maven trust the checksum of any file that it sees for the first time");
            case "maven.legacyLocalRepo" -> where(isOn(set), "lets Maven forget which repository a file came from");
            case "maven.ext.class.path" -> where(!set.isEmpty(), "adds jars to Maven itself that no lock covers");
            case "maven.installation.extensions",
                    "maven.project.extensions",
                    "maven.user.extensions",
                    "maven.installation.conf",
                    "maven.project.conf",
                    "maven.user.conf" ->
                where(true, "makes Maven use core extensions and settings from another directory");
            case "maven.installation.settings", "maven.project.settings", "maven.user.settings" ->
                where(true, "makes Maven use settings from another directory");
            case "user.home", "maven.home" ->
                where(true, "makes Maven use another home directory, with its own settings and core extensions");
            case "maven.multiModuleProjectDirectory" -> where(true, "makes Maven use another .mvn directory");
            case "enforcer.skip" -> where(isOn(set), "switches the rules of the Maven Enforcer off");
            case "pgpverify.skip" -> where(isOn(set), "switches the verification of signatures off");
            default -> TransferSwitches.ofProperty(name, value);
        };
    }

    /** Whether a property leads to another home, which on a machine has its reasons and in a repository has none. */
    static boolean isHome(String name) {
        return name.equals("user.home") || name.equals("maven.home");
    }

    static Optional<Effect> where(boolean weakens, String effect) {
        return weakens ? Optional.of(Effect.high(effect)) : Optional.empty();
    }

    static boolean isOn(String value) {
        return !isOff(value);
    }

    /** Whether Maven takes a value of a switch that is on by itself for off: all but {@code true}, be it misspelt. */
    static boolean isTakenForOff(String value) {
        return TransferSwitches.isTakenForOff(value);
    }

    private static boolean isOff(String value) {
        return value.equalsIgnoreCase("false");
    }
}
