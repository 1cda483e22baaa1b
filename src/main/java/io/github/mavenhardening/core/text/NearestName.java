package io.github.mavenhardening.core.text;

import java.util.Collection;
import java.util.Optional;

/** The known name that a misspelt one was meant to be. */
public final class NearestName {

    /** Names whose lengths differ by more are not misspellings of each other. */
    private static final int LENGTHS = 8;

    private NearestName() {}

    /** The known name nearest to another; empty when none is near. */
    public static Optional<String> of(String name, Collection<String> known) {
        // Silent: a name that is farther from all is not a misspelling.
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(candidate, name);
            if (distance <= Math.max(2, candidate.length() / 4) && distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** "; did you mean x?" to end an error with; empty when no name is near. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** The number of characters to insert, delete or replace, the shorter text's square at most. */
    private static int distance(String a, String b) {
        // Silent: names that far apart are not misspellings of each other.
        if (Math.abs(a.length() - b.length()) > LENGTHS) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
