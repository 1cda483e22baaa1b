package io.github.mavenhardening.core.workflow.code;

import java.util.Set;
import java.util.regex.Pattern;

/** Regular expressions of a whole value, of which every character is known to be harmless to a shell. */
public final class HarmlessPattern {

    private static final Set<String> CLASSES = Set.of("digit", "alnum", "alpha", "xdigit", "lower", "upper");
    private static final String PLAIN = "/:,@+=#_-";
    private static final String ESCAPED = "dw./+-";
    private static final String QUANTIFIERS = "?*{},";

    private static final Pattern BLANKS = Pattern.compile("\\[:(?:space|blank):\\]|\\\\[snrt]|\\\\0?1[25]|\\s");

    private static final Pattern APART = Pattern.compile("(?s)\\\\.|\\[.[^\\]]{0,300}\\]");

    private final String pattern;
    private int at;

    private HarmlessPattern(String pattern) {
        this.pattern = pattern;
    }

    /** Whether a value that a pattern is found in is harmless: the pattern begins and ends with those of the value. */
    public static boolean is(String pattern) {
        int last = pattern.length() - 1;
        return last > 0
                && pattern.charAt(0) == '^'
                && pattern.charAt(last) == '$'
                && new HarmlessPattern(pattern.substring(1, last)).isHarmless(false);
    }

    /** Whether a pattern is found in every value that has a harmful character: {@code [^a-z]}. */
    static boolean isOther(String pattern) {
        String set = pattern.endsWith("+") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return set.startsWith("[^") && set.endsWith("]") && isHarmlessSet(set.substring(2, set.length() - 1));
    }

    /**
     * Whether all signs of a value are replaced that do harm, where each that is in none of the set is.
     *
     * @param kept the set, as it stands between brackets; blanks alone run nothing
     */
    public static boolean keepsHarmless(String kept) {
        String signs = BLANKS.matcher(kept).replaceAll("");
        return signs.isEmpty() ? !kept.isEmpty() : isHarmlessSet(signs);
    }

    /** Whether a pattern captures something in groups, and all of that is harmless. */
    public static boolean inGroups(String pattern) {
        boolean captures = false;
        String operators = operators(pattern);
        for (int open = operators.indexOf('('); open >= 0; open = operators.indexOf('(', open + 1)) {
            if (!operators.startsWith("(?", open)) {
                captures = true;
                if (!new HarmlessPattern(pattern.substring(open + 1)).isHarmless(true)) {
                    return false;
                }
            }
        }
        return captures;
    }

    /** A pattern with blanks in place of its sets and of what is escaped. */
    static String operators(String pattern) {
        return APART.matcher(pattern).replaceAll(part -> " ".repeat(part.group().length()));
    }

    /**
     * Whether all is harmless.
     *
     * @param isGroup whether it is read to the end of the group that begins before it
     */
    private boolean isHarmless(boolean isGroup) {
        int depth = 0;
        while (at < pattern.length()) {
            char next = pattern.charAt(at++);
            if (next == '(') {
                depth++;
            } else if (next == ')') {
                depth--;
            } else if (next == '[') {
                if (!isSet()) {
                    return false;
                }
            } else if (next == '\\') {
                if (at == pattern.length() || ESCAPED.indexOf(pattern.charAt(at++)) < 0) {
                    return false;
                }
            } else if (next == '|' ? depth == 0 && !isGroup : !isPlain(next) && QUANTIFIERS.indexOf(next) < 0) {
                // Outside of groups, what stands at one side is not held by both ends.
                return false;
            }
            if (depth < 0) {
                return isGroup;
            }
        }
        return depth == 0 && !isGroup;
    }

    /** Whether a set of characters holds harmless ones alone, from its second character to its end. */
    private boolean isSet() {
        int end = pattern.indexOf(']', at);
        while (end > 0 && pattern.charAt(end - 1) == ':' && end + 1 < pattern.length() && isNamed(end)) {
            end = pattern.indexOf(']', end + 1);
        }
        if (end < 0) {
            return false;
        }
        String set = pattern.substring(at, end);
        at = end + 1;
        return isHarmlessSet(set);
    }

    /** Whether a bracket ends the name of a class, as the first does in {@code [[:digit:]_]}. */
    private boolean isNamed(int bracket) {
        int begin = pattern.lastIndexOf("[:", bracket - 2);
        return begin >= at;
    }

    /** Whether a set of characters, as it stands between brackets, holds harmless ones alone. */
    static boolean isHarmlessSet(String set) {
        int i = 0;
        while (i < set.length()) {
            char next = set.charAt(i);
            if (set.startsWith("[:", i)) {
                int end = set.indexOf(":]", i);
                if (end < 0 || !CLASSES.contains(set.substring(i + 2, end))) {
                    return false;
                }
                i = end + 2;
            } else if (next == '\\' && i + 1 < set.length() && ESCAPED.indexOf(set.charAt(i + 1)) >= 0) {
                i += 2;
            } else if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                if (!isRange(next, set.charAt(i + 2))) {
                    return false;
                }
                i += 3;
            } else if (isPlain(next) || next == '.') {
                i++;
            } else {
                return false;
            }
        }
        return !set.isEmpty();
    }

    private static boolean isRange(char from, char to) {
        return from <= to
                && ((isDigit(from) && isDigit(to)) || (from >= 'a' && to <= 'z') || (from >= 'A' && to <= 'Z'));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isPlain(char character) {
        return isDigit(character)
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || PLAIN.indexOf(character) >= 0;
    }
}
