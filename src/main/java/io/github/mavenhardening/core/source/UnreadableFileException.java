package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.finding.Location;

/** A file that cannot be read as what it should be; says where and why, so that a finding can. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String reason;

    public UnreadableFileException(Location location, String reason) {
        super(location.path() + ": " + reason);
        this.location = location;
        this.reason = reason;
    }

    /** Where reading failed; the whole file when the reason has no place in it. */
    public Location location() {
        return location;
    }

    /** Why, in words for the user, without the path. */
    public String reason() {
        return reason;
    }
}
