package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;

/** A signature and a key that it may be of: takes the bytes of the file, and says what came of it. */
final class SignatureAttempt {

    private final PGPSignature signature;
    private final RingKey owner;
    private final OpenPGPComponentKey key;
    private Optional<Cause> objection;

    /** With a copy of the signature: the library keeps in it what it has seen of the file. */
    SignatureAttempt(PGPSignature original, RingKey owner) throws IOException {
        this.owner = owner;
        key = owner.keyOf(original).orElseThrow();
        signature = DetachedSignature.copyOf(original);
        objection = begin();
    }

    private Optional<Cause> begin() {
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            return Optional.of(Cause.OTHER_KIND);
        }
        try {
            signature.init(Algorithms.IMPLEMENTATION.pgpContentVerifierBuilderProvider(), key.getPGPPublicKey());
            return Optional.empty();
        } catch (PGPException | RuntimeException e) {
            return Optional.of(Cause.UNSUPPORTED); // Silent: the cause says so, and the signature counts for nothing.
        }
    }

    /** Whether it wants the bytes of the file. */
    boolean isOpen() {
        return objection.isEmpty();
    }

    void update(byte[] buffer, int length) {
        signature.update(buffer, 0, length);
    }

    /**
     * After the last byte.
     *
     * @param latest no signature can have been made later
     */
    SignatureResult result(Instant latest) {
        if (objection.isEmpty()) {
            objection = fits() ? judge(latest) : Optional.of(Cause.OTHER_BYTES);
        }
        String signingKey = Hex.of(key.getPGPPublicKey().getFingerprint());
        return objection.isPresent()
                ? new Invalid(objection.get(), owner.fingerprint(), signingKey)
                : new Valid(owner.fingerprint(), signingKey);
    }

    private Optional<Cause> judge(Instant latest) {
        return signature.getCreationTime().toInstant().isAfter(latest)
                ? Optional.of(Cause.OTHER_TIME)
                : owner.objection(signature, key);
    }

    private boolean fits() {
        try {
            return signature.verify();
        } catch (PGPException | RuntimeException e) {
            // Silent: a number that is none of the key's field, and the like. It counts as a signature of other bytes.
            return false;
        }
    }
}
