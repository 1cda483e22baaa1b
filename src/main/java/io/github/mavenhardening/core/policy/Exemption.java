package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Location;
import java.util.Optional;

/**
 * A place whose findings of one audit do not count, by a {@code zizmor.yml}.
 *
 * @param place where the configuration says so
 * @param checkId the check of the audit's name
 * @param fileName the file's name without its folder
 * @param line the line; empty for every line
 * @param column the column; empty for every column
 */
public record Exemption(
        Location place, String checkId, String fileName, Optional<Integer> line, Optional<Integer> column) {}
