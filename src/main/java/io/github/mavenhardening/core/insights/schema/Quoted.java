package io.github.mavenhardening.core.insights.schema;

/** A value as a message quotes it: in quotes, cut where it is long. */
public final class Quoted {

    private static final int LIMIT = 80;

    private Quoted() {}

    public static String of(String text) {
        // Silent: the ellipsis says that there is more.
        String line = text.strip().lines().findFirst().orElse("");
        boolean whole = line.length() <= LIMIT && line.equals(text.strip());
        int end = Math.min(line.length(), LIMIT);
        if (end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return "'" + (whole ? line : line.substring(0, end) + "…") + "'";
    }
}
