package io.github.mavenhardening.core.json;

import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.text.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes objects as indented text. Reports are written in every build, mostly in one that has just started and ends right
 * after: Jackson's writers alone would make it load a megabyte of classes for these few lines.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7: strings</a>
 */
public final class JsonWriter {

    private static final String HEX = "0123456789ABCDEF";
    /** Eight levels' blanks. */
    private static final byte[] INDENTED = "                ".getBytes(StandardCharsets.UTF_8);

    private final Utf8Buffer text = new Utf8Buffer();
    private final boolean indented;
    private int level;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** An object as text in one line. */
    public static String line(JsonObject object) {
        JsonWriter writer = new JsonWriter(false);
        writer.object(object);
        return writer.text.toString();
    }

    /** A text as a JSON string, quotes included. */
    public static String quoted(String value) {
        JsonWriter writer = new JsonWriter(false);
        writer.string(value);
        return writer.text.toString();
    }

    /** An object as text in UTF-8: two blanks a level, LF, also at the end. */
    public static byte[] bytes(JsonObject object) {
        JsonWriter writer = new JsonWriter(true);
        writer.object(object);
        writer.text.ascii('\n');
        return writer.text.toBytes();
    }

    /** An array as text in UTF-8: two blanks a level, LF, also at the end. */
    public static byte[] bytes(JsonArray array) {
        JsonWriter writer = new JsonWriter(true);
        writer.array(array);
        writer.text.ascii('\n');
        return writer.text.toBytes();
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
            text.append(String.valueOf(value));
        }
    }

    private void object(JsonObject object) {
        text.ascii('{');
        level++;
        List<Object> members = object.members();
        for (int i = 0; i < members.size(); i += 2) {
            line();
            string((String) members.get(i));
            text.append(" : ");
            value(members.get(i + 1));
            if (i + 2 < members.size()) {
                text.ascii(',');
            }
        }
        close(members.isEmpty(), '}');
    }

    private void array(JsonArray array) {
        text.ascii('[');
        level++;
        List<Object> elements = array.elements();
        for (int i = 0; i < elements.size(); i++) {
            line();
            value(elements.get(i));
            if (i + 1 < elements.size()) {
                text.ascii(',');
            }
        }
        close(elements.isEmpty(), ']');
    }

    private void close(boolean empty, char bracket) {
        level--;
        if (empty) {
            text.ascii(' ');
        } else {
            line();
        }
        text.ascii(bracket);
    }

    private void line() {
        if (!indented) {
            text.ascii(' ');
            return;
        }
        text.ascii('\n');
        for (int i = 0; i < level; i += INDENTED.length / 2) {
            text.append(INDENTED, 0, Math.min(INDENTED.length, 2 * (level - i)));
        }
    }

    private void string(String string) {
        text.ascii('"');
        byte[] units = string.getBytes(StandardCharsets.UTF_8);
        int copied = 0;
        for (int at = 0; at < units.length; at++) {
            byte unit = units[at];
            boolean isControl = unit >= 0 && unit < ' ';
            if (isControl || unit == '"' || unit == '\\') {
                text.append(units, copied, at);
                escape((char) unit);
                copied = at + 1;
            }
        }
        text.append(units, copied, units.length);
        text.ascii('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> {
                text.append("\\u00");
                text.ascii(HEX.charAt(c >> 4));
                text.ascii(HEX.charAt(c & 15));
            }
        }
    }
}
