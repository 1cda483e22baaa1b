package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A container that a command starts, {@code docker run --rm example/tool:1 check}.
 *
 * @param options the words before the image
 * @param reference the image as it is written, {@code example/tool:1}
 * @param image the command of the container as if its image were a program, {@code example/tool check}; of what {@code --entrypoint}
 *     names where that is given
 * @param program what it runs where that is written: what {@code --entrypoint} names, else what stands behind the image; empty where
 *     the image alone says it
 */
public record ContainerCommand(
        List<String> options, String reference, ShellCommand image, Optional<ShellCommand> program) {

    /** Options whose value is the next word. */
    public static final Set<String> WITH_VALUE = Set.of(
            "-e",
            "--env",
            "--env-file",
            "-v",
            "--volume",
            "--mount",
            "-w",
            "--workdir",
            "-u",
            "--user",
            "--name",
            "--network",
            "--net",
            "--platform",
            "--pull",
            "-p",
            "--publish",
            "-l",
            "--label",
            "-h",
            "--hostname",
            "-m",
            "--memory",
            "--cpus",
            "--gpus",
            "--shm-size",
            "--add-host",
            "--tmpfs",
            "--ulimit",
            "--cap-add",
            "--cap-drop",
            "--security-opt",
            "--device",
            "--ipc",
            "--pid",
            "--group-add",
            "--restart",
            "--userns",
            "--cgroupns",
            "--dns",
            "--link",
            "--volumes-from",
            "--expose",
            "--log-driver",
            "--log-opt",
            "--health-cmd",
            "--cidfile",
            "--sysctl",
            "--runtime",
            "--network-alias",
            "--ip",
            "--memory-swap",
            "--cpuset-cpus",
            "--annotation",
            "--secret",
            "--pod",
            "--entrypoint");

    private static final Set<String> NAMES = Set.of("docker", "podman", "nerdctl");
    private static final Pattern VERSION = Pattern.compile("(?:@|:(?=[^/]{0,200}$)).*");

    public ContainerCommand {
        options = List.copyOf(options);
    }

    /** Whether a program of that name may start a container. */
    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    /** The container that a command starts; empty where it starts none. */
    public static Optional<ContainerCommand> of(ShellCommand command) {
        List<String> words = command.words();
        if (!isOne(command.name()) || !command.operand(0).equals("run")) {
            return Optional.empty();
        }
        int at = Arguments.behindOptions(words.indexOf("run") + 1, words, WITH_VALUE);
        String name = at < words.size() ? VERSION.matcher(words.get(at)).replaceFirst("") : "";
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> options = words.subList(0, at);
        List<String> arguments = words.subList(at + 1, words.size());
        Optional<ShellCommand> named = Arguments.value(options, "--entrypoint")
                .filter(program -> !program.isEmpty())
                .map(program -> command.starting(program, arguments));
        Optional<ShellCommand> behind = arguments.isEmpty() || arguments.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(command.starting(arguments.get(0), arguments.subList(1, arguments.size())));
        return Optional.of(new ContainerCommand(
                options,
                words.get(at),
                named.orElse(command.starting(name, arguments)),
                named.isPresent() ? named : behind));
    }
}
