package io.github.mavenhardening.core.yaml;

import java.util.regex.Pattern;

/** How edits write texts: as they are where YAML reads them so, in quotes elsewhere. None may break a line. */
public final class YamlWords {

    /** What YAML reads as the text that it is, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@+-]*+");

    private YamlWords() {}

    /** Whether a text cannot be written: it would break its line, or holds what no editor shows. */
    static boolean breaksLine(String text) {
        return text.chars().anyMatch(c -> YamlText.isBreak((char) c) || Character.isISOControl(c));
    }

    /** As it is written in flow style, and in block style unless it is an expression. */
    public static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }

    /** As it is written in block style. */
    static String written(String text) {
        return isExpression(text) ? text : quoted(text);
    }

    /** Whether a text is an expression that may stand without quotes in block style, which GitHub's own examples write so. */
    private static boolean isExpression(String text) {
        return text.startsWith("${{") && text.endsWith("}}") && !text.contains(": ") && !text.contains(" #");
    }

    /** As a comment behind a value, on one line. */
    static String comment(String text) {
        StringBuilder comment = new StringBuilder(" # ");
        text.chars()
                .mapToObj(c -> breaksLine(Character.toString(c)) ? ' ' : (char) c)
                .forEach(comment::append);
        return comment.toString();
    }
}
