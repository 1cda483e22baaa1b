package io.github.mavenhardening.core.insights;

import java.util.List;
import java.util.Optional;

/**
 * The Security Insights files of a repository, and which of them counts.
 *
 * @param chosen the one that counts: the first 2.x in the order of the places, else the first that can be read, else the
 *     first
 * @param others the rest, in the order of the places
 */
public record InsightsFiles(Optional<InsightsFile> chosen, List<InsightsFile> others) {

    public InsightsFiles {
        others = List.copyOf(others);
    }
}
