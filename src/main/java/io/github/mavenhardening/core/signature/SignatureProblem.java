package io.github.mavenhardening.core.signature;

import java.util.List;

/**
 * What is wrong with who signed an artifact.
 *
 * @param kind what
 * @param reason the same in words, a sentence fragment that follows the artifact's name
 * @param lines the lines of the keys map that speak of the artifact, from 1, ascending; none when it does not
 */
public record SignatureProblem(Kind kind, String reason, List<Integer> lines) {

    /** Copies the list. */
    public SignatureProblem {
        lines = List.copyOf(lines);
    }

    /** What can be wrong. */
    public enum Kind {
        /** It has no signature, and the map does not give it noSig. */
        MISSING("signature-missing"),
        /** The signature does not hold, and the map does not give it badSig. */
        INVALID("signature-invalid"),
        /** It would hold, but for an algorithm or a key that proves nothing any more. */
        WEAK("signature-weak"),
        /** The ring lacks the key, and the map does not give it noKey. */
        UNKNOWN_KEY("signature-unknown-key"),
        /** The signature holds, but its key may not sign this. */
        UNTRUSTED_KEY("signature-untrusted-key"),
        /** The map does not speak of it. pgpverify-maven-plugin takes that for a failure. */
        UNMAPPED("signature-unmapped");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** In the form of a check's id. */
        public String id() {
            return id;
        }
    }
}
