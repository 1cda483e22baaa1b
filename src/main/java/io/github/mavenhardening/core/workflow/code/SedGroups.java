package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code sed -n 's/…\(…\)…/\1/p'} prints: of each line that the pattern is the whole of, the groups alone. */
public final class SedGroups {

    private static final Pattern QUIET = Pattern.compile("-[a-zA-Z]{0,4}n[a-zA-Z]{0,4}|--quiet|--silent");
    private static final Pattern EXTENDED = Pattern.compile("-[a-zA-Z]{0,4}[rE][a-zA-Z]{0,4}|--regexp-extended");
    private static final Pattern SCRIPT = Pattern.compile("-[a-zA-Z]{0,4}e|--expression");
    private static final Pattern FLAGS = Pattern.compile("[gIi0-9]{0,4}p[gIi0-9]{0,4}\\s{0,9}");
    private static final Pattern BEGIN = Pattern.compile("\\^|\\.\\*");

    /** Groups by their numbers, and text that is nothing to a shell. */
    private static final Pattern REPLACEMENT = Pattern.compile("(?:\\\\[1-9]|[\\w ./:,=@+-]){1,200}");

    /** What is an operator with a backslash in a basic expression, and without one in an extended expression. */
    private static final String OPERATORS = "(){}|+?";

    private SedGroups() {}

    /** Whether a call of {@code sed} with these words prints nothing else, and all of it is harmless. */
    public static boolean areHarmless(List<String> words) {
        if (!CommandWords.anyMatches(words, QUIET.pattern())) {
            return false;
        }
        // The script is the first word but for options, whether -e stands before it or not.
        String script = "";
        int scripts = 0;
        for (String word : words) {
            scripts += SCRIPT.matcher(word).matches() ? 1 : 0;
            script = script.isEmpty() && !word.startsWith("-") ? word : script;
        }
        if (scripts > 1) {
            return false;
        }
        List<String> parts = parts(script.strip());
        if (parts.size() != 3
                || !REPLACEMENT.matcher(parts.get(1)).matches()
                || !FLAGS.matcher(parts.get(2)).matches()) {
            return false;
        }
        String pattern = CommandWords.anyMatches(words, EXTENDED.pattern()) ? parts.get(0) : extended(parts.get(0));
        return isWhole(pattern) && HarmlessPattern.inGroups(pattern);
    }

    /** The pattern, the replacement and the flags of one substitution; empty for anything else. */
    private static List<String> parts(String script) {
        List<String> parts = new ArrayList<>();
        if (script.length() < 2 || script.charAt(0) != 's' || Character.isLetterOrDigit(script.charAt(1))) {
            return parts;
        }
        char delimiter = script.charAt(1);
        int from = 2;
        for (int i = 2; i < script.length() && parts.size() < 2; i++) {
            if (script.charAt(i) == '\\') {
                i++;
            } else if (script.charAt(i) == delimiter) {
                parts.add(script.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(script.substring(from));
        return parts;
    }

    /** Whether a pattern is found from the first to the last character of a line, and holds no variable of a shell. */
    private static boolean isWhole(String pattern) {
        int last = pattern.length() - 1;
        int dollar = pattern.indexOf('$');
        return BEGIN.matcher(pattern).lookingAt()
                && (dollar < 0 ? pattern.endsWith(".*") && !pattern.endsWith("\\.*") : dollar == last)
                && !hasAlternative(pattern);
    }

    /** Whether it has a bar outside of its groups. */
    private static boolean hasAlternative(String pattern) {
        int depth = 0;
        for (char next : HarmlessPattern.operators(pattern).toCharArray()) {
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (next == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    /** A basic regular expression as an extended one. */
    private static String extended(String basic) {
        StringBuilder extended = new StringBuilder();
        for (int i = 0; i < basic.length(); i++) {
            char next = basic.charAt(i);
            int end = next == '[' ? basic.indexOf(']', i + 2) : -1;
            if (end > 0) {
                extended.append(basic, i, end + 1);
                i = end;
            } else if (next == '\\' && i + 1 < basic.length() && OPERATORS.indexOf(basic.charAt(i + 1)) >= 0) {
                extended.append(basic.charAt(++i));
            } else if (next == '\\' && i + 1 < basic.length()) {
                extended.append(next).append(basic.charAt(++i));
            } else {
                extended.append(OPERATORS.indexOf(next) >= 0 ? "\\" : "").append(next);
            }
        }
        return extended.toString();
    }
}
