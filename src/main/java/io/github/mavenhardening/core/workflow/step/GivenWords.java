package io.github.mavenhardening.core.workflow.step;

import java.util.List;

/** Words that a command gives to what it runs, as a shell reads them. */
final class GivenWords {

    /** Stands for all that a script is given, whatever that is. */
    static final String ALL = "\"$@\"";

    private GivenWords() {}

    /** Each in quotes, with a space before it. */
    static String quoted(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (word.equals(ALL)) {
                text.append(' ').append(word);
                continue;
            }
            text.append(" '").append(word.replace("'", "'\\''")).append('\'');
        }
        return text.toString();
    }
}
