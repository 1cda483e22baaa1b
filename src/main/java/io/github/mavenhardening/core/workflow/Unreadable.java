package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Location;

/**
 * An unreadable definition file.
 *
 * @param location the file, or the place in it where reading failed
 * @param reason why, without a final full stop
 */
public record Unreadable(Location location, String reason) {}
