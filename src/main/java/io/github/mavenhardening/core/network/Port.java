package io.github.mavenhardening.core.network;

import java.io.IOException;

/**
 * A port: asks other hosts for one kind of thing. Only ports open connections, and only a {@link Network} asks ports. An
 * implementation is asked by several threads at once.
 *
 * @param <Q> what is asked, a value with {@code equals}: nothing is asked twice in a session
 * @param <A> what is answered, immutable
 */
public interface Port<Q, A> {

    /** Whom a question goes to, as a user knows it: a host, a repository's id. */
    String host(Q question);

    /**
     * Asks, for a bounded time.
     *
     * @throws NoAnswerException when the host does not answer
     * @throws IOException when it answers, but not what was asked; the message is for the user and names the host
     */
    A ask(Q question) throws IOException, InterruptedException;
}
