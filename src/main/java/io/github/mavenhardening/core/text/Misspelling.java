package io.github.mavenhardening.core.text;

/** Names that are one typing error apart. */
public final class Misspelling {

    private Misspelling() {}

    /**
     * Whether one character more, less or other, or two neighbours that changed places, make one text of the other. Takes a
     * time that grows with the length of the shorter text.
     *
     * @return false for equal texts
     */
    public static boolean isOneSlip(String a, String b) {
        if (a.length() > b.length()) {
            return isOneSlip(b, a);
        }
        if (b.length() - a.length() > 1 || a.equals(b)) {
            return false;
        }
        int i = firstDifference(a, b);
        if (b.length() > a.length()) {
            return sameFrom(a, i, b, i + 1);
        }
        boolean swapped = i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && sameFrom(a, i + 2, b, i + 2);
        return swapped || sameFrom(a, i + 1, b, i + 1);
    }

    /** The same, where more than a number differs: {@code rxjava2} and {@code rxjava3} are generations of one thing. */
    public static boolean isOneSlipOfLetters(String a, String b) {
        return isOneSlip(a, b) && !withoutDigits(a).equals(withoutDigits(b));
    }

    private static int firstDifference(String a, String b) {
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static boolean sameFrom(String a, int from, String b, int with) {
        return a.length() - from == b.length() - with && a.regionMatches(from, b, with, a.length() - from);
    }

    private static String withoutDigits(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }
}
