package io.github.mavenhardening.core.signature;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.api.OpenPGPDefaultPolicy;
import org.bouncycastle.openpgp.api.OpenPGPImplementation;
import org.bouncycastle.openpgp.api.OpenPGPPolicy;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;

/**
 * The signature and hash algorithms that are accepted. MD5 never; SHA-1, with which much of Maven Central was signed, until
 * GnuPG stopped trusting it. RSA and DSA from 2048 bits on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-9.5">RFC 9580, section 9.5: hash algorithms</a>
 * @see <a href="https://lists.gnupg.org/pipermail/gnupg-announce/2019q4/000442.html">GnuPG 2.2.18: SHA-1 signatures after
 *     2019-01-19 are ignored</a>
 */
final class Algorithms {

    private static final Date SHA1_UNTIL = Date.from(Instant.parse("2019-01-19T00:00:00Z"));

    /** What older releases on Maven Central are signed with; the library takes no DSA at all. */
    private static final int MIN_DSA_BITS = 2048;

    /** Of our own objects alone: no provider is registered with the platform. */
    static final OpenPGPImplementation IMPLEMENTATION = new BcOpenPGPImplementation();

    static final OpenPGPPolicy POLICY = new OpenPGPDefaultPolicy()
            .acceptPublicKeyAlgorithmWithMinimalStrength(PublicKeyAlgorithmTags.DSA, MIN_DSA_BITS)
            .acceptDocumentSignatureHashAlgorithmUntil(HashAlgorithmTags.SHA1, SHA1_UNTIL)
            .acceptCertificationSignatureHashAlgorithmUntil(HashAlgorithmTags.SHA1, SHA1_UNTIL);

    /**
     * Takes every algorithm, to tell what is only weak from what is wrong, and to see a revocation however it was signed. It
     * never makes a signature good.
     */
    static final OpenPGPPolicy ANY = new Any();

    private Algorithms() {}

    private static final class Any extends OpenPGPDefaultPolicy {

        @Override
        public boolean isAcceptableDocumentSignatureHashAlgorithm(int hash, Date when) {
            return true;
        }

        @Override
        public boolean isAcceptableRevocationSignatureHashAlgorithm(int hash, Date when) {
            return true;
        }

        @Override
        public boolean isAcceptableCertificationSignatureHashAlgorithm(int hash, Date when) {
            return true;
        }

        @Override
        public boolean isAcceptablePublicKeyStrength(int algorithm, int bits) {
            return true;
        }
    }
}
