package io.github.mavenhardening.hostile;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * A kind of input of any length.
 *
 * @param name what it is, for messages
 * @param text makes one of about that length in bytes
 */
public record Shape(String name, IntFunction<byte[]> text) {

    byte[] of(int length) {
        return text.apply(length);
    }

    /** One part again and again, between a head and a tail. */
    public static Shape many(String name, String head, String part, String tail) {
        return new Shape(name, length -> {
            int times = Math.max(1, (length - head.length() - tail.length()) / part.length());
            return bytes(head + part.repeat(times) + tail);
        });
    }

    /** The same, where each {@code @} of a part is the number of its turn, and each {@code @+} that of the next. */
    public static Shape numbered(String name, String head, String part, String tail) {
        return new Shape(name, length -> {
            StringBuilder text = new StringBuilder(length + 100).append(head);
            for (int turn = 0; text.length() + tail.length() < length; turn++) {
                text.append(part.replace("@+", Integer.toString(turn + 1)).replace("@", Integer.toString(turn)));
            }
            return bytes(text.append(tail).toString());
        });
    }

    /** The same, where each {@code @} of a part is one of many texts that have the same {@link String#hashCode() hash}. */
    public static Shape colliding(String name, String head, String part, String tail) {
        return new Shape(name, length -> {
            StringBuilder text = new StringBuilder(length + 100).append(head);
            for (int turn = 0; text.length() + tail.length() < length; turn++) {
                text.append(part.replace("@", colliding(turn)));
            }
            return bytes(text.append(tail).toString());
        });
    }

    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    /** Openings, as many as fit, what stands in the middle, and as many closings. */
    public static Shape nested(String name, String head, String open, String middle, String close) {
        return new Shape(name, length -> {
            int times = Math.max(1, (length - head.length() - middle.length()) / (open.length() + close.length()));
            return bytes(head + open.repeat(times) + middle + close.repeat(times));
        });
    }

    /** Two parts, each of which fills half of it. */
    public static Shape halves(String name, String head, String first, String middle, String second, String tail) {
        return new Shape(name, length -> {
            int half = Math.max(1, (length - head.length() - middle.length() - tail.length()) / 2);
            return bytes(head
                    + first.repeat(Math.max(1, half / first.length()))
                    + middle
                    + second.repeat(Math.max(1, half / second.length()))
                    + tail);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
