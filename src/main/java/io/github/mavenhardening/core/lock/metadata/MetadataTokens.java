package io.github.mavenhardening.core.lock.metadata;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.Sha256;
import java.io.IOException;

/** The tokens of the metadata, each of the kind that is expected there, or refused with its place. */
final class MetadataTokens {

    private final JsonParser json;

    MetadataTokens(JsonParser json) {
        this.json = json;
    }

    void expect(JsonToken token, String what) throws LockSyntaxException {
        if (json.currentToken() != token) {
            throw refused("expected " + what);
        }
    }

    String text() throws IOException, LockSyntaxException {
        expect(JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    String sha256() throws IOException, LockSyntaxException {
        String text = text();
        if (!Sha256.isHex(text)) {
            throw refused("expected a SHA-256 of 64 lower-case hexadecimal digits");
        }
        return text;
    }

    LockSyntaxException refused(String problem) {
        return at(json.currentTokenLocation(), problem);
    }

    static LockSyntaxException at(JsonLocation location, String problem) {
        return location == null
                ? new LockSyntaxException(1, 1, problem)
                : new LockSyntaxException(
                        Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), problem);
    }
}
