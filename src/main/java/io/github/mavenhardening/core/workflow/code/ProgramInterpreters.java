package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The programs that run programs of other languages than the shell's. */
public final class ProgramInterpreters {

    /** Each with the options that take a program. */
    private static final Map<String, Set<String>> INTERPRETERS = Map.ofEntries(
            Map.entry("python", Set.of("-c")),
            Map.entry("python3", Set.of("-c")),
            Map.entry("node", Set.of("-e", "--eval", "-p", "--print")),
            Map.entry("perl", Set.of("-e")),
            Map.entry("ruby", Set.of("-e")),
            Map.entry("php", Set.of("-r")),
            Map.entry("pwsh", Set.of("-c", "-command")),
            Map.entry("powershell", Set.of("-c", "-command")));

    private ProgramInterpreters() {}

    /** A statement that runs a program which it reads from its input, and not from a file or a word; empty where it does not. */
    public static Optional<ShellNode.Call> reading(ShellNode.Statement statement) {
        if (!(statement.command().orElse(null) instanceof ShellNode.Call call)
                || call.arguments().isEmpty()
                || !has(call.arguments().get(0).text())) {
            return Optional.empty();
        }
        List<String> given =
                CommandWords.texts(call.arguments()).subList(1, call.arguments().size());
        boolean reads = given.contains("-") || Arguments.operand(given, 0).isEmpty();
        return reads ? Optional.of(call) : Optional.empty();
    }

    /** Whether a program of that name runs programs of another language. */
    public static boolean has(String name) {
        return INTERPRETERS.containsKey(name);
    }

    /** Whether an interpreter takes what follows a word for a program. */
    public static boolean takesProgram(String interpreter, String word) {
        return INTERPRETERS.getOrDefault(interpreter, Set.of("-c")).contains(word.toLowerCase(Locale.ROOT));
    }
}
