package io.github.mavenhardening.core.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is looked for in many texts, of which few match. Each match holds one of some words: a text without any of them is
 * left at once, for to look for a word takes far less time than to try a pattern at every place.
 *
 * @param pattern what is looked for
 * @param words every match holds one of them; in lower case where any case will do
 * @param ignoresCase whether they are compared regardless of case
 */
public record SoughtPattern(Pattern pattern, List<String> words, boolean ignoresCase) {

    public SoughtPattern {
        words = List.copyOf(words);
    }

    /** That pattern, of which each match holds one of those words; where a part of it ignores case, these are in lower case. */
    public static SoughtPattern of(String pattern, String... words) {
        return new SoughtPattern(Pattern.compile(pattern), List.of(words), pattern.contains("(?i"));
    }

    /** Whether the pattern matches somewhere in a text. */
    public boolean isIn(String text) {
        return mayBeIn(text) && pattern.matcher(text).find();
    }

    /** Whether the pattern matches a text as a whole. */
    public boolean isWhole(String text) {
        return mayBeIn(text) && pattern.matcher(text).matches();
    }

    /** Finds the pattern in a text, from its beginning on; a matcher that finds nothing where no word of it is there. */
    public Matcher in(String text) {
        return pattern.matcher(mayBeIn(text) ? text : "");
    }

    /** The first group of a match that is there; empty where none is. */
    public static String group(Matcher match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        return "";
    }

    /** A text without what matches. */
    public String removedFrom(String text) {
        return mayBeIn(text) ? pattern.matcher(text).replaceAll("") : text;
    }

    private boolean mayBeIn(String text) {
        String sought = ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
        for (String word : words) {
            if (sought.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
