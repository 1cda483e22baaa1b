package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.signature.DetachedSignature.UnreadableException;
import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.UnknownKey;
import io.github.mavenhardening.core.signature.SignatureResult.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * Verifies detached signatures with the keys of a ring, without a network and without the machine's own keys. A signature
 * holds when its key could sign at that time: bound to its primary key by both, not expired by then, and never revoked for a
 * reason that makes earlier signatures doubtful.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-10.4">RFC 9580, section 10.4: detached signatures</a>
 */
public final class SignatureVerifier {

    /** A signature has a few hundred bytes; several keys may have signed. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Somebody else's clock may be fast. */
    private static final Duration SKEW = Duration.ofDays(1);

    /** Each of them hashes the file. */
    private static final int MAX_ATTEMPTS = 16;

    private static final int BUFFER = 64 * 1024;

    private final Keyring ring;
    private final Clock clock;

    /** With the keys of that ring. */
    public SignatureVerifier(Keyring ring) {
        this(ring, Clock.systemUTC());
    }

    /**
     * With the keys of that ring.
     *
     * @param clock tells what is the future, of which no signature can be
     */
    public SignatureVerifier(Keyring ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
    }

    /**
     * Verifies a file's signature. Of several, one that holds is enough; of several that do not, the first tells why.
     *
     * @param file what is signed, read once, as a stream
     * @param signature the signature, armoured or not
     * @throws IOException when the file cannot be read
     */
    public SignatureResult verify(Path file, byte[] signature) throws IOException {
        if (signature.length > MAX_BYTES) {
            return new Unreadable("it is larger than " + MAX_BYTES + " bytes");
        }
        List<PGPSignature> signatures;
        try {
            signatures = DetachedSignature.parse(signature);
        } catch (UnreadableException e) {
            return new Unreadable(e.getMessage());
        }
        SortedSet<String> unknown = new TreeSet<>();
        List<SignatureAttempt> attempts = new ArrayList<>();
        for (PGPSignature one : signatures) {
            List<RingKey> issuers = ring.issuersOf(one);
            if (issuers.isEmpty()) {
                unknown.add(DetachedSignature.keyOf(one));
            }
            for (RingKey issuer : issuers) {
                if (attempts.size() == MAX_ATTEMPTS) {
                    return new Unreadable("more than " + MAX_ATTEMPTS + " keys claim to have made it");
                }
                attempts.add(new SignatureAttempt(one, issuer));
            }
        }
        if (attempts.isEmpty()) {
            return new UnknownKey(String.join(" ", unknown));
        }
        read(file, attempts);
        return best(attempts);
    }

    private static void read(Path file, List<SignatureAttempt> attempts) throws IOException {
        List<SignatureAttempt> open = new ArrayList<>();
        for (SignatureAttempt attempt : attempts) {
            if (attempt.isOpen()) {
                open.add(attempt);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (SignatureAttempt attempt : open) {
                    attempt.update(buffer, length);
                }
            }
        }
    }

    /** Where several keys claim one subkey, most cannot but fail: that says less than anything else. */
    private SignatureResult best(List<SignatureAttempt> attempts) {
        Instant latest = clock.instant().plus(SKEW);
        List<Invalid> invalid = new ArrayList<>();
        for (SignatureAttempt attempt : attempts) {
            SignatureResult result = attempt.result(latest);
            if (result instanceof Invalid failed) {
                invalid.add(failed);
            } else {
                return result;
            }
        }
        for (Invalid failed : invalid) {
            if (failed.cause() != Cause.KEY_NOT_BOUND) {
                return failed;
            }
        }
        return invalid.get(0);
    }
}
