package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.text.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
                : Digests.hex((judged.fingerprint() + "#" + before).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as a UUID of version 8, which is for values made in ways of one's own (RFC 9562 §5.8). */
    String uuidOf(EvaluatedFinding judged) {
        ByteBuffer bytes = ByteBuffer.wrap(Digests.sha256(of(judged).getBytes(StandardCharsets.UTF_8)));
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
