package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Location;

/**
 * A value of an option with the place in the policy file that gives it, for checks that report it.
 *
 * @param value the value
 * @param location where it stands
 */
public record Located<T>(T value, Location location) {}
