package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPSignatureChain;
import org.bouncycastle.openpgp.api.OpenPGPPolicy;

/**
 * A primary key with its subkeys. It knows whether one of them could sign at a time: bound to each other by both, not expired by
 * then, and never revoked for a reason that makes earlier signatures doubtful.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3.31">RFC 9580, section 5.2.3.31: reason for revocation</a>
 */
final class RingKey {

    private final OpenPGPCertificate strict;
    private final OpenPGPCertificate lenient;
    private final OpenPGPCertificate revoked;

    RingKey(PGPPublicKeyRing ring) {
        // The library holds no subkey for bound, at any time, whose primary key was revoked at some time.
        PGPPublicKeyRing bound = withoutRevocations(ring);
        strict = new OpenPGPCertificate(bound, Algorithms.IMPLEMENTATION, Algorithms.POLICY);
        lenient = new OpenPGPCertificate(bound, Algorithms.IMPLEMENTATION, Algorithms.ANY);
        revoked = new OpenPGPCertificate(ring, Algorithms.IMPLEMENTATION, Algorithms.ANY);
    }

    private static PGPPublicKeyRing withoutRevocations(PGPPublicKeyRing ring) {
        PGPPublicKeyRing without = ring;
        for (PGPPublicKey key : ring) {
            PGPPublicKey left = key;
            for (int type : List.of(PGPSignature.KEY_REVOCATION, PGPSignature.SUBKEY_REVOCATION)) {
                for (Iterator<PGPSignature> revocations = key.getSignaturesOfType(type); revocations.hasNext(); ) {
                    left = PGPPublicKey.removeCertification(left, revocations.next());
                }
            }
            without = PGPPublicKeyRing.insertPublicKey(without, left);
        }
        return without;
    }

    /** The fingerprint of the primary key. */
    String fingerprint() {
        return Hex.of(strict.getFingerprint());
    }

    /** The key of these that a signature says it is of. */
    Optional<OpenPGPComponentKey> keyOf(PGPSignature signature) {
        Optional<String> fingerprint = DetachedSignature.fingerprintOf(signature);
        for (OpenPGPComponentKey key : strict.getKeys()) {
            boolean itself = fingerprint.isPresent()
                    ? fingerprint.get().equals(Hex.of(key.getPGPPublicKey().getFingerprint()))
                    : signature.getKeyID() == key.getPGPPublicKey().getKeyID();
            if (itself) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /**
     * Why a signature that fits the bytes does not count all the same; empty when it does.
     *
     * @param key the one of these that made it
     */
    Optional<Cause> objection(PGPSignature signature, OpenPGPComponentKey key) {
        Date when = signature.getCreationTime();
        if (when.toInstant().isBefore(key.getCreationTime().toInstant())) {
            return Optional.of(Cause.OTHER_TIME);
        }
        OpenPGPComponentKey any = lenient.getKey(key.getKeyIdentifier());
        OpenPGPComponentKey anyPrimary = lenient.getPrimaryKey();
        if (isRevoked(revoked.getPrimaryKey(), when) || isRevoked(revoked.getKey(key.getKeyIdentifier()), when)) {
            return Optional.of(Cause.KEY_REVOKED);
        }
        if (!anyPrimary.isBoundAt(when) || !any.isBoundAt(when)) {
            boolean expired = hasEnded(anyPrimary, when) || hasEnded(any, when);
            return Optional.of(expired ? Cause.KEY_EXPIRED : Cause.KEY_NOT_BOUND);
        }
        if (!any.isSigningKey(when)) {
            return Optional.of(Cause.KEY_NOT_FOR_SIGNING);
        }
        return isStrong(signature, key, when) ? Optional.empty() : Optional.of(Cause.WEAK_ALGORITHM);
    }

    private boolean isStrong(PGPSignature signature, OpenPGPComponentKey key, Date when) {
        OpenPGPPolicy policy = Algorithms.POLICY;
        List<OpenPGPComponentKey> both = List.of(strict.getPrimaryKey(), key);
        for (OpenPGPComponentKey one : both) {
            if (!policy.isAcceptablePublicKey(one.getPGPPublicKey()) || !one.isBoundAt(when)) {
                return false;
            }
        }
        return key.isSigningKey(when)
                && policy.isAcceptableSignature(signature)
                && policy.isAcceptableDocumentSignatureHashAlgorithm(signature.getHashAlgorithm(), when);
    }

    /** The owner's own word counts only: anyone can say that another one's key is bad. */
    private static boolean isRevoked(OpenPGPComponentKey key, Date when) {
        for (OpenPGPSignatureChain chain : key.getSignatureChains().getRevocations()) {
            boolean counts =
                    chain.isHardRevocation() || !chain.getSince().toInstant().isAfter(when.toInstant());
            if (counts && holds(chain)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was bound at an earlier time, when one of the signatures that bind it was made. */
    private static boolean hasEnded(OpenPGPComponentKey key, Date when) {
        if (key.isBoundAt(when)) {
            return false;
        }
        for (OpenPGPSignatureChain chain : key.getSignatureChains().getCertifications()) {
            Date since = chain.getSince();
            if (!since.toInstant().isAfter(when.toInstant()) && key.isBoundAt(since)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(OpenPGPSignatureChain chain) {
        try {
            return chain.isValid(Algorithms.IMPLEMENTATION.pgpContentVerifierBuilderProvider(), Algorithms.ANY);
        } catch (PGPException | RuntimeException e) {
            return false; // Silent: a revocation that cannot be verified is anyone's word.
        }
    }
}
