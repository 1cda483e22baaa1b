package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The programs that run programs of other languages than the shell's. */
public final class ProgramInterpreters {

    private static final Pattern LAST_C = Pattern.compile("-[A-Za-z]{0,5}c");
    /** Perl's and Ruby's may follow others, none of which takes what stands behind it for its value. */
    private static final Pattern LAST_E = Pattern.compile("-(?![CDFIKMimrx])[A-Za-hj-z0-9]{0,9}[eE]");

    private static final Pattern COMMAND = Pattern.compile("(?i)-c(?:ommand)?");

    /** Each with the options that take a program. */
    private static final Map<String, Pattern> INTERPRETERS = Map.of(
            "python", LAST_C,
            "python3", LAST_C,
            "node", Pattern.compile("-(?:e|p|pe|-eval|-print)"),
            "perl", LAST_E,
            "ruby", LAST_E,
            "php", Pattern.compile("-r"),
            "pwsh", COMMAND,
            "powershell", COMMAND);

    private ProgramInterpreters() {}

    /** A statement that runs a program which it reads from its input, and not from a file or a word; empty where it does not. */
    public static Optional<ShellNode.Call> reading(ShellNode.Statement statement) {
        if (!(statement.command().orElse(null) instanceof ShellNode.Call call)
                || call.arguments().isEmpty()
                || !has(call.arguments().get(0).text())) {
            return Optional.empty();
        }
        List<String> given = new ArrayList<>();
        for (ShellNode.Word word : call.arguments().subList(1, call.arguments().size())) {
            given.add(word.text());
        }
        boolean reads = given.contains("-") || Arguments.operand(given, 0).isEmpty();
        return reads ? Optional.of(call) : Optional.empty();
    }

    /** Whether a program of that name runs programs of another language. */
    public static boolean has(String name) {
        return INTERPRETERS.containsKey(name);
    }

    /** Whether an interpreter takes what follows a word for a program. */
    public static boolean takesProgram(String interpreter, String word) {
        return INTERPRETERS.getOrDefault(interpreter, LAST_C).matcher(word).matches();
    }
}
