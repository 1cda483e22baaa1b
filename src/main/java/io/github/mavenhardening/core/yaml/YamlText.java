package io.github.mavenhardening.core.yaml;

/** Line breaks and blanks as the YAML parser defines them; not quite what Java does. */
final class YamlText {

    private YamlText() {}

    /** Whether a line ends there, as YAML 1.1 has it and SnakeYAML reads it: NEL, LS and PS count. */
    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The offset of the next line break at or after that one; the limit when there is none before it. */
    static int lineEnd(String text, int from, int limit) {
        int at = from;
        while (at < limit && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset after the line break that stands at that one; CR LF is one break. */
    static int afterBreak(String text, int at) {
        boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return two ? at + 2 : at + 1;
    }

    /** The offset of the first character at or after that one that is not a blank; the limit when there is none before it. */
    static int afterBlanks(String text, int from, int limit) {
        int at = from;
        while (at < limit && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
