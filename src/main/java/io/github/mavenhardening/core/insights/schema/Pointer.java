package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.text.Ellipsis;

/**
 * The way to a value, as a JSON Pointer: {@code /repository/core-team/0}; the root's is empty.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record Pointer(String text) {

    private static final int KEY_LIMIT = 80;

    /** The root's. */
    public static Pointer root() {
        return new Pointer("");
    }

    /** Of a mapping's value; an overlong key is cut. */
    public Pointer key(String key) {
        // Silent: the ellipsis says that there is more.
        String shown = Ellipsis.cut(key, KEY_LIMIT);
        return new Pointer(text + "/" + shown.replace("~", "~0").replace("/", "~1"));
    }

    /** Of a sequence's item, 0-based. */
    public Pointer item(int index) {
        return new Pointer(text + "/" + index);
    }

    /** As a user reads it: the root has a name too. */
    @Override
    public String toString() {
        return text.isEmpty() ? "(root)" : text;
    }
}
