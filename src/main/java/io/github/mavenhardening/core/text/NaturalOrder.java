package io.github.mavenhardening.core.text;

import java.util.Comparator;

/** The order of sentences that begin with places: {@code ci.yml:9} comes before {@code ci.yml:15}. */
public final class NaturalOrder implements Comparator<String> {

    /** The only one. */
    public static final Comparator<String> INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int end = endOfDigits(one, i);
            int otherEnd = endOfDigits(other, j);
            int order = end > i && otherEnd > j
                    ? numbers(one, i, end, other, j, otherEnd)
                    : Character.compare(one.charAt(i), other.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(end, i + 1);
            j = Math.max(otherEnd, j + 1);
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }

    /** By value, however many digits there are: of two without leading zeros the longer one is greater. */
    private static int numbers(String one, int start, int end, String other, int otherStart, int otherEnd) {
        int i = significant(one, start, end);
        int j = significant(other, otherStart, otherEnd);
        int length = Integer.compare(end - i, otherEnd - j);
        for (; length == 0 && i < end; i++, j++) {
            length = Character.compare(one.charAt(i), other.charAt(j));
        }
        return length;
    }

    private static int significant(String text, int start, int end) {
        int at = start;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
