package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ContainerCommand;
import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that runs others: a container into which folders of the workspace are mounted, or a shell that is given a program.
 *
 * @param commands what it runs, with the paths of the workspace in place of the container's
 * @param folder where that runs, as seen from the workspace
 * @param takesVariables whether variables of the step are handed to it
 */
record InnerCommands(List<ShellCommand> commands, String folder, boolean takesVariables) {

    /** A folder of the container's own. */
    private static final String ELSEWHERE = "/";

    private static final Pattern SOURCE = Pattern.compile("(?:^|,)(?:source|src)=([^,]{1,300})");
    private static final Pattern TARGET = Pattern.compile("(?:^|,)(?:target|destination|dst)=([^,]{1,300})");

    /** The container that a command runs on folders of the workspace and with the network; empty where it runs none. */
    static Optional<InnerCommands> of(ShellCommand command, String folder) {
        Optional<ContainerCommand> container = ContainerCommand.of(command);
        List<String> options = container.map(ContainerCommand::options).orElse(List.of());
        if (container.isEmpty()
                || container.get().program().isEmpty()
                || Arguments.values(options, "--network", "--net").contains("none")) {
            return Optional.empty();
        }
        Map<String, String> mounted = new LinkedHashMap<>();
        for (String volume : Arguments.values(options, "-v", "--volume")) {
            mount(volume, folder, mounted);
        }
        for (String mount : Arguments.values(options, "--mount")) {
            Matcher source = SOURCE.matcher(mount);
            Matcher target = TARGET.matcher(mount);
            if (source.find() && target.find()) {
                bind(source.group(1), target.group(1), folder, mounted);
            }
        }
        if (mounted.isEmpty()) {
            return Optional.empty();
        }
        ShellCommand program = container.get().program().get();
        List<ShellCommand> commands = new ArrayList<>();
        for (ShellCommand each : PosixShells.commands(program).orElse(List.of(program))) {
            List<String> seen = new ArrayList<>();
            for (String word : each.words()) {
                seen.add(inWorkspace(word, mounted).orElse(word));
            }
            commands.add(new ShellCommand(seen, each.assignments(), each.pipeline(), command.from(), command.to()));
        }
        Optional<String> in = Arguments.value(options, "-w", "--workdir");
        boolean takesVariables =
                Arguments.value(options, "-e", "--env", "--env-file").isPresent();
        String at = in.isEmpty() ? ELSEWHERE : inWorkspace(in.get(), mounted).orElse(ELSEWHERE);
        return Optional.of(new InnerCommands(commands, WorkPath.of(at), takesVariables));
    }

    /** The commands of a program that a shell of the runner itself is given; empty where it is given none. */
    static Optional<InnerCommands> ofShell(ShellCommand command, String folder) {
        // Silent: of a program that is too long, what was read is looked at.
        return PosixShells.commands(command).map(commands -> new InnerCommands(commands, folder, true));
    }

    /** Takes in a folder that is mounted: {@code SOURCE:TARGET} with options behind; a bare name is that of a volume. */
    private static void mount(String value, String folder, Map<String, String> mounted) {
        int end = value.indexOf(":/");
        String source = value.substring(0, Math.max(0, end));
        if (source.startsWith(".") || source.startsWith("/") || source.startsWith("$")) {
            bind(source, value.substring(end + 1).split(":", 2)[0], folder, mounted);
        }
    }

    private static void bind(String source, String target, String folder, Map<String, String> mounted) {
        String path = WorkPath.within(folder, source);
        if (!WorkPath.isElsewhere(path) && !target.equals("/")) {
            mounted.put(target.endsWith("/") ? target.substring(0, target.length() - 1) : target, path);
        }
    }

    /** A path of the container as one of the workspace; empty where it leads to nothing that is mounted. */
    private static Optional<String> inWorkspace(String word, Map<String, String> mounted) {
        for (Map.Entry<String, String> each : mounted.entrySet()) {
            if (WorkPath.isWithin(word, each.getKey())) {
                return Optional.of("$GITHUB_WORKSPACE/" + each.getValue()
                        + word.substring(each.getKey().length()));
            }
        }
        return Optional.empty();
    }
}
