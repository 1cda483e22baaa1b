package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.launch.Effect;
import java.util.List;
import java.util.Optional;

/**
 * Arguments of a JVM that let something else than Maven decide what runs in it.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">The java command</a>
 */
final class JvmSwitches {

    private static final String CODE = "loads code into Maven's JVM that no lock covers";
    private static final String ARGUMENTS = "reads JVM arguments from a file that is not checked";

    /** An argument that begins so, and what it does. */
    private record Prefix(String text, String effect) {}

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("-javaagent:", CODE),
            new Prefix("-agentpath:", CODE),
            new Prefix("-agentlib:", CODE),
            new Prefix("-Xrun", CODE),
            new Prefix("-Xbootclasspath", CODE),
            new Prefix("--patch-module", CODE),
            new Prefix("--upgrade-module-path", CODE),
            new Prefix("--module-path", CODE),
            new Prefix("-cp", CODE),
            new Prefix("-classpath", CODE),
            new Prefix("--class-path", CODE),
            new Prefix("-jar", CODE),
            new Prefix("-XX:SharedArchiveFile=", CODE),
            new Prefix("-XX:AOTCache=", CODE),
            new Prefix("-XX:OnError=", "runs a command when Maven's JVM fails"),
            new Prefix("-XX:OnOutOfMemoryError=", "runs a command when Maven's JVM fails"),
            new Prefix("-XX:Flags=", ARGUMENTS),
            new Prefix("-XX:VMOptionsFile=", ARGUMENTS),
            new Prefix("@", ARGUMENTS));

    private static final List<String> PROPERTIES = List.of(
            "java.class.path",
            "java.endorsed.dirs",
            "java.ext.dirs",
            "java.system.class.loader",
            "java.library.path",
            "jdk.module.path",
            "classworlds.conf");

    private JvmSwitches() {}

    /** What an argument weakens; empty for all that weakens nothing. */
    static Optional<Effect> ofArgument(String argument) {
        for (Prefix prefix : PREFIXES) {
            if (argument.startsWith(prefix.text())) {
                return Optional.of(Effect.high(prefix.effect()));
            }
        }
        return Optional.empty();
    }

    /** What a system property does that the JVM itself reads when it starts. */
    static Optional<Effect> ofProperty(String name) {
        return PROPERTIES.contains(name) ? Optional.of(Effect.high(CODE)) : Optional.empty();
    }

    /** The same in an environment variable: machines bring agents and homes of their own, and nobody checked them in. */
    static Effect ofMachine(Effect effect) {
        return new Effect(effect.text(), Severity.MEDIUM);
    }
}
