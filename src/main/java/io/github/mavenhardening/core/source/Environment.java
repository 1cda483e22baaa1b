package io.github.mavenhardening.core.source;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a check may know of the world outside the repository, passed in so that a run can be repeated.
 *
 * @param clock the time; dates are those of UTC
 * @param variables the environment variables of the build
 */
public record Environment(Clock clock, Map<String, String> variables) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** Today in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A variable's value; empty when unset or blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
