package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.report.ConsoleSettings.Terminal;
import java.nio.charset.Charset;
import java.util.Optional;

/** What the log of this build goes to, as far as the environment says so: Maven itself asks no terminal for its width. */
final class LogTerminal {

    private LogTerminal() {}

    static Terminal find() {
        return Terminal.of(
                Optional.ofNullable(System.getenv("COLUMNS")),
                !encoding().newEncoder().canEncode('\u2026'));
    }

    /** The encoding of the standard output; newer versions of Java give it a property. */
    private static Charset encoding() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return !name.isBlank() && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
