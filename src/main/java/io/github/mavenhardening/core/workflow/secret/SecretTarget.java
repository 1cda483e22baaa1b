package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.Optional;

/** Where a script prints to that secrets are followed through: the log, a file, one of the runner's, or what keeps what is printed. */
final class SecretTarget extends ShellCarrier.Target<Held> {

    private enum Kind {
        LOG,
        FILE,
        OUTPUT,
        ENVIRONMENT,
        KEEPING
    }

    private final Kind kind;
    private final Optional<String> file;

    private SecretTarget(Kind kind, Optional<String> file) {
        this.kind = kind;
        this.file = file;
    }

    static SecretTarget log() {
        return new SecretTarget(Kind.LOG, Optional.empty());
    }

    static SecretTarget keeping() {
        return new SecretTarget(Kind.KEEPING, Optional.empty());
    }

    static SecretTarget file(String path) {
        return new SecretTarget(Kind.FILE, Optional.of(path));
    }

    /**
     * That of a redirection to a file.
     *
     * @param path the file as seen from the workspace
     * @param around where the statement would print to otherwise
     */
    static SecretTarget of(ShellNode.Word file, String path, SecretTarget around) {
        String text = file.text();
        String name = file.variable().orElse("");
        if (text.equals("/dev/stdout")) {
            return around;
        }
        if (text.equals("/dev/stderr") || name.equals("GITHUB_STEP_SUMMARY")) {
            return log();
        }
        if (name.equals("GITHUB_OUTPUT") || text.contains("github.output")) {
            return new SecretTarget(Kind.OUTPUT, Optional.empty());
        }
        if (name.equals("GITHUB_ENV") || text.contains("github.env")) {
            return new SecretTarget(Kind.ENVIRONMENT, Optional.empty());
        }
        return name.startsWith("GITHUB_") || text.startsWith("/dev/") ? keeping() : file(path);
    }

    boolean isLog() {
        return kind == Kind.LOG;
    }

    /** The file, as seen from the workspace; empty where it is none of the script's own. */
    Optional<String> file() {
        return file;
    }

    /** Whether lines set outputs of the step. */
    boolean isOutput() {
        return kind == Kind.OUTPUT;
    }

    /** Whether lines set variables of later steps. */
    boolean isEnvironment() {
        return kind == Kind.ENVIRONMENT;
    }
}
