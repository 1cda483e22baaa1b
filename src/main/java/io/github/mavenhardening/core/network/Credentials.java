package io.github.mavenhardening.core.network;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user's name and password, which no message has. */
public record Credentials(String user, String password) {

    /**
     * The value of an {@code Authorization} header.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617: Basic authentication</a>
     */
    String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
