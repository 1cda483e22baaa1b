package io.github.mavenhardening.core.forge;

import java.util.Optional;
import java.util.function.Function;

/**
 * A setting as far as it is known. What is unknown is never taken for off, nor for on.
 *
 * @param value the setting; empty when it is unknown
 * @param reason why it is unknown, a part of a sentence; empty when it is known
 */
public record Known<T>(Optional<T> value, String reason) {

    /** A setting that is known. */
    public static <T> Known<T> of(T value) {
        return new Known<>(Optional.of(value), "");
    }

    /** One that is not, for that reason. */
    public static <T> Known<T> unknown(String reason) {
        return new Known<>(Optional.empty(), reason);
    }

    /** Whether it is known to be that. */
    public boolean is(T expected) {
        return value.isPresent() && value.get().equals(expected);
    }

    /** The same with another value, where there is one. */
    public <R> Known<R> map(Function<? super T, ? extends R> change) {
        return new Known<>(value.map(change), reason);
    }

    /** What follows from it, where it is known. */
    public <R> Known<R> then(Function<? super T, Known<R>> change) {
        return value.isPresent() ? change.apply(value.get()) : unknown(reason);
    }
}
