package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the steps of a job so far have set up to publish with: a login to a registry of images with a secret, a password for
 * Maven's server. A script that is named for publishing, or a goal that only a run knows, then publishes with it.
 */
final class PublishingCredentials {

    private static final SoughtPattern SCRIPT = SoughtPattern.of(
            "(?i)(?:.*/)?[^/]{0,100}(?:push|publish|release|deploy)[^/]{0,100}",
            "push",
            "publish",
            "release",
            "deploy");

    /** Words that a script's name begins with where it makes ready for a release, or asks about one. */
    private static final Set<String> BEFORE = Set.of(
            "last",
            "latest",
            "previous",
            "prev",
            "current",
            "next",
            "get",
            "find",
            "list",
            "show",
            "is",
            "has",
            "check",
            "verify",
            "validate",
            "test",
            "lint",
            "pre",
            "prepare",
            "compute",
            "determine",
            "parse",
            "wait");
    /** Words for what is said of a release. */
    private static final Set<String> ABOUT =
            Set.of("notes", "note", "version", "versions", "date", "name", "branch", "body", "changelog", "info");

    private static final Pattern WORD = Pattern.compile("[A-Z]{1,60}(?![a-z])|[A-Z]?[a-z]{1,60}");

    private static final Pattern SCRIPT_FILE =
            Pattern.compile("(?i)(?:\\./|.*/).*|.*\\.(?:sh|bash|py|rb|js|mjs|pl|ps1)");
    /** A function of a script that was read before: {@code publishImage}, {@code push_all}. */
    private static final Pattern FUNCTION = Pattern.compile("(?:publish|push|release|deploy)[A-Z_-][\\w-]{0,100}");

    private static final Set<String> RUNNERS =
            Set.of("sh", "bash", "zsh", "python", "python3", "node", "ruby", "perl", "pwsh");

    private static final Set<String> REGISTRY_CLIENTS = Set.of("docker", "podman", "crane", "oras", "helm", "skopeo");

    private boolean isLoggedIn;
    /** The names of the variables that Maven's settings take passwords from. */
    private final Set<String> passwords = new HashSet<>();

    /** Whether a step so far has logged in to a registry. */
    boolean isLoggedIn() {
        return isLoggedIn;
    }

    /** What a step publishes with them, though none of its commands is known to; notes what the step sets up. */
    Optional<Release> use(ReachedStep reached, List<ShellCommand> commands) {
        Step step = reached.step();
        if (step.usesAction("docker/login-action")) {
            isLoggedIn |= readsSecret(step.input("password"));
        }
        if (step.usesAction("actions/setup-java")
                && step.input("server-password").isPresent()) {
            passwords.add(step.input("server-password").get().value());
        }
        boolean isMaven = false;
        for (String name : passwords) {
            isMaven |= readsSecret(step.env().scalar(name))
                    || readsSecret(reached.job().env().scalar(name));
        }
        boolean hasSecret = readsSecret(reached);
        for (ShellCommand command : commands) {
            isLoggedIn |= hasSecret
                    && REGISTRY_CLIENTS.contains(command.name())
                    && (command.operand(0).equals("login") || command.operand(1).equals("login"));
        }
        // A script may log in itself: what it runs stands behind the command that runs it.
        for (ShellCommand command : commands) {
            Optional<String> script = script(command);
            if ((isMaven && hasOpenGoal(command)) || (script.isPresent() && (isLoggedIn || isMaven))) {
                return Optional.of(new Release(
                        reached,
                        Optional.of(command),
                        isMaven ? Kind.PACKAGE : Kind.IMAGE,
                        script.orElse(command.name()),
                        true));
            }
            Optional<String> task = OwnTask.of(command);
            if (task.isPresent() && SecretUse.isIn(step)) {
                return Optional.of(new Release(
                        reached, Optional.of(command), Kind.OTHER, command.name() + " " + task.get(), false));
            }
        }
        return Optional.empty();
    }

    /** The script that a command runs, where it is named for publishing. */
    private static Optional<String> script(ShellCommand command) {
        String path = RUNNERS.contains(command.name()) ? command.operand(0) : command.path();
        return SCRIPT.isWhole(path)
                        && (SCRIPT_FILE.matcher(path).matches()
                                || FUNCTION.matcher(path).matches())
                        && saysThatItPublishes(path)
                ? Optional.of(path)
                : Optional.empty();
    }

    private static boolean saysThatItPublishes(String path) {
        Matcher word = WORD.matcher(path.substring(path.lastIndexOf('/') + 1));
        boolean isFirst = true;
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            if ((isFirst && BEFORE.contains(lower)) || ABOUT.contains(lower)) {
                return false;
            }
            isFirst = false;
        }
        return true;
    }

    /** Whether only a run knows a goal of Maven's. */
    private static boolean hasOpenGoal(ShellCommand command) {
        Optional<MavenCommand> maven = MavenCommand.of(command);
        if (maven.isPresent()) {
            for (String goal : maven.get().goals()) {
                if (goal.contains("$")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean readsSecret(ReachedStep reached) {
        Step step = reached.step();
        return (step.body() instanceof Step.RunScript run && readsSecret(Optional.of(run.script())))
                || readsSecret(step.env())
                || readsSecret(reached.job().env());
    }

    private static boolean readsSecret(NamedValues env) {
        for (NamedValues.Binding binding : env.all()) {
            if (readsSecret(binding.scalar())) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsSecret(Optional<YamlScalar> scalar) {
        if (scalar.isEmpty()) {
            return false;
        }
        for (Fence fence : Fence.of(scalar.get())) {
            for (ContextPath path : fence.reads()) {
                if (path.context().equals("secrets")) {
                    return true;
                }
            }
        }
        return false;
    }
}
