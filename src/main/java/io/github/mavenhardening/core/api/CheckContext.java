package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.util.List;

/**
 * What surrounds a run, the same for all its checks.
 *
 * @param repository the checkout, read-only
 * @param environment clock and variables
 * @param options what the policy says to each check
 * @param policyFiles the files that the policy was read from
 * @param gaps where readers and checks note what they could not look at
 */
public record CheckContext(
        Repository repository, Environment environment, Options options, List<String> policyFiles, Gaps gaps) {

    public CheckContext {
        policyFiles = List.copyOf(policyFiles);
    }

    /** One that has no gaps yet, of a policy of no file. */
    public CheckContext(Repository repository, Environment environment, Options options) {
        this(repository, environment, options, List.of(), new Gaps());
    }

    /** The options of the check that declares that record. */
    public <O extends Record> O options(Class<O> type) {
        return options.get(type);
    }
}
