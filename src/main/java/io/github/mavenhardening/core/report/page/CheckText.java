package io.github.mavenhardening.core.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check's documentation page, Markdown as these pages use it, as HTML: headings, paragraphs, lists, fenced code, code, emphasis
 * and links. What is of another form stays as it is written. A page may be a third party's: nothing of it becomes HTML by itself.
 */
final class CheckText {

    private static final Pattern INLINE = Pattern.compile(
            "`(?<code>[^`]{1,400})`|\\*\\*(?<strong>[^*]{1,400})\\*\\*|\\[(?<label>[^\\]]{1,400})\\]\\((?<target>[^)\\s]{1,400})\\)"
                    + "|(?<url>https://[^\\s<>)]{1,400})");
    private static final String FENCE = "```";

    private final Markup page;

    CheckText(Markup page) {
        this.page = page;
    }

    /** Writes a page without its title, which is the check's id. */
    void write(String markdown) {
        List<String> lines = List.of(markdown.split("\n", -1));
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.startsWith(FENCE)) {
                at = fenced(lines, at + 1);
            } else if (line.startsWith("#")) {
                heading(line);
                at++;
            } else if (line.startsWith("- ")) {
                at = list(lines, at);
            } else if (line.startsWith("|")) {
                at = verbatim(lines, at);
            } else if (line.isBlank()) {
                at++;
            } else {
                at = paragraph(lines, at);
            }
        }
    }

    private void heading(String line) {
        String text = line.replaceFirst("^#+", "").strip();
        if (line.startsWith("##")) {
            page.element("h4", text);
        }
    }

    private int fenced(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).startsWith(FENCE)) {
            at++;
        }
        pre(lines.subList(from, at));
        return at + 1;
    }

    private int verbatim(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).startsWith("|")) {
            at++;
        }
        pre(lines.subList(from, at));
        return at;
    }

    private void pre(List<String> lines) {
        page.begin("pre", "tabindex", "0").begin("code");
        lines.forEach(line -> page.code(SafeLine.whole(line)));
        page.end().end();
    }

    private int list(List<String> lines, int from) {
        page.begin("ul");
        int at = from;
        while (at < lines.size() && lines.get(at).startsWith("- ")) {
            StringBuilder item = new StringBuilder(lines.get(at).substring(2));
            at++;
            while (at < lines.size() && lines.get(at).startsWith("  ")) {
                item.append(' ').append(lines.get(at).strip());
                at++;
            }
            page.begin("li");
            inline(item.toString());
            page.end();
        }
        page.end();
        return at;
    }

    private int paragraph(List<String> lines, int from) {
        List<String> parts = new ArrayList<>();
        int at = from;
        while (at < lines.size() && isPlain(lines.get(at))) {
            parts.add(lines.get(at).strip());
            at++;
        }
        page.begin("p");
        inline(String.join(" ", parts));
        page.end();
        return at;
    }

    private static boolean isPlain(String line) {
        return !line.isBlank() && !line.startsWith(FENCE) && !line.startsWith("#") && !line.startsWith("- ");
    }

    private void inline(String text) {
        Matcher part = INLINE.matcher(text);
        int at = 0;
        while (part.find()) {
            plain(text.substring(at, part.start()));
            if (part.group("code") != null) {
                page.element("code", part.group("code"));
            } else if (part.group("strong") != null) {
                page.element("strong", part.group("strong"));
            } else if (part.group("url") != null) {
                link(part.group("url"), part.group("url"));
            } else {
                link(part.group("label"), part.group("target"));
            }
            at = part.end();
        }
        plain(text.substring(at));
    }

    /** A paragraph may be longer than a text that is shown whole. */
    private void plain(String text) {
        int step = 500;
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + step);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            page.text(text.substring(at, end));
            at = end;
        }
    }

    /** Addresses on the web are links; the way to another page leads nowhere from here. */
    private void link(String label, String target) {
        if (target.startsWith("https://")) {
            page.element("a", label.replace("`", ""), "href", target, "rel", "noreferrer");
        } else {
            page.element("em", label.replace("`", ""));
        }
    }
}
