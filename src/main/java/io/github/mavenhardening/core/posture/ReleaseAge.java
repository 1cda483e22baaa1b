package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What Renovate's {@code minimumReleaseAge}, or {@code stabilityDays} as it was called before, says in one object of its
 * configuration.
 *
 * @see <a href="https://docs.renovatebot.com/configuration-options/#minimumreleaseage">Renovate: minimumReleaseAge</a>
 */
record ReleaseAge(JsonNode config) {

    static final String NAME = "minimumReleaseAge";

    private static final String OLD_NAME = "stabilityDays";

    private static final Pattern TIME =
            Pattern.compile("(?<![0-9])[0-9]{0,9}[1-9][0-9]{0,9}(?:\\.[0-9]{1,9})?\\s{0,9}[a-zA-Z]");

    private static final Pattern NOTHING =
            Pattern.compile("\\s{0,9}0{1,9}(?:\\.0{1,9})?\\s{0,9}[a-zA-Z]{0,20}\\s{0,9}");

    private static final Pattern NUMBER = Pattern.compile("\\s{0,9}[0-9]{1,18}(?:\\.[0-9]{1,9})?\\s{0,9}");

    /** Whether releases must be older than some time. */
    boolean isSet() {
        JsonNode age = config.path(NAME);
        return (age.isTextual() && TIME.matcher(age.textValue()).find())
                || (!config.has(NAME) && config.path(OLD_NAME).asDouble(0) > 0);
    }

    /** Whether something is said that sets no time. */
    boolean takesBack() {
        return (config.has(NAME) || config.has(OLD_NAME)) && !isSet();
    }

    /** The name under which it is said. */
    String name() {
        return config.has(NAME) || !config.has(OLD_NAME) ? NAME : OLD_NAME;
    }

    /** Why it sets no time, a predicate. */
    String flaw() {
        JsonNode age = config.path(NAME);
        if (!config.has(NAME)
                || age.isNull()
                || (age.isTextual() && NOTHING.matcher(age.textValue()).matches())) {
            return "sets no time";
        }
        return age.isTextual() && NUMBER.matcher(age.textValue()).matches()
                ? "has no unit, so it is milliseconds"
                : "is not a duration";
    }
}
