package io.github.mavenhardening.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes objects as indented text. Reports are written in every build, mostly in one that has just started and ends right
 * after: Jackson's writers alone would make it load a megabyte of classes for these few lines.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7: strings</a>
 */
final class JsonWriter {

    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder(4096);
    private final boolean indented;
    private int level;

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
        // Halves of surrogate pairs, which a file name can hold and UTF-8 cannot, become question marks.
        return new String(writer.text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
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
        Iterator<Map.Entry<String, Object>> members =
                object.members().entrySet().iterator();
        boolean empty = !members.hasNext();
        while (members.hasNext()) {
            Map.Entry<String, Object> member = members.next();
            line();
            string(member.getKey());
            text.append(" : ");
            value(member.getValue());
            text.append(members.hasNext() ? "," : "");
        }
        close(empty, '}');
    }

    private void array(JsonArray array) {
        text.append('[');
        level++;
        Iterator<Object> elements = array.elements().iterator();
        boolean empty = !elements.hasNext();
        while (elements.hasNext()) {
            line();
            value(elements.next());
            text.append(elements.hasNext() ? "," : "");
        }
        close(empty, ']');
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
        for (int i = 0; i < level; i++) {
            text.append("  ");
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
            }
        }
        text.append(string, copied, string.length()).append('"');
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
