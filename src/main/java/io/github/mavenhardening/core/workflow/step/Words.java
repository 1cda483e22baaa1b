package io.github.mavenhardening.core.workflow.step;

import java.util.List;
import java.util.Locale;

/** Words that a text must hold before it is worth to read it closely. */
public final class Words {

    private Words() {}

    /** Whether a text holds one of the words, given in lower case. */
    public static boolean areIn(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
