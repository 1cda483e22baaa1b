package io.github.mavenhardening.core.shell;

import java.util.Set;

/** The programs that run scripts of a POSIX shell: {@code bash}, {@code sh} and their like. */
public final class PosixShells {

    private static final Set<String> NAMES = Set.of("ash", "bash", "dash", "ksh", "sh", "zsh");

    private PosixShells() {}

    /** Whether a program's name, without its folder, is that of a shell. */
    public static boolean isOne(String name) {
        return NAMES.contains(name);
    }
}
