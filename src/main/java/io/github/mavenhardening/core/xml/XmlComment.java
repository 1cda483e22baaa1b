package io.github.mavenhardening.core.xml;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A comment of an XML file.
 *
 * @param text what stands between its delimiters, without blanks around it
 * @param line the line, 1-based, that it speaks of: its own, or the next tag's where nothing else stands on its lines
 */
public record XmlComment(String text, int line) {

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";
    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";

    /** The comments of a text, in its order; one that is not closed is none. */
    public static List<XmlComment> of(SourceFile source) {
        String text = source.text();
        List<XmlComment> comments = new ArrayList<>();
        int at = text.indexOf(OPEN);
        int section = text.indexOf(SECTION);
        while (at >= 0) {
            if (section >= 0 && section < at) {
                int end = text.indexOf(SECTION_END, section);
                at = end < 0 ? -1 : text.indexOf(OPEN, end);
                section = end < 0 ? -1 : text.indexOf(SECTION, end);
                continue;
            }
            int end = text.indexOf(CLOSE, at + OPEN.length());
            if (end < 0) {
                break;
            }
            String body = text.substring(at + OPEN.length(), end).strip();
            comments.add(new XmlComment(body, line(source, at, end + CLOSE.length())));
            at = text.indexOf(OPEN, end);
            section = section < 0 || section >= end ? section : text.indexOf(SECTION, end);
        }
        return comments;
    }

    private static int line(SourceFile source, int start, int end) {
        String text = source.text();
        int before = start;
        while (before > 0 && isBlank(text.charAt(before - 1))) {
            before--;
        }
        int after = end;
        while (after < text.length() && isBlank(text.charAt(after))) {
            after++;
        }
        boolean begins = before == 0 || isBreak(text.charAt(before - 1));
        boolean ends = after == text.length() || isBreak(text.charAt(after));
        int next = begins && ends ? text.indexOf('<', after) : -1;
        return source.lineOf(next < 0 ? end : next);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
