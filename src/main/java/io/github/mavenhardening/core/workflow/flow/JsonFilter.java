package io.github.mavenhardening.core.workflow.flow;

import java.util.regex.Pattern;

/** A filter of {@code jq}, as far as it tells what is printed. */
final class JsonFilter {

    /** A number may stand behind it, to count or to compare with. */
    private static final Pattern TAIL =
            Pattern.compile("\\s{0,9}(?:(?:[<>=!]=|[-+*/%<>])\\s{0,9}[\\d.]{1,20}\\s{0,9})?");

    private static final Pattern NUMBER = Pattern.compile("(?:tonumber|length)\\??" + TAIL);

    private static final int DEPTH = 4;

    private JsonFilter() {}

    /** Whether all that a filter prints are numbers, and texts of its own around them. */
    static boolean givesNumbers(String filter) {
        // Silent: a filter of more depth is taken to print texts, which is found.
        return (filter.contains("length") || filter.contains("tonumber")) && givesNumbers(filter, DEPTH);
    }

    private static boolean givesNumbers(String filter, int depth) {
        String last = last(filter).strip();
        int closed = closing(last, 0);
        if (last.startsWith("(") && closed > 0) {
            return depth > 0
                    && TAIL.matcher(last.substring(closed + 1)).matches()
                    && givesNumbers(last.substring(1, closed), depth - 1);
        }
        if (!last.startsWith("\"") || closed != last.length() - 1) {
            return NUMBER.matcher(last).matches();
        }
        for (int at = last.indexOf("\\("); at >= 0; at = last.indexOf("\\(", at)) {
            int end = closing(last, at + 1);
            if (end < 0 || depth == 0 || !givesNumbers(last.substring(at + 2, end), depth - 1)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** What stands behind the last bar that is in no parentheses and no text. */
    private static String last(String filter) {
        int from = 0;
        for (int i = 0; i < filter.length(); i++) {
            if ("([{\"".indexOf(filter.charAt(i)) >= 0) {
                int end = closing(filter, i);
                i = end < 0 ? filter.length() : end;
            } else if (filter.charAt(i) == '|') {
                from = i + 1;
            }
        }
        return filter.substring(from);
    }

    /** Where what is opened at an index is closed; negative where it is not. */
    private static int closing(String filter, int open) {
        StringBuilder closers = new StringBuilder();
        for (int i = open; i < filter.length(); i++) {
            char c = filter.charAt(i);
            boolean isInText = !closers.isEmpty() && closers.charAt(closers.length() - 1) == '"';
            if (isInText && c == '\\' && i + 1 < filter.length()) {
                i++;
                if (filter.charAt(i) == '(') {
                    closers.append(')');
                }
            } else if (!closers.isEmpty() && c == closers.charAt(closers.length() - 1)) {
                closers.setLength(closers.length() - 1);
                if (closers.isEmpty()) {
                    return i;
                }
            } else if (!isInText && "([{\"".indexOf(c) >= 0) {
                closers.append(")]}\"".charAt("([{\"".indexOf(c)));
            }
        }
        return -1;
    }
}
