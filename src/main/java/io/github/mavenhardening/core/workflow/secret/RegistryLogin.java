package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier.Command;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Logins at registries of images, whose tools keep name and password in one file, encoded.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/">docker login: credential stores</a>
 */
final class RegistryLogin {

    /** The file, as the secrets of a job know it. */
    static final String FILE = "~/.docker/config.json";

    private static final Pattern PATH =
            Pattern.compile("(?:~|/root|/home/[\\w.-]{1,100}|\\$HOME|\\$\\{HOME\\})/\\.docker/config\\.json");
    private static final Set<String> TOOLS = Set.of("docker", "nerdctl", "oras", "crane", "ko");

    private RegistryLogin() {}

    /** Whether a path leads to the file. */
    static boolean isFile(String path) {
        return PATH.matcher(path).matches();
    }

    private static boolean asks(String verb, List<String> words) {
        int at = Arguments.operand(words, 0).equals("auth") ? 1 : 0;
        return Arguments.operand(words, at).equals(verb);
    }

    /** Takes in that a command logs in or out. */
    static void take(Command<Held> command, ShellWalk<Held, ?> script, JobSecrets secrets) {
        List<String> words = CommandWords.texts(command.arguments());
        if (!TOOLS.contains(command.name())) {
            return;
        }
        if (asks("logout", words)) {
            secrets.files().delete(FILE);
        } else if (asks("login", words)) {
            Optional<Held> held = script.any(command.arguments());
            held = held.isPresent() ? held : command.input();
            if (held.isPresent()) {
                secrets.files().write(FILE, ShownSecret.by(script, held.get().as(Form.ENCODED), command.program()));
            }
        }
    }

    /** Takes in that an action logs in. */
    static void take(ReachedStep reached, JobSecrets secrets) {
        Step step = reached.step();
        Optional<YamlScalar> password =
                step.usesAction("docker/login-action") ? step.input("password") : Optional.empty();
        Optional<Held> held =
                password.isPresent() ? secrets.expression(password.get().value(), reached) : Optional.empty();
        if (held.isPresent()) {
            secrets.files()
                    .write(
                            FILE,
                            new ShownSecret(
                                    held.get().secret(),
                                    Form.ENCODED,
                                    reached,
                                    reached.place(),
                                    "docker/login-action",
                                    Optional.empty()));
        }
    }
}
