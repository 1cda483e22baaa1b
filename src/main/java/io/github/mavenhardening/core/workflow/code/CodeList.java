package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayList;
import java.util.List;

/** The parts of a list in the code of a program: arguments, members, words. Commas within brackets and texts part nothing. */
public final class CodeList {

    private CodeList() {}

    /** The parts up to the end of the text, or to a bracket that was opened before it. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = end(text, from); end < text.length() && text.charAt(end) == ','; end = end(text, from)) {
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        String last = text.substring(from, end(text, from));
        if (!last.isBlank() || !parts.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    /** Where the bracket closes that was opened before a place. */
    public static int closing(String text, int from) {
        int at = end(text, from);
        while (at < text.length() && text.charAt(at) == ',') {
            at = end(text, at + 1);
        }
        return at;
    }

    /** Where a part ends that begins at a place: at a comma, or a bracket that closes. */
    static int end(String text, int from) {
        int open = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = quoted(text, at);
            } else if (open == 0 && (c == ',' || c == ')' || c == ']' || c == '}')) {
                return at;
            } else {
                open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return text.length();
    }

    /** Where a text in quotes ends; at the end where nothing ends it. */
    static int quoted(String text, int from) {
        for (int at = from + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(from)) {
                return at;
            }
        }
        return text.length();
    }
}
