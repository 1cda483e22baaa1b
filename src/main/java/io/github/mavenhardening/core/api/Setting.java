package io.github.mavenhardening.core.api;

/**
 * One setting in force, with the place that says so.
 *
 * @param name its full name, {@code checks.unpinned-uses.enabled}
 * @param value as a policy file would have it, on one line
 * @param place {@code path:line}, or the parameter
 */
public record Setting(String name, String value, String place) {}
