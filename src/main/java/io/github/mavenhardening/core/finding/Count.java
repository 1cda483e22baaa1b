package io.github.mavenhardening.core.finding;

/** A number with its noun, in the form that the number needs: {@code 1 file}, {@code 2 files}. */
public final class Count {

    private Count() {}

    /**
     * The number with the noun.
     *
     * @param plural the noun in the plural, regular: {@code files}, {@code entries}; words before it stay as they are
     */
    public static String of(long number, String plural) {
        return number + " " + noun(number, plural);
    }

    /** As {@link #of}, with the form of {@code to be} that agrees: {@code 1 file is}, {@code 2 files are}. */
    public static String are(long number, String plural) {
        return of(number, plural) + (number == 1 ? " is" : " are");
    }

    private static String noun(long number, String plural) {
        if (number != 1 || !plural.endsWith("s")) {
            return plural;
        }
        return plural.endsWith("ies")
                ? plural.substring(0, plural.length() - 3) + "y"
                : plural.substring(0, plural.length() - 1);
    }
}
