package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commands of shell scripts that fetch code, or run what was fetched. Scripts that run one after the other, such as the
 * steps of a job, share the files that they fetch.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go">Scorecard:
 *     validateShellFileAndRecord</a>
 */
final class ScriptPins {

    /** Scripts in scripts in scripts are read so far. */
    private static final int DEPTH_LIMIT = 10;

    /** More files than this are not kept in mind. */
    private static final int FILE_LIMIT = 100;

    private final List<Pin> pins = new ArrayList<>();

    /** The files that were fetched, by their keys; each as often as it was written in different ways. */
    private final Map<String, String> fetched = new LinkedHashMap<>();

    private int depth;

    /** Those of one script. */
    static List<Pin> in(String script) {
        ScriptPins pins = new ScriptPins();
        pins.read(script);
        return pins.found();
    }

    /** What was found so far. */
    List<Pin> found() {
        return List.copyOf(pins);
    }

    /** Reads a script. What no shell would read holds nothing, as for Scorecard. */
    void read(String script) {
        ShellParser.Parsed parsed = ShellParser.parse(script.replace("\0", "").replace("\r\n", "\n"));
        if (parsed.isValid()) {
            depth++;
            statements(parsed.statements());
            depth--;
        }
    }

    private void statements(List<ShellNode.Statement> statements) {
        for (ShellNode.Statement statement : statements) {
            statement(statement);
        }
    }

    private void statement(ShellNode.Statement statement) {
        recordFetched(statement);
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Call call) {
            call(call);
        } else if (command instanceof ShellNode.Chain chain) {
            pipe(chain);
            statements(chain.statements());
        } else if (command instanceof ShellCompound compound) {
            words(compound.words());
            statements(compound.statements());
        }
        for (ShellNode.Redirection redirection : statement.redirections()) {
            word(redirection.target());
        }
    }

    private void words(List<ShellNode.Word> words) {
        for (ShellNode.Word word : words) {
            word(word);
        }
    }

    private void word(ShellNode.Word word) {
        for (ShellNode.Substitution substitution : word.substitutions()) {
            statements(substitution.statements());
        }
    }

    /** Of a pipeline Scorecard looks at the first two commands. */
    private void pipe(ShellNode.Chain chain) {
        Optional<CommandWords> left = commandOf(chain.statements().get(0));
        Optional<CommandWords> right = commandOf(chain.statements().get(1));
        if (chain.operators().get(0).equals("|")
                && left.isPresent()
                && right.isPresent()
                && DownloadCommands.isUnpinnedDownload(left.get())
                && DownloadCommands.isInterpreter(right.get())) {
            add(Pin.Kind.DOWNLOAD_THEN_RUN);
        }
    }

    private static Optional<CommandWords> commandOf(ShellNode.Statement statement) {
        return statement.command().orElse(null) instanceof ShellNode.Call call
                ? Optional.of(CommandWords.of(call))
                : Optional.empty();
    }

    private void call(ShellNode.Call call) {
        CommandWords command = CommandWords.of(call);
        // Silent: no script is nested as deep, and no verdict depends on the estimate.
        if (DownloadCommands.isShellWithScript(command) && depth < DEPTH_LIMIT) {
            scriptOf(call).ifPresent(this::read);
        }
        if (!fetched.isEmpty()) {
            Set<String> run = DownloadCommands.filesRun(command);
            for (String key : fetched.values()) {
                if (run.contains(key)) {
                    add(Pin.Kind.DOWNLOAD_THEN_RUN);
                }
            }
        }
        if (DownloadCommands.isInterpreter(command) && getsDownload(call)) {
            add(Pin.Kind.DOWNLOAD_THEN_RUN);
        }
        PackageCommands.read(command).ifPresent(pins::add);
        call.assigned().forEach(assignment -> word(assignment.value()));
        words(call.arguments());
    }

    private void add(Pin.Kind kind) {
        pins.add(new Pin(kind, false));
    }

    /** The first argument in quotes, if its text is known. */
    private static Optional<String> scriptOf(ShellNode.Call call) {
        for (ShellNode.Word word : call.arguments()) {
            ShellNode.Part part = word.onlyPart().orElse(null);
            if (part instanceof ShellNode.SingleQuoted single) {
                return Optional.of(single.text());
            }
            if (part instanceof ShellNode.DoubleQuoted both
                    && both.parts().size() == 1
                    && both.parts().get(0) instanceof ShellNode.Literal literal) {
                return Optional.of(literal.text());
            }
        }
        return Optional.empty();
    }

    /** {@code bash <(curl …)}: whether the first argument is the output of a download. */
    private static boolean getsDownload(ShellNode.Call call) {
        return call.arguments().size() > 1
                && call.arguments().get(1).onlyPart().orElse(null) instanceof ShellNode.Substitution substitution
                && substitution.isInput()
                && !substitution.statements().isEmpty()
                && commandOf(substitution.statements().get(0))
                        .filter(DownloadCommands::isDownload)
                        .isPresent();
    }

    /** Keeps in mind which file a statement fetches: that of its first {@code >}, else what the arguments say. */
    private void recordFetched(ShellNode.Statement statement) {
        // Silent: no script fetches as many files, and no verdict depends on the estimate.
        Optional<CommandWords> command = commandOf(statement).filter(DownloadCommands::isUnpinnedDownload);
        if (command.isEmpty() || fetched.size() >= FILE_LIMIT) {
            return;
        }
        Optional<String> file = redirected(statement).or(() -> DownloadCommands.output(command.get()));
        file.ifPresent(name -> fetched.put(name, CommandWords.fileKey(name)));
    }

    private static Optional<String> redirected(ShellNode.Statement statement) {
        for (ShellNode.Redirection redirection : statement.redirections()) {
            if (redirection.operator().equals(">")
                    && redirection.target().onlyPart().orElse(null) instanceof ShellNode.Literal literal) {
                return Optional.of(literal.text());
            }
        }
        return Optional.empty();
    }
}
