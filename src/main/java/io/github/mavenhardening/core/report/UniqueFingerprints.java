package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.policy.EvaluatedFinding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** The names of findings in formats that refuse two of one name. Asked for the findings of one report in their order. */
final class UniqueFingerprints {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The finding's fingerprint; of its second namesake and those after it another, the same in every run. */
    String of(EvaluatedFinding judged) {
        int before = seen.merge(judged.fingerprint(), 1, Integer::sum) - 1;
        return before == 0
                ? judged.fingerprint()
                : HexFormat.of().formatHex(sha256(judged.fingerprint() + "#" + before));
    }

    /** The same as a UUID of version 8, which is for values made in ways of one's own (RFC 9562 §5.8). */
    String uuidOf(EvaluatedFinding judged) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256(of(judged)));
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
