package io.github.mavenhardening.core.network;

import io.github.mavenhardening.core.text.MaskedUsers;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** What stood in the way of an answer, in words for the user. */
public final class NetworkProblem {

    /** Exceptions may lead back to themselves. */
    private static final int MAX_CAUSES = 16;

    private NetworkProblem() {}

    /** What the last cause says that says anything, without users and passwords: those before it only say that there is one. */
    public static String text(Throwable problem) {
        String said = problem.getClass().getSimpleName();
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "the name of its host cannot be resolved";
            }
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                said = message;
            } else if (cause instanceof ConnectException) {
                said = "the connection was refused";
            }
            cause = cause.getCause();
        }
        return MaskedUsers.in(said);
    }
}
