package io.github.mavenhardening.core.network;

import java.io.IOException;

/** A host that does not answer: it is asked a few times more, and then no longer. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    /** That host, because of that failure. */
    public NoAnswerException(String host, Exception cause) {
        super(host + " did not answer: " + NetworkProblem.text(cause), cause);
    }
}
