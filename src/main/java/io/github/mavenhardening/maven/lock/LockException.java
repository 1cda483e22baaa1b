package io.github.mavenhardening.maven.lock;

/** A lock could not be made. The message says why, and what to do. */
public final class LockException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private LockException(String message, Throwable cause, boolean refused) {
        super(message, cause);
        this.refused = refused;
    }

    /** What the user asks for must not be done. */
    static LockException refused(String message) {
        return new LockException(message, null, true);
    }

    /** A file cannot be read, understood or written. */
    static LockException broken(String message, Throwable cause) {
        return new LockException(message, cause, false);
    }

    /** Whether it is the build that fails rather than the goal that broke. */
    public boolean isRefusal() {
        return refused;
    }
}
