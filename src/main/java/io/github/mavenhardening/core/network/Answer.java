package io.github.mavenhardening.core.network;

import java.util.Optional;

/**
 * What came of a question.
 *
 * @param value what was answered; empty when nothing was
 * @param problem why nothing was, a sentence without a final full stop; empty when something was
 */
public record Answer<A>(Optional<A> value, String problem) {

    static <A> Answer<A> of(A value) {
        return new Answer<>(Optional.of(value), "");
    }

    static <A> Answer<A> none(String problem) {
        return new Answer<>(Optional.empty(), problem);
    }
}
