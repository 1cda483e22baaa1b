package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts within Markdown as GitHub reads it: whatever a name or a message holds is shown, and does nothing. */
final class MarkdownText {

    /** What begins something in a line: code, emphasis, a link, an image, HTML, a cell, a formula. */
    private static final String MARKS = "\\`*_[]<>#|~&!$";

    /** An address that GitHub makes a link of although nothing marks it. */
    private static final Pattern WWW = Pattern.compile("(?i)www\\.");

    private MarkdownText() {}

    /** A text on one line, at most {@link Sanitizer#LIMIT} code points of it. */
    static String of(String text) {
        String safe = Sanitizer.text(text);
        StringBuilder markdown = new StringBuilder(safe.length() + 16);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (c == '@') {
                // GitHub looks for mentions and mail addresses in what comes out, where no backslash is left.
                markdown.append("<span>@</span>");
                continue;
            }
            boolean begins = i == 0 && (c == '-' || c == '+' || c == '=');
            boolean address = c == ':' && safe.startsWith("//", i + 1);
            if (begins || address || MARKS.indexOf(c) >= 0) {
                markdown.append('\\');
            }
            markdown.append(c);
        }
        return WWW.matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().substring(0, 3) + "\\."));
    }
}
