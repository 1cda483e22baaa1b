package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.finding.Location;

/**
 * A property that something sets.
 *
 * @param name its name
 * @param value its value, as it is written
 * @param text how it is written, for messages
 * @param location where
 */
public record Definition(String name, String value, String text, Location location) {

    /** What {@code -D} is followed by: {@code name=value}, or a name alone, which Maven and Java set to {@code true}. */
    static Definition of(String definition, String text, Location location) {
        int equals = definition.indexOf('=');
        return equals < 0
                ? new Definition(definition.strip(), "true", text, location)
                : new Definition(
                        definition.substring(0, equals).strip(), definition.substring(equals + 1), text, location);
    }
}
