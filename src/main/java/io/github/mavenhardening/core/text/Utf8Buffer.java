package io.github.mavenhardening.core.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects text as UTF-8, in blocks: a report's text is too long to be held twice, first as characters, and one array for all of
 * it would be copied whenever it grows, through ever longer stretches of free memory.
 */
public final class Utf8Buffer {

    private static final int FIRST_BLOCK = 1 << 12;
    /** Small enough that no garbage collector treats it apart. */
    private static final int LARGEST_BLOCK = 1 << 17;

    private final List<byte[]> full = new ArrayList<>();
    private int before;
    private byte[] block = new byte[FIRST_BLOCK];
    private int used;

    /** A character below U+0080. */
    public void ascii(char c) {
        if (used == block.length) {
            next();
        }
        block[used++] = (byte) c;
    }

    /** Any text. */
    public void append(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        append(utf8, 0, utf8.length);
    }

    /** Text that is UTF-8 already, between two offsets. */
    public void append(byte[] utf8, int from, int to) {
        int at = from;
        while (at < to) {
            if (used == block.length) {
                next();
            }
            int length = Math.min(to - at, block.length - used);
            System.arraycopy(utf8, at, block, used, length);
            used += length;
            at += length;
        }
    }

    /** What was collected. */
    public byte[] toBytes() {
        byte[] bytes = new byte[before + used];
        int at = 0;
        for (byte[] one : full) {
            System.arraycopy(one, 0, bytes, at, one.length);
            at += one.length;
        }
        System.arraycopy(block, 0, bytes, at, used);
        return bytes;
    }

    @Override
    public String toString() {
        return new String(toBytes(), StandardCharsets.UTF_8);
    }

    private void next() {
        full.add(block);
        before = Math.addExact(before, block.length);
        block = new byte[Math.min(2 * block.length, LARGEST_BLOCK)];
        used = 0;
    }
}
