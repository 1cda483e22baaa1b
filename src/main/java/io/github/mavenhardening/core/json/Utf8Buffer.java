package io.github.mavenhardening.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects text as UTF-8, in one array: a report's text is too long to be held twice, first as characters. */
final class Utf8Buffer {

    private static final int ASCII = 0x80;

    private byte[] bytes = new byte[4096];
    private int length;

    /** A character below U+0080. */
    void ascii(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    /** A text of characters below U+0080, between two offsets. */
    // The method drops each character's upper byte, which is none here: nothing else copies a string's part without
    // making one.
    @SuppressWarnings("deprecation")
    void ascii(String text, int from, int to) {
        reserve(to - from);
        text.getBytes(from, to, bytes, length);
        length += to - from;
    }

    /** The character at an offset, with the next one where both are a pair; returns how many that were. A half becomes a {@code ?}. */
    int other(String text, int at) {
        int c = text.codePointAt(at);
        reserve(4);
        if (c < ASCII) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = continued(c);
        } else if (Character.isBmpCodePoint(c) && Character.isSurrogate((char) c)) {
            bytes[length++] = '?';
        } else if (Character.isBmpCodePoint(c)) {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = continued(c >> 6);
            bytes[length++] = continued(c);
        } else {
            bytes[length++] = (byte) (0xF0 | c >> 18);
            bytes[length++] = continued(c >> 12);
            bytes[length++] = continued(c >> 6);
            bytes[length++] = continued(c);
        }
        return Character.charCount(c);
    }

    private static byte continued(int bits) {
        return (byte) (ASCII | (bits & 0x3F));
    }

    /** What was collected. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
