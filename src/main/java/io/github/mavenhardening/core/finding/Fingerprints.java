package io.github.mavenhardening.core.finding;

import io.github.mavenhardening.core.text.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of findings, by their subject instead of their place, so that a baseline and a code-scanning alert survive
 * lines that move: SHA-256 over check, file, subject, and the finding's number among those that share all three.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317649">SARIF 2.1.0
 *     §3.27.17 partialFingerprints</a>
 */
public final class Fingerprints {

    private Fingerprints() {}

    /**
     * The fingerprint of each finding that a persona sees, 64 lower-case hex digits; the others are counted all the same, and get
     * an empty text. A finding that stands in the list twice counts once.
     *
     * @param sorted all findings of a run, in their natural order (the numbering of equal subjects follows it)
     */
    public static Map<Finding, String> of(List<Finding> sorted, Persona persona) {
        MessageDigest digest = Digests.of("SHA-256");
        Map<String, Integer> seen = new HashMap<>();
        Map<Finding, String> fingerprints = new LinkedHashMap<>();
        for (Finding finding : sorted) {
            if (fingerprints.containsKey(finding)) {
                continue;
            }
            String key = String.join("\0", finding.checkId(), finding.primary().path(), finding.subject());
            int occurrence = seen.getOrDefault(key, 0) + 1;
            seen.put(key, occurrence);
            String text = persona.sees(finding.persona()) ? hash(key + "\0" + occurrence, digest) : "";
            fingerprints.put(finding, text);
        }
        return fingerprints;
    }

    /** The fingerprint of the first finding of that check, file and subject. */
    public static String of(String checkId, String path, String subject) {
        return hash(String.join("\0", checkId, path, subject) + "\0" + 1, Digests.of("SHA-256"));
    }

    private static String hash(String text, MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
