package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Problem;
import java.util.Optional;

/**
 * The bots that a repository configures to propose updates.
 *
 * @param repository what they are to keep up to date
 * @param elsewhere the workflow that runs Renovate with settings that are not known here; empty when none does
 */
public record UpdateBots(
        Repository repository,
        Optional<Dependabot> dependabot,
        Optional<Renovate> renovate,
        Optional<String> elsewhere) {

    /** The bots that a repository has set up. */
    public static UpdateBots find(Repository repository) {
        Optional<Renovate> renovate = Renovate.find(repository);
        Optional<RenovateRun> run = renovate.isPresent() ? Optional.empty() : RenovateRun.find(repository);
        Optional<Renovate> named = run.isPresent() ? run.get().settings(repository) : renovate;
        return new UpdateBots(
                repository,
                Dependabot.find(repository),
                named,
                named.isEmpty() ? run.map(RenovateRun::path) : Optional.empty());
    }

    /** Whether none is configured, well or badly. */
    public boolean isEmpty() {
        return dependabot.isEmpty() && renovate.isEmpty() && elsewhere.isEmpty();
    }

    /** Dependabot where it proposes anything. */
    public Optional<Dependabot> workingDependabot() {
        return dependabot.isPresent() && dependabot.get().works(repository) ? dependabot : Optional.empty();
    }

    /** Renovate where it proposes anything, as far as its file tells. */
    public Optional<Renovate> workingRenovate() {
        boolean works = renovate.isPresent()
                && renovate.get().root().isPresent()
                && renovate.get().idle().isEmpty();
        return works ? renovate : Optional.empty();
    }

    /** Whether one of them keeps an ecosystem up to date; one whose settings are not known is taken to. */
    public boolean covers(String ecosystem) {
        return elsewhere.isPresent()
                || (dependabot.isPresent() && dependabot.get().covers(ecosystem, repository))
                || (renovate.isPresent()
                        && renovate.get().leavesOut(ecosystem, repository).isEmpty());
    }

    /** Why Dependabot's entry of an ecosystem proposes nothing; empty when there is none of it, or it may. */
    public Optional<Problem> idle(String ecosystem) {
        return dependabot.isPresent() ? dependabot.get().idle(ecosystem, repository) : Optional.empty();
    }

    /** Why Renovate leaves an ecosystem out; empty where it does not, or is not there. */
    public Optional<Problem> leftOut(String ecosystem) {
        return renovate.isPresent() ? renovate.get().leavesOut(ecosystem, repository) : Optional.empty();
    }

    /** Where an entry for Dependabot would stand, else the file of Renovate; not to be asked where there is none. */
    public Location place() {
        return Location.ofFile(
                dependabot.isPresent()
                        ? dependabot.get().path()
                        : renovate.orElseThrow().path());
    }
}
