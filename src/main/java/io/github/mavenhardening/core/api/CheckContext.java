package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.util.List;
import java.util.Map;

/**
 * The context of an audit run: repository, options and clock, the same for all its checks.
 *
 * @param repository the checkout, read-only
 * @param environment clock and variables
 * @param options what the policy says to each check, by id
 * @param policyFiles the files that the policy was read from
 * @param gaps where readers and checks note what they could not look at
 */
public record CheckContext(
        Repository repository,
        Environment environment,
        Map<String, Options> options,
        List<String> policyFiles,
        Gaps gaps) {

    public CheckContext {
        options = Map.copyOf(options);
        policyFiles = List.copyOf(policyFiles);
    }

    /** One that has no gaps yet, of a policy of no file. */
    public CheckContext(Repository repository, Environment environment, Map<String, Options> options) {
        this(repository, environment, options, List.of(), new Gaps());
    }

    /** What the policy says to that check. */
    public Options optionsOf(Check check) {
        return options.getOrDefault(check.info().id(), Options.none());
    }
}
