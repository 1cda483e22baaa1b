package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the steps of a job so far have set up to publish with: a login to a registry of images with a secret, a password for
 * Maven's server. A script that is named for publishing, or a goal that only a run knows, then publishes with it.
 */
final class Credentials {

    private static final Pattern SCRIPT =
            Pattern.compile("(?i)(?:.*/)?[^/]{0,100}(?:push|publish|release|deploy)[^/]{0,100}");

    private static final Pattern SCRIPT_FILE =
            Pattern.compile("(?i)(?:\\./|.*/).*|.*\\.(?:sh|bash|py|rb|js|mjs|pl|ps1)");
    private static final Set<String> RUNNERS =
            Set.of("sh", "bash", "zsh", "python", "python3", "node", "ruby", "perl", "pwsh");

    private boolean isLoggedIn;
    /** The names of the variables that Maven's settings take passwords from. */
    private final Set<String> passwords = new HashSet<>();

    /** What a step publishes with them, though none of its commands is known to; notes what the step sets up. */
    Optional<Release> use(ReachedStep reached, List<ShellCommand> commands) {
        Step step = reached.step();
        if (step.usesAction("docker/login-action")) {
            isLoggedIn |= step.uses()
                    .flatMap(action -> action.with().scalar("password"))
                    .filter(Credentials::readsSecret)
                    .isPresent();
        }
        if (step.usesAction("actions/setup-java")) {
            step.uses().flatMap(action -> action.with().text("server-password")).ifPresent(passwords::add);
        }
        boolean isMaven = passwords.stream()
                .anyMatch(name -> hasSecret(name, step.env())
                        || hasSecret(name, reached.job().env()));
        boolean hasSecret = readsSecret(reached);
        for (ShellCommand command : commands) {
            isLoggedIn |= hasSecret
                    && Set.of("docker", "podman", "crane", "oras", "helm", "skopeo")
                            .contains(command.name())
                    && (command.operand(0).equals("login") || command.operand(1).equals("login"));
            Optional<String> script = script(command);
            boolean open = isMaven
                    && MavenCommand.of(command)
                            .filter(maven -> maven.goals().stream().anyMatch(goal -> goal.contains("$")))
                            .isPresent();
            if (open || (script.isPresent() && (isLoggedIn || isMaven))) {
                return Optional.of(new Release(
                        reached,
                        Optional.of(command),
                        isMaven ? Kind.PACKAGE : Kind.IMAGE,
                        script.orElse(command.name())));
            }
        }
        return Optional.empty();
    }

    /** The script that a command runs, where it is named for publishing. */
    private static Optional<String> script(ShellCommand command) {
        String path = RUNNERS.contains(command.name()) ? command.operand(0) : command.path();
        return Optional.of(path)
                .filter(text -> SCRIPT_FILE.matcher(text).matches()
                        && SCRIPT.matcher(text).matches());
    }

    private static boolean hasSecret(String name, NamedValues env) {
        return env.scalar(name).filter(Credentials::readsSecret).isPresent();
    }

    private static boolean readsSecret(ReachedStep reached) {
        return reached.step().run().filter(run -> readsSecret(run.script())).isPresent()
                || readsSecret(reached.step().env())
                || readsSecret(reached.job().env());
    }

    private static boolean readsSecret(NamedValues env) {
        return env.all().stream()
                .anyMatch(binding ->
                        binding.scalar().filter(Credentials::readsSecret).isPresent());
    }

    private static boolean readsSecret(YamlScalar scalar) {
        return Fence.of(scalar).stream()
                .flatMap(fence -> fence.reads().stream())
                .anyMatch(path -> path.context().equals("secrets"));
    }
}
