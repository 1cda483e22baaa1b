package io.github.mavenhardening.core.shell;

/** A syntax error in a shell script, or nesting that is too deep to read. */
public final class ShellSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    ShellSyntaxException(String message) {
        super(message, null, false, false);
    }
}
