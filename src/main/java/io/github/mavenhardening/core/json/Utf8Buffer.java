package io.github.mavenhardening.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects text as UTF-8, in one array: a report's text is too long to be held twice, first as characters. */
final class Utf8Buffer {

    private byte[] bytes = new byte[4096];
    private int length;

    /** A character below U+0080. */
    void ascii(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    /** Text that is UTF-8 already, between two offsets. */
    void append(byte[] utf8, int from, int to) {
        reserve(to - from);
        System.arraycopy(utf8, from, bytes, length, to - from);
        length += to - from;
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
