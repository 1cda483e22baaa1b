package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The state of the lock after reading it: present, missing or unreadable. */
public sealed interface LockState {

    /**
     * There is a lock.
     *
     * @param accepted the lock
     */
    record Present(Lock accepted) implements LockState {}

    /** There is none. */
    record Missing() implements LockState {}

    /**
     * There is one, but it cannot be understood: nothing can be verified.
     *
     * @param location where in the lock
     * @param reason why, a sentence fragment
     */
    record Unreadable(Location location, String reason) implements LockState {}

    /** Reads a lock file into its state. */
    static LockState of(LockFile file) {
        try {
            Optional<Lock> lock = file.read();
            return lock.isPresent() ? new Present(lock.get()) : new Missing();
        } catch (LockSyntaxException e) {
            return new Unreadable(Location.of(Lock.LOCATION, Span.at(e.line(), e.column())), e.getMessage());
        } catch (IOException e) {
            return new Unreadable(Location.ofFile(Lock.LOCATION), reasonOf(e));
        }
    }

    /** Why a file cannot be read, for the user: other messages of the platform's may name paths of this machine. */
    static String reasonOf(IOException e) {
        String said = e.getMessage() == null ? "" : e.getMessage();
        return said.startsWith("it is ") || said.startsWith("its ") ? said : "it cannot be read";
    }

    /** The same with what the lock has of some paths alone. */
    default LockState only(Set<String> paths) {
        return this instanceof Present present ? new Present(present.accepted().only(paths)) : this;
    }

    /** The lock, where there is one that can be read. */
    default Optional<Lock> lock() {
        return this instanceof Present present ? Optional.of(present.accepted()) : Optional.empty();
    }
}
