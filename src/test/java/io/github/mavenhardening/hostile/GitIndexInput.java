package io.github.mavenhardening.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Git indexes of any length. */
final class GitIndexInput {

    private static final int FILE = 0100644;
    private static final int NAME = 20;
    private static final int STAT = 40;
    private static final int MODE = 24;

    private GitIndexInput() {}

    /** Entries of files in one folder. */
    static byte[] version2(int length) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        int count = 0;
        while (entries.size() + 100 < length) {
            byte[] path = ("f/" + count++).getBytes(StandardCharsets.UTF_8);
            int size = STAT + NAME + 2 + path.length;
            ByteBuffer entry = ByteBuffer.allocate(size + 8 - size % 8);
            entry.putInt(MODE, FILE).position(STAT + NAME + 2);
            entries.writeBytes(entry.put(path).array());
        }
        return index(2, count, entries);
    }

    /** A path as long as half of the file, and others that share all of it but their ends. */
    static byte[] version4(int length) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        int count = 0;
        while (entries.size() + 100 < length) {
            String name = count == 0 ? "a/".repeat(length / 4) : "%07d".formatted(count);
            byte[] path = name.getBytes(StandardCharsets.UTF_8);
            ByteBuffer entry = ByteBuffer.allocate(STAT + NAME + 2 + 1 + path.length + 1);
            entry.putInt(MODE, FILE).position(STAT + NAME + 2);
            // How many characters of the path before are taken away.
            entry.put((byte) (count < 2 ? 0 : path.length));
            entries.writeBytes(entry.put(path).array());
            count++;
        }
        return index(4, count, entries);
    }

    private static byte[] index(int version, int count, ByteArrayOutputStream entries) {
        ByteBuffer index = ByteBuffer.allocate(12 + entries.size() + NAME);
        index.put("DIRC".getBytes(StandardCharsets.UTF_8)).putInt(version).putInt(count);
        return index.put(entries.toByteArray()).array();
    }
}
