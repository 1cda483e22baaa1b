package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Sanitizer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML as it is written. Whatever comes from a repository goes through {@link #text} or an attribute's value, and what a browser
 * would obey, hide or turn around is shown instead.
 */
final class Markup {

    private final StringBuilder html;
    private final Deque<String> open = new ArrayDeque<>();

    Markup() {
        this.html = new StringBuilder(1 << 16);
    }

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
        html.append("</").append(element).append('>');
        if (!isPhrase(element)) {
            html.append('\n');
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
            html.append('\n');
        }
        return this;
    }

    /** HTML of ours: a style, a script, data that is escaped already. */
    Markup raw(String trusted) {
        html.append(trusted);
        return this;
    }

    private void tag(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(Sanitizer.text(attributes[i + 1]));
            html.append('"');
        }
        html.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }

    /** What stands within a line: a line break after it would be seen. */
    private static boolean isPhrase(String element) {
        return switch (element) {
            case "a", "b", "code", "em", "mark", "small", "span", "strong", "button", "option" -> true;
            default -> false;
        };
    }

    /** All of it, with every element ended. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements are not ended: " + open);
        }
        return html.toString();
    }
}
