package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.text.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML as it is written. Whatever comes from a repository goes through {@link #text} or an attribute's value, and what a browser
 * would obey, hide or turn around is shown instead.
 */
final class Markup {

    private final Utf8Buffer html = new Utf8Buffer();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values by turns
     */
    Markup begin(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    Markup end() {
        String element = open.pop();
        html.append("</");
        html.append(element);
        html.ascii('>');
        if (!isPhrase(element)) {
            html.ascii('\n');
        }
        return this;
    }

    /** An element with a text in it. */
    Markup element(String element, String text, String... attributes) {
        return begin(element, attributes).text(text).end();
    }

    /** An element that has no end tag. */
    Markup single(String element, String... attributes) {
        tag(element, attributes);
        return this;
    }

    /** A text of one line. */
    Markup text(String text) {
        escape(Sanitizer.text(text));
        return this;
    }

    /** A sentence in which code stands between backticks. */
    Markup sentence(String text) {
        String[] parts = text.split("`", -1);
        // With an odd number of backticks nobody knows what is code.
        if (parts.length % 2 == 0) {
            return text(text);
        }
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                text(parts[i]);
            } else {
                element("code", parts[i]);
            }
        }
        return this;
    }

    /** Lines of code, in full. */
    Markup code(String lines) {
        for (String line : lines.split("\n", -1)) {
            escape(Sanitizer.visible(line));
            html.ascii('\n');
        }
        return this;
    }

    /** HTML of ours: a style, a script, data that is escaped already. */
    Markup raw(String trusted) {
        html.append(trusted);
        return this;
    }

    private void tag(String element, String... attributes) {
        html.ascii('<');
        html.append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.ascii(' ');
            html.append(attributes[i]);
            html.append("=\"");
            escape(Sanitizer.text(attributes[i + 1]));
            html.ascii('"');
        }
        html.ascii('>');
    }

    private void escape(String text) {
        byte[] units = text.getBytes(StandardCharsets.UTF_8);
        int copied = 0;
        for (int at = 0; at < units.length; at++) {
            String reference = reference(units[at]);
            if (!reference.isEmpty()) {
                html.append(units, copied, at);
                html.append(reference);
                copied = at + 1;
            }
        }
        html.append(units, copied, units.length);
    }

    private static String reference(byte unit) {
        return switch (unit) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    /** What stands within a line: a line break after it would be seen. */
    private static boolean isPhrase(String element) {
        return switch (element) {
            case "a", "b", "code", "em", "mark", "small", "span", "strong", "button", "option" -> true;
            default -> false;
        };
    }

    /** All of it in UTF-8, with every element ended. */
    byte[] toBytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements are not ended: " + open);
        }
        return html.toBytes();
    }
}
