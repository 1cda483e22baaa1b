package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The scripts that make and the package managers of Node have a shell run for a command, each with those that are run before it. */
public final class TaskTexts {

    private static final Set<TaskRunner> RUNNERS = Set.of(TaskRunner.MAKE, TaskRunner.NODE);

    /** The most tasks that one command is followed through. */
    private static final int FOLLOWED = 200;

    /** The most characters of scripts of all commands. */
    private static final long LENGTH_LIMIT = 1_000_000;

    /** What a task that is run before another counts for, in characters. */
    private static final int NEED = 10;

    /** How much less it costs to read a file of tasks than to follow one of them. */
    private static final int READ = 10;

    private final Repository repository;
    private final Map<String, TaskFile> files = new HashMap<>();
    private final Map<ScriptCall, Text> texts = new HashMap<>();
    private long characters;

    private TaskTexts(Repository repository) {
        this.repository = repository;
    }

    /**
     * What a shell runs for a command.
     *
     * @param path the file of the tasks
     * @param folder where it runs
     * @param script what runs, in the order of the tasks
     * @param filledIn variables of the environment whose values are put into the script before the shell reads it
     * @param given how many of the command's last words the script gets
     * @param isWhole whether that is all
     */
    public record Text(String path, String folder, String script, Set<String> filledIn, int given, boolean isWhole) {

        public Text {
            filledIn = Set.copyOf(filledIn);
        }
    }

    /** What a command runs in a folder; empty where it runs no task of the repository. */
    public static Optional<Text> of(List<String> words, String folder, ReachedStep reached, Repository repository) {
        ShellCommand command = new ShellCommand(words, Map.of(), 0, 0, 0);
        Optional<TaskRunner> runner = TaskRunner.of(command.name());
        if (runner.isEmpty() || !RUNNERS.contains(runner.get())) {
            return Optional.empty();
        }
        List<ScriptCall> calls = new ScriptCalls(repository, reached::inRepository).of(command, folder);
        if (calls.size() != 1 || !calls.get(0).runner().equals(runner)) {
            return Optional.empty();
        }
        Definitions definitions = reached.definitions();
        Optional<TaskTexts> known = definitions.known(TaskTexts.class, definitions);
        TaskTexts all = known.isPresent()
                ? known.get()
                : definitions.keep(TaskTexts.class, definitions, new TaskTexts(repository));
        return all.text(calls.get(0), words);
    }

    /** By one thread at a time: what was read before counts for what is read next. */
    private synchronized Optional<Text> text(ScriptCall call, List<String> words) {
        boolean isNode = call.runner().equals(Optional.of(TaskRunner.NODE));
        if (!isNode) {
            return kept(call);
        }
        String script = call.words().get(0);
        List<String> behind = words.subList(words.indexOf(script) + 1, words.size());
        int given = behind.size() - (!behind.isEmpty() && behind.get(0).equals("--") ? 1 : 0);
        Optional<Text> text = kept(call.task(given == 0 ? List.of(script) : List.of(script, GivenWords.ALL)));
        return text.map(one -> new Text(one.path(), one.folder(), one.script(), one.filledIn(), given, one.isWhole()));
    }

    private Optional<Text> kept(ScriptCall call) {
        Text known = texts.get(call);
        if (known == null) {
            known = read(call);
            texts.put(call, known);
        }
        return known.script().isBlank() && known.isWhole() ? Optional.empty() : Optional.of(known);
    }

    private Text read(ScriptCall start) {
        StringBuilder script = new StringBuilder();
        Set<String> filledIn = new LinkedHashSet<>();
        Deque<ScriptCall> left = new ArrayDeque<>(List.of(start));
        Set<ScriptCall> seen = new LinkedHashSet<>();
        boolean isWhole = true;
        while (!left.isEmpty() && isWhole) {
            ScriptCall call = left.poll();
            // Silent: who follows it cuts the job, which is reported with the workflow.
            isWhole = seen.size() < FOLLOWED && characters < LENGTH_LIMIT;
            if (isWhole && seen.add(call)) {
                TaskFile.Task task = file(call).task(call.words());
                script.append(task.script()).append('\n');
                characters += task.script().length() + NEED * (1L + task.needs().size());
                filledIn.addAll(task.filledIn());
                isWhole = task.isWhole();
                for (List<String> needed : task.needs()) {
                    left.add(call.task(needed));
                }
            }
        }
        return new Text(start.path(), start.folder(), script.toString(), filledIn, 0, isWhole);
    }

    private TaskFile file(ScriptCall call) {
        String key = call.runner().orElseThrow() + ":" + call.path();
        TaskFile file = files.get(key);
        if (file == null) {
            file = call.runner()
                    .orElseThrow()
                    .read(
                            text(call.path()).orElse(""),
                            other -> LocalPath.plain(call.folder() + "/" + other)
                                    .filter(repository::isFile)
                                    .flatMap(this::text));
            files.put(key, file);
        }
        return file;
    }

    private Optional<String> text(String path) {
        try {
            String text = repository.read(path).text();
            characters += text.length() / READ;
            return Optional.of(text);
        } catch (UnreadableFileException e) {
            // Silent: the gaps of the step say that it is not read.
            return Optional.empty();
        }
    }
}
