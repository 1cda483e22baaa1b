package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.text.Ellipsis;

/** A value as a message quotes it: in quotes, cut where it is long. */
public final class Quoted {

    private static final int LIMIT = 80;

    private Quoted() {}

    public static String of(String text) {
        // Silent: the ellipsis says that there is more.
        String stripped = text.strip();
        String line = stripped.lines().findFirst().orElse("");
        boolean goesOn = line.length() <= LIMIT && !line.equals(stripped);
        return "'" + Ellipsis.cut(line, LIMIT) + (goesOn ? "…'" : "'");
    }
}
