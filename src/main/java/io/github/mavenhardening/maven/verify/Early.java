package io.github.mavenhardening.maven.verify;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A result whose computation may begin before it is needed. It serves once: whoever asks again later wants to know what came
 * since. Not thread-safe.
 *
 * @param <T> what is answered
 */
final class Early<T> {

    private final Supplier<T> question;
    private CompletableFuture<T> begun;

    private Early(Supplier<T> question, CompletableFuture<T> begun) {
        this.question = question;
        this.begun = begun;
    }

    /** Begins to answer on another thread. */
    static <T> Early<T> begin(Supplier<T> question) {
        return new Early<>(question, CompletableFuture.supplyAsync(question));
    }

    /** Answers no sooner than asked. */
    static <T> Early<T> not(Supplier<T> question) {
        return new Early<>(question, null);
    }

    /** The answer: the one begun, else a new one. */
    T take() {
        CompletableFuture<T> first = begun;
        begun = null;
        return first == null ? question.get() : first.join();
    }
}
