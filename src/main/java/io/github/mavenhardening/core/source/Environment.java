package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment of a run outside the repository, passed in so that a run can be repeated.
 *
 * @param clock the time; dates are those of UTC
 * @param variables the environment variables of the build
 * @param base the branch, tag or commit that the user compares the change at hand with; empty when not given
 * @param network the network, where the user wants checks that use it; empty where not
 * @param since the branch, tag or commit since which findings count, {@code hardening.since}; empty when not given
 */
public record Environment(
        Clock clock,
        Map<String, String> variables,
        Optional<String> base,
        Optional<Network> network,
        Optional<String> since) {

    /** Nearly all services set the first; the others set their own. */
    private static final List<String> SERVICES = List.of(
            "CI",
            "CONTINUOUS_INTEGRATION",
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "JENKINS_URL",
            "TF_BUILD",
            "BITBUCKET_BUILD_NUMBER",
            "CIRCLECI",
            "TRAVIS",
            "BUILDKITE",
            "TEAMCITY_VERSION",
            "CODEBUILD_BUILD_ID",
            "DRONE",
            "APPVEYOR",
            "CIRRUS_CI",
            "WOODPECKER_CI");

    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** One in which all findings count. */
    public Environment(Clock clock, Map<String, String> variables, Optional<String> base, Optional<Network> network) {
        this(clock, variables, base, network, Optional.empty());
    }

    /** One without a network. */
    public Environment(Clock clock, Map<String, String> variables, Optional<String> base) {
        this(clock, variables, base, Optional.empty());
    }

    /** One without a network, in which the user names no base. */
    public Environment(Clock clock, Map<String, String> variables) {
        this(clock, variables, Optional.empty());
    }

    /** The same at another time. */
    public Environment at(Clock other) {
        return new Environment(other, variables, base, network, since);
    }

    /** The same with another base. */
    public Environment basedOn(Optional<String> other) {
        return new Environment(clock, variables, other, network, since);
    }

    /** The same where findings count since that branch, tag or commit. */
    public Environment since(Optional<String> commit) {
        return new Environment(clock, variables, base, network, commit);
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

    /** The variable by which a CI service tells that it builds; empty elsewhere. */
    public Optional<String> service() {
        for (String name : SERVICES) {
            if (variable(name)
                    .filter(value -> !NO.contains(value.strip().toLowerCase(Locale.ROOT)))
                    .isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
