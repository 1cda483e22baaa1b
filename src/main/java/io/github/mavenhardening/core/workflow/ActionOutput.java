package io.github.mavenhardening.core.workflow;

import java.util.Optional;

/**
 * An output of an action, or a variable of the environment that is set for later steps.
 *
 * @param name its name in lower case; {@link #ANY} for all, {@code *_files} for all that end so
 * @param isVariable whether it is a variable of the environment
 * @param meaning what it is: changed files, a branch, a title, a text or an artifact, as the resource says; {@code file} where
 *     it is the text of a file, empty where an input is handed on
 * @param input the input whose text it hands on, or which names the file
 * @param file the file that is read where the input names none; empty when none is
 * @param below the major version from which on the action escapes it
 * @param isGuess whether only the action's name tells
 */
public record ActionOutput(
        String name,
        boolean isVariable,
        String meaning,
        Optional<String> input,
        Optional<String> file,
        Optional<Integer> below,
        boolean isGuess) {

    /** The name that stands for all outputs of an action, or for all variables. */
    public static final String ANY = "*";

    /** The same of an action whose name alone tells that it has it. */
    ActionOutput guessed() {
        return new ActionOutput(name, isVariable, meaning, input, file, below, true);
    }
}
