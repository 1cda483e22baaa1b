package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Set;

/** A file of tasks that a program runs by their names. */
interface TaskFile {

    /**
     * What a task runs.
     *
     * @param needs further tasks of the file, each by the words that name it
     * @param commands what it runs, as far as that is known without its script
     * @param script what it has a POSIX shell run
     * @param filledIn variables of the environment whose values are put into the script before a shell reads it
     * @param isWhole whether the script holds all: the file includes no more, and it is nested no deeper and no longer, than can be followed
     */
    record Task(
            List<List<String>> needs,
            List<ShellCommand> commands,
            String script,
            Set<String> filledIn,
            boolean isWhole) {

        static final Task NONE = of("");

        public Task {
            needs = List.copyOf(needs);
            commands = List.copyOf(commands);
            filledIn = Set.copyOf(filledIn);
        }

        Task(List<List<String>> needs, List<ShellCommand> commands, String script, boolean isWhole) {
            this(needs, commands, script, Set.of(), isWhole);
        }

        static Task of(String script) {
            return new Task(List.of(), List.of(), script, true);
        }

        static Task of(List<List<String>> needs, String script) {
            return new Task(needs, List.of(), script, true);
        }
    }

    /** What is run for the words that stand behind the program's options; nothing where the file has no such task. */
    Task task(List<String> words);
}
