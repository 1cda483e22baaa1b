package io.github.mavenhardening.core.check;

import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.util.Map;

/**
 * What surrounds a run, the same for all its checks.
 *
 * @param repository the checkout, read-only
 * @param environment clock and variables
 * @param options what the policy says to each check, by id
 */
public record CheckContext(Repository repository, Environment environment, Map<String, Options> options) {

    public CheckContext {
        options = Map.copyOf(options);
    }

    /** What the policy says to that check. */
    public Options optionsOf(Check check) {
        return options.getOrDefault(check.info().id(), Options.none());
    }
}
