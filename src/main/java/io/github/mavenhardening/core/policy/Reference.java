package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.source.ChangeSince;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the findings of a run are compared with, read.
 *
 * @param file the baseline's file, relative to the root
 * @param baseline the baseline; empty where there is no such file
 * @param isThere whether a path is there in the repository
 * @param online whether checks that ask the network were to run
 * @param change the change that alone counts; empty where all findings count
 * @param remarks sentences about a change that is not known
 */
public record Reference(
        String file,
        Optional<Baseline> baseline,
        Predicate<String> isThere,
        boolean online,
        Optional<ChangeSince> change,
        List<String> remarks) {

    public Reference {
        remarks = List.copyOf(remarks);
    }

    /** A reference for a run that compares with nothing. */
    public static Reference none() {
        return new Reference(Baseline.LOCATION, Optional.empty(), path -> true, true, Optional.empty(), List.of());
    }

    /** Whether there is nothing to compare with. */
    boolean isNothing() {
        return baseline.isEmpty() && change.isEmpty();
    }

    /**
     * What the user compares that repository with.
     *
     * @throws ConfigurationException when the baseline is named and not there, or cannot be taken as it is
     */
    public static Reference of(Repository repository, Environment environment, Against against) {
        String file = against.baselineFile().orElse(Baseline.LOCATION);
        Optional<Baseline> baseline = BaselineFile.find(repository, file);
        if (baseline.isEmpty() && against.baselineFile().isPresent()) {
            throw new ConfigurationException(
                    "hardening.baselineFile", "There is no file " + file + " in the repository");
        }
        Optional<ChangeSince> change = against.since().isPresent()
                ? Optional.of(ChangeSince.of(repository, against.since().get(), environment))
                : Optional.empty();
        List<String> remarks = new ArrayList<>();
        if (change.isPresent() && change.get().problem().isPresent()) {
            remarks.add("hardening.since=" + change.get().name() + " has no effect, so that every finding counts: "
                    + change.get().problem().get());
        }
        return new Reference(
                file, baseline, repository::exists, environment.network().isPresent(), change, remarks);
    }
}
