package io.github.mavenhardening.core.posture;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text operations as in the DCO app's JavaScript: what ends a line, what is blank, what is the same but for the case. */
final class AppText {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u2028\u2029]");

    private AppText() {}

    static List<String> lines(String text) {
        return List.of(LINE_END.split(text, -1));
    }

    /** Without blanks at the end. */
    static String stripEnd(String line) {
        int end = line.length();
        while (end > 0 && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == '\t' || c == '\u000B' || c == '\f' || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    /** Whether the line begins with those ASCII characters in any case. */
    static boolean startsWith(String line, String ascii) {
        return line.length() >= ascii.length() && lastIndexOf(line.substring(0, ascii.length()), ascii) == 0;
    }

    /** Where those ASCII characters last stand in any case; -1 when nowhere. */
    static int lastIndexOf(String line, String ascii) {
        return lower(line).lastIndexOf(lower(ascii));
    }

    /** Letters outside ASCII stay as they are: none of them is another form of a letter within. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    /** Whether two names or addresses are the same but for the case. */
    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
