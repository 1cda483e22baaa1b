package io.github.mavenhardening.core.signature;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.api.OpenPGPDefaultPolicy;
import org.bouncycastle.openpgp.api.OpenPGPImplementation;
import org.bouncycastle.openpgp.api.OpenPGPPolicy;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;

/**
 * What a signature may be made with. MD5 never; SHA-1, with which much of Maven Central was signed, until GnuPG stopped trusting
 * it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-9.5">RFC 9580, section 9.5: hash algorithms</a>
 * @see <a href="https://lists.gnupg.org/pipermail/gnupg-announce/2019q4/000442.html">GnuPG 2.2.18: SHA-1 signatures after
 *     2019-01-19 are ignored</a>
 */
final class Algorithms {

    private static final Date SHA1_UNTIL = Date.from(Instant.parse("2019-01-19T00:00:00Z"));

    /** Of our own objects alone: no provider is registered with the platform. */
    static final OpenPGPImplementation IMPLEMENTATION = new BcOpenPGPImplementation();

    static final OpenPGPPolicy POLICY = new OpenPGPDefaultPolicy()
            .acceptDocumentSignatureHashAlgorithmUntil(HashAlgorithmTags.SHA1, SHA1_UNTIL)
            .acceptCertificationSignatureHashAlgorithmUntil(HashAlgorithmTags.SHA1, SHA1_UNTIL);

    private Algorithms() {}
}
