package io.github.mavenhardening.core.workflow.step;

import java.util.List;
import java.util.Optional;

/**
 * A script of the project by where it is.
 *
 * @param folder the folder that it is run in
 * @param path the file
 * @param runner what runs a task of the file; empty where the file is a script
 * @param words which task, and what it is given; of a script, nothing, the word that may name one of its functions, or {@link #READ_IN},
 *     the name of a function behind it
 */
record ScriptCall(String folder, String path, Optional<TaskRunner> runner, List<String> words) {

    /** Before the name of a function, or alone for a script that another reads in. */
    static final String READ_IN = ".";

    ScriptCall {
        words = List.copyOf(words);
    }

    /** @param given the first word that the script is given, where that may name one of its functions */
    static ScriptCall ofFile(String folder, String path, Optional<String> given) {
        return new ScriptCall(folder, path, Optional.empty(), given.stream().toList());
    }

    /** The word that a script is given. */
    Optional<String> given() {
        return runner.isEmpty() && words.size() == 1 && !isReadIn() ? Optional.of(words.get(0)) : Optional.empty();
    }

    /** One that is read in: what it declares is there for the commands behind, what it runs is run. */
    static ScriptCall readIn(String folder, String path) {
        return new ScriptCall(folder, path, Optional.empty(), List.of(READ_IN));
    }

    boolean isReadIn() {
        return runner.isEmpty() && words.equals(List.of(READ_IN));
    }

    /** The function that this is, of a script that was read in. */
    Optional<String> function() {
        return runner.isEmpty() && words.size() == 2 ? Optional.of(words.get(1)) : Optional.empty();
    }

    ScriptCall function(String name) {
        return new ScriptCall(folder, path, Optional.empty(), List.of(READ_IN, name));
    }

    /** Another task of the same file. */
    ScriptCall task(List<String> other) {
        return new ScriptCall(folder, path, runner, other);
    }
}
