package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.workflow.step.TaskTexts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The scripts of the repository that the steps of a job call. Each is followed as it is called, as if it were a step by itself at the
 * place of the call.
 */
public final class CalledScripts {

    /** How deep scripts may call others. */
    private static final int DEPTH = 4;

    /** How much less it costs to follow a script that is read. */
    private static final int READ = 10;

    /** The characters of scripts whose statements are kept. */
    private static final long KEPT = 250_000;

    private final OtherJobs others;
    /** By the steps that stand for scripts, the paths of these. */
    private final IdentityHashMap<Step, String> paths = new IdentityHashMap<>();

    private int depth;

    CalledScripts(OtherJobs others) {
        this.others = others;
    }

    /**
     * A script that is called.
     *
     * @param step what runs it
     * @param interpreter the name of what runs it; empty text for a shell
     * @param read its statements; empty of a program of another language
     * @param given what it is given
     * @param isCut whether it cannot be followed any more
     */
    record Script(
            ReachedStep step,
            YamlScalar text,
            String interpreter,
            Optional<ShellScript> read,
            List<ShellNode.Word> given,
            boolean isCut) {}

    /** Goes into the script that a command calls; empty where it calls none. */
    Optional<Script> enter(
            ShellCarrier.Command<Taint> command, String program, String folder, ReachedStep reached, Span place) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(CommandWords.texts(command.arguments()));
        Optional<SourceFile> file = ProjectScripts.script(words, folder, reached, others.repository());
        String interpreter = file.map(each -> interpreter(each.path())).orElse("");
        if (file.isEmpty() || (interpreter.isEmpty() && !ProjectScripts.isShell(file.get()))) {
            return Optional.empty();
        }
        String path = file.get().path();
        // Silent: who follows it cuts the job, which is reported with the workflow.
        boolean isCut = depth >= DEPTH || !others.mayFollow(file.get().text().length());
        YamlScalar text = text(file.get().text(), reached, place);
        depth += isCut ? 0 : 1;
        int from = given(words, path.substring(path.lastIndexOf('/') + 1));
        return Optional.of(new Script(
                standIn(reached, body(text, reached), path),
                text,
                interpreter,
                !interpreter.isEmpty() || isCut
                        ? Optional.empty()
                        : Optional.of(read(file.get(), others.definitions())),
                command.arguments().subList(from, command.arguments().size()),
                isCut));
    }

    /** The task of the repository that a command runs. */
    Optional<TaskTexts.Text> task(
            ShellCarrier.Command<Taint> command, String program, String folder, ReachedStep reached) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(CommandWords.texts(command.arguments()));
        return TaskTexts.of(words, folder, reached, others.repository());
    }

    /** Goes into the task of the repository that a command runs: a target of a makefile, a script of a {@code package.json}. */
    Optional<Script> enter(ShellCarrier.Command<Taint> command, TaskTexts.Text task, ReachedStep reached, Span place) {
        // Silent: who follows it cuts the job, which is reported with the workflow.
        boolean isCut = depth >= DEPTH
                || !task.isWhole()
                || !others.mayFollow(task.script().length());
        YamlScalar text = text(task.script(), reached, place);
        depth += isCut ? 0 : 1;
        List<ShellNode.Word> words = command.arguments();
        return Optional.of(new Script(
                standIn(reached, body(text, reached), task.path()),
                text,
                "",
                isCut ? Optional.empty() : Optional.of(read(task)),
                words.subList(Math.max(0, words.size() - task.given()), words.size()),
                isCut));
    }

    /** By its script, which is the same one for each command that gives it other words. */
    private ShellScript read(TaskTexts.Text task) {
        Optional<ShellScript> known = others.definitions().known(CalledScripts.class, task.script());
        return known.isPresent()
                ? known.get()
                : others.definitions()
                        .keepLast(
                                CalledScripts.class,
                                task.script(),
                                ShellScript.of(task.script(), Shell.POSIX),
                                task.script().length(),
                                KEPT);
    }

    /** The program of the repository that a line of another program starts, with what it is given; empty where it starts none. */
    Optional<Script> enter(List<String> words, String folder, ReachedStep reached, Span place) {
        Optional<SourceFile> file = reached.step().run().isEmpty()
                ? Optional.empty()
                : ProjectScripts.script(words, folder, reached, others.repository());
        String interpreter = file.map(each -> interpreter(each.path())).orElse("");
        if (interpreter.isEmpty()) {
            return Optional.empty();
        }
        String path = file.get().path();
        // Silent: who follows it cuts the job, which is reported with the workflow.
        boolean isCut = depth >= DEPTH || !others.mayFollow(file.get().text().length());
        YamlScalar text = text(file.get().text(), reached, place);
        depth += isCut ? 0 : 1;
        return Optional.of(new Script(
                standIn(reached, body(text, reached), path), text, interpreter, Optional.empty(), List.of(), isCut));
    }

    /** Goes into a script that was read in before, for a command calls one of its functions. */
    Script enter(Script before, ReachedStep reached, Span place, List<ShellNode.Word> given) {
        String file = before.text().value();
        // Silent: it is read already, and of it one function is followed; who follows it cuts the job, which is
        // reported.
        boolean isCut = depth >= DEPTH || !others.mayFollow(1 + file.length() / READ);
        YamlScalar text = text(file, reached, place);
        depth += isCut ? 0 : 1;
        return new Script(
                standIn(reached, body(text, reached), paths.get(before.step().step())),
                text,
                "",
                before.read(),
                given,
                isCut);
    }

    /** The text of a script, whose places are those of the call. */
    private static YamlScalar text(String script, ReachedStep reached, Span place) {
        return reached.step().run().orElseThrow().script().leadingTo(script, place);
    }

    private static Step.RunScript body(YamlScalar text, ReachedStep reached) {
        Step.RunScript run = reached.step().run().orElseThrow();
        return new Step.RunScript(run.key(), text, run.shell(), run.workingDirectory(), run.input());
    }

    /** A step that stands for the script at a path, which findings name. */
    public ReachedStep standIn(ReachedStep reached, Step.Body body, String path) {
        ReachedStep called = standIn(reached, body);
        paths.put(called.step(), path);
        return called;
    }

    /** A step that stands for what another one calls. */
    public static ReachedStep standIn(ReachedStep reached, Step.Body body) {
        Step step = reached.step();
        Step called = new Step(
                step.mapping(),
                step.id(),
                step.name(),
                step.condition(),
                step.env(),
                step.background(),
                body,
                step.span());
        return new ReachedStep(called, reached.frame(), reached.job(), reached.definitions());
    }

    /** What a script of the repository holds. */
    public static ShellScript read(SourceFile file, Definitions definitions) {
        Optional<ShellScript> known = definitions.known(CalledScripts.class, file);
        return known.isPresent()
                ? known.get()
                : definitions.keepLast(
                        CalledScripts.class,
                        file,
                        ShellScript.of(file.text(), Shell.POSIX),
                        file.text().length(),
                        KEPT);
    }

    /** Comes back from a script. */
    void leave() {
        depth--;
    }

    /** A text of a step as findings show it: of a script, with its path. */
    String named(String text, ReachedStep reached) {
        String path = paths.get(reached.step());
        return path == null ? text : path + ": " + text;
    }

    /** The name of what runs a program of another language than a shell's, by the ending of its file; empty text for any other. */
    static String interpreter(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "py" -> "python";
            case "js", "mjs", "cjs" -> "node";
            case "rb" -> "ruby";
            case "pl" -> "perl";
            case "ps1" -> "pwsh";
            default -> "";
        };
    }

    /** How many arguments stand before those that the script gets. */
    public static int given(List<String> words, String name) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).endsWith(name)) {
                return i;
            }
        }
        return 0;
    }
}
