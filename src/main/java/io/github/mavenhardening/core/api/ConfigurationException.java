package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;

/** A configuration that cannot be taken as it is; the message names file, line, column, key and reason, on one safe line. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Of a value in a file.
     *
     * @param location where it stands
     * @param key the setting's full name, {@code checks.unpinned-uses.policies}; empty when the file as a whole is meant
     * @param reason what is wrong with it, "must be …"
     */
    public ConfigurationException(Location location, String key, String reason) {
        super(Sanitizer.wholeLine(place(location) + (key.isEmpty() ? "" : " " + Sanitizer.text(key)) + ": " + reason));
    }

    /** Of a parameter: its property's name and what is wrong with its value. */
    public ConfigurationException(String property, String reason) {
        super(Sanitizer.wholeLine(property + ": " + reason));
    }

    private static String place(Location location) {
        return location.span().isEmpty()
                ? location.path()
                : location.path() + ":" + location.line() + ":" + location.column();
    }
}
