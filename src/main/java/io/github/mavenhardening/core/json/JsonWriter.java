package io.github.mavenhardening.core.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes objects as indented text. Reports are written in every build, mostly in one that has just started and ends right
 * after: Jackson's writers alone would make it load a megabyte of classes for these few lines.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7: strings</a>
 */
final class JsonWriter {

    private static final String HEX = "0123456789ABCDEF";
    /** Eight levels' blanks. */
    private static final String INDENTED = "                ";

    private final StringBuilder text = new StringBuilder(4096);
    private final boolean indented;
    private int level;
    /** Whether a string has held halves of surrogate pairs, be they paired or not. */
    private boolean surrogates;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    static String line(JsonObject object) {
        JsonWriter writer = new JsonWriter(false);
        writer.object(object);
        return sound(writer);
    }

    static String quoted(String value) {
        JsonWriter writer = new JsonWriter(false);
        writer.string(value);
        return sound(writer);
    }

    static String text(JsonObject object) {
        JsonWriter writer = new JsonWriter(true);
        writer.object(object);
        writer.text.append('\n');
        return sound(writer);
    }

    private static String sound(JsonWriter writer) {
        String text = writer.text.toString();
        // Halves of surrogate pairs, which a file name can hold and UTF-8 cannot, become question marks.
        return writer.surrogates ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
    }

    private void value(Object value) {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray array) {
            array(array);
        } else if (value instanceof String string) {
            string(string);
        } else {
            // A number, true, false or null: each is written as Java writes it.
            text.append(value);
        }
    }

    private void object(JsonObject object) {
        text.append('{');
        level++;
        List<Object> members = object.members();
        for (int i = 0; i < members.size(); i += 2) {
            line();
            string((String) members.get(i));
            text.append(" : ");
            value(members.get(i + 1));
            if (i + 2 < members.size()) {
                text.append(',');
            }
        }
        close(members.isEmpty(), '}');
    }

    private void array(JsonArray array) {
        text.append('[');
        level++;
        List<Object> elements = array.elements();
        for (int i = 0; i < elements.size(); i++) {
            line();
            value(elements.get(i));
            if (i + 1 < elements.size()) {
                text.append(',');
            }
        }
        close(elements.isEmpty(), ']');
    }

    private void close(boolean empty, char bracket) {
        level--;
        if (empty) {
            text.append(' ');
        } else {
            line();
        }
        text.append(bracket);
    }

    private void line() {
        if (!indented) {
            text.append(' ');
            return;
        }
        text.append('\n');
        for (int i = 0; i < level; i += INDENTED.length() / 2) {
            text.append(INDENTED, 0, Math.min(INDENTED.length(), 2 * (level - i)));
        }
    }

    private void string(String string) {
        text.append('"');
        int copied = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                text.append(string, copied, i);
                escape(c);
                copied = i + 1;
            } else if (Character.isSurrogate(c)) {
                surrogates = true;
            }
        }
        if (copied == 0) {
            text.append(string).append('"');
        } else {
            text.append(string, copied, string.length()).append('"');
        }
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
