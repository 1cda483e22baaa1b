package io.github.mavenhardening.core.report;

import java.nio.charset.StandardCharsets;

/** A text that grows up to a number of bytes. */
final class BoundedText {

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int size;
    private boolean full;

    BoundedText(int limit) {
        this.limit = limit;
    }

    /** Adds a part where all of it fits, and nothing after one that did not. */
    boolean add(String part) {
        int bytes = part.getBytes(StandardCharsets.UTF_8).length;
        full |= size + bytes > limit;
        if (!full) {
            end(part);
            size += bytes;
        }
        return !full;
    }

    /** Adds a part that room was kept for. */
    void end(String part) {
        text.append(part);
    }

    boolean isFull() {
        return full;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
