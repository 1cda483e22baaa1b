package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The programs that run scripts of a POSIX shell: {@code bash}, {@code sh} and their like. */
public final class PosixShells {

    private static final Set<String> NAMES = Set.of("ash", "bash", "dash", "ksh", "sh", "zsh");

    /** The option behind which a program stands, with others in front of it: {@code -ec}. */
    private static final Pattern PROGRAM = Pattern.compile("-[a-z]{0,6}c");

    private PosixShells() {}

    /** Whether a program's name, without its folder, is that of a shell. */
    public static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    /** The program that a command gives to a shell, {@code make} of {@code bash -ec 'make'}; empty where it gives none. */
    public static Optional<String> program(ShellCommand command) {
        List<String> words = isOne(command.name()) ? command.words() : List.of();
        for (int i = 1; i + 1 < words.size(); i++) {
            if (PROGRAM.matcher(words.get(i)).matches()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The commands of that program, as far as it is not too long; empty where none is given. */
    public static Optional<List<ShellCommand>> commands(ShellCommand command) {
        return program(command)
                .map(program -> ShellScript.of(program, Shell.POSIX).commands());
    }
}
