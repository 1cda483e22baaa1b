package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Location;

/**
 * A problem in a definition that its CI system would refuse; the rest of the file was read all the same.
 *
 * @param message what it is, without a final full stop
 */
public record Problem(String message, Location location) {}
