package io.github.mavenhardening.core.scorecard;

import java.util.OptionalInt;

/**
 * The score of one of Scorecard's checks, as far as a checkout tells.
 *
 * @param check Scorecard's name of it, {@code Token-Permissions}
 * @param value 0 to 10; empty where there is nothing to decide from, which Scorecard calls inconclusive
 * @param reason what it was decided from, without a final full stop
 */
public record Score(String check, OptionalInt value, String reason) {

    private static final int MOST = 10;

    /** A value, brought between 0 and 10; fractions are cut off, as Scorecard does. */
    static Score of(String check, double value, String reason) {
        return new Score(check, OptionalInt.of((int) Math.max(0, Math.min(MOST, value))), reason);
    }

    /** All or nothing. */
    static Score of(String check, boolean fulfilled, String reason) {
        return of(check, fulfilled ? MOST : 0, reason);
    }

    static Score inconclusive(String check, String reason) {
        return new Score(check, OptionalInt.empty(), reason);
    }

    @Override
    public String toString() {
        return check + " " + (value.isPresent() ? value.getAsInt() + "/10" : "?") + ": " + reason;
    }
}
