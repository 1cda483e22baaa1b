package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A script within a word or a here-document, whose output the shell puts in its place: {@code $(…)}, or what stands between
 * backticks.
 *
 * @param from offset of the inner script's first character
 * @param to offset after its last one
 */
record Substitution(int from, int to) {

    /** Those of a text, in its order; what an inner script holds itself is not among them. Single quotes keep one from being. */
    static List<Substitution> of(String text, boolean hasQuotes) {
        List<Substitution> found = new ArrayList<>();
        char quote = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = quote == '\'' ? at : end(text, at);
            if (end > at) {
                int from = at + (c == '$' ? 2 : 1);
                boolean isClosed = end > from && text.charAt(end - 1) == (c == '$' ? ')' : '`');
                found.add(new Substitution(from, isClosed ? end - 1 : end));
                at = end;
            } else if (c == '\\' && quote != '\'') {
                at += 2;
            } else {
                if (hasQuotes && (c == '"' || c == '\'') && (quote == 0 || quote == c)) {
                    quote = quote == 0 ? c : 0;
                }
                at++;
            }
        }
        return found;
    }

    /** The offset after a substitution that begins at an offset; that offset where none does. */
    static int end(String text, int at) {
        if (text.startsWith("$(", at)) {
            return closing(text, at + 1);
        }
        if (text.charAt(at) != '`') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '`') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        // Without a second one it is not a substitution; the shell would not run such a script.
        return end < text.length() ? end + 1 : at;
    }

    /** The offset after the bracket that closes the one at an offset; the end of the text when none does. */
    static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == opening) {
                depth++;
            } else if (text.charAt(i) == closing && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
