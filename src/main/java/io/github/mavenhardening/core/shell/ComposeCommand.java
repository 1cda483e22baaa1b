package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command of Compose, {@code docker compose -f ci/compose.yaml up -d database}.
 *
 * @param verb what it is asked for, {@code up}
 * @param files the files that it names, as they are written; empty where it looks for one by itself
 * @param folder the project's folder that it names; empty text where that is the one it runs in
 * @param words what stands behind the verb
 * @param hasProfile whether it names a profile, which brings in services that are left out else
 * @see <a href="https://docs.docker.com/reference/cli/docker/compose/">Docker Compose's reference</a>
 */
public record ComposeCommand(String verb, List<String> files, String folder, List<String> words, boolean hasProfile) {

    private static final Set<String> BY_THEMSELVES = Set.of("docker-compose", "podman-compose");
    private static final Set<String> TOOLS = Set.of("docker", "podman", "nerdctl");
    private static final Set<String> WITH_VALUE = Set.of(
            "-f",
            "--file",
            "-p",
            "--project-name",
            "--project-directory",
            "--profile",
            "--env-file",
            "--parallel",
            "--progress",
            "--ansi");

    public ComposeCommand {
        files = List.copyOf(files);
        words = List.copyOf(words);
    }

    /** What a command asks Compose for; empty where it asks something else. */
    public static Optional<ComposeCommand> of(ShellCommand command) {
        List<String> words = command.words();
        int compose = BY_THEMSELVES.contains(command.name())
                ? 0
                : TOOLS.contains(command.name()) ? words.indexOf("compose") : -1;
        if (compose < 0) {
            return Optional.empty();
        }
        int verb = Arguments.behindOptions(compose + 1, words, WITH_VALUE);
        if (verb >= words.size()) {
            return Optional.empty();
        }
        List<String> options = words.subList(compose + 1, verb);
        return Optional.of(new ComposeCommand(
                words.get(verb),
                Arguments.values(options, "-f", "--file"),
                Arguments.value(options, "--project-directory").orElse(""),
                words.subList(verb + 1, words.size()),
                !Arguments.values(options, "--profile").isEmpty()));
    }
}
