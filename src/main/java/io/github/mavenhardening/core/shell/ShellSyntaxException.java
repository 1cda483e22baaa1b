package io.github.mavenhardening.core.shell;

/** Says that a text is no shell script, or one that is too deep to read. */
public final class ShellSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    ShellSyntaxException(String message) {
        super(message, null, false, false);
    }
}
