package io.github.mavenhardening.core.workflow.step;

import java.util.List;

/** Words that a command gives to what it runs, as a shell reads them. */
final class GivenWords {

    private GivenWords() {}

    /** Each in quotes, with a space before it. */
    static String quoted(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(" '").append(word.replace("'", "'\\''")).append('\'');
        }
        return text.toString();
    }
}
