package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of a run outside the repository, passed in so that a run can be repeated.
 *
 * @param clock the time; dates are those of UTC
 * @param variables the environment variables of the build
 * @param base the branch, tag or commit that the user compares the change at hand with; empty when not given
 * @param network the network, where the user wants checks that use it; empty where not
 */
public record Environment(
        Clock clock, Map<String, String> variables, Optional<String> base, Optional<Network> network) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** One without a network. */
    public Environment(Clock clock, Map<String, String> variables, Optional<String> base) {
        this(clock, variables, base, Optional.empty());
    }

    /** One without a network, in which the user names no base. */
    public Environment(Clock clock, Map<String, String> variables) {
        this(clock, variables, Optional.empty());
    }

    /** Today in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A variable's value; empty when unset or blank. */
    public Optional<String> variable(String name) {
        String value = variables.getOrDefault(name, "");
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
