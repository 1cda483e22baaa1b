package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.text.NearestName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * That pins move to newer versions, and to which.
 *
 * @param anyMajor whether to the newest of any major version; else to that of the same one
 * @param cooldown how many days old a version must be; 0 for any age
 * @param now when that is asked
 */
public record PinUpdate(boolean anyMajor, int cooldown, Instant now) {

    private static final String MINOR = "minor";
    private static final String MAJOR = "major";

    /** Nobody waits for longer than ten years, and Java can count that far. */
    private static final int LONGEST = 3650;

    /**
     * What a user asks for.
     *
     * @param scope {@code minor}, which an option without a value means, or {@code major}
     * @param cooldown a number of days
     * @throws IllegalArgumentException when that is something else; the message names the option and goes on a sentence
     */
    public static PinUpdate of(String scope, String cooldown, Instant now) {
        boolean minor = List.of("", "true", MINOR).contains(scope);
        if (!minor && !scope.equals(MAJOR)) {
            throw new IllegalArgumentException("hardening.update must be " + MINOR + " or " + MAJOR + ", and is '"
                    + scope + "'" + NearestName.hint(scope, List.of(MINOR, MAJOR)));
        }
        if (!cooldown.matches("[0-9]{1,4}") || Integer.parseInt(cooldown) > LONGEST) {
            throw new IllegalArgumentException(
                    "hardening.cooldown must be a number of days from 0 to " + LONGEST + ", and is '" + cooldown + "'");
        }
        return new PinUpdate(!minor, Integer.parseInt(cooldown), now);
    }

    /** Whether something of that date may be used; what is dated in the future is too young. */
    boolean isOldEnough(Instant date) {
        return cooldown == 0 || !date.isAfter(now.minus(Duration.ofDays(cooldown)));
    }

    String cooldownText() {
        return "the cooldown of " + Count.of(cooldown, "days");
    }
}
