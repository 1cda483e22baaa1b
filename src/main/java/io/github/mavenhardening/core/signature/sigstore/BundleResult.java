package io.github.mavenhardening.core.signature.sigstore;

import io.github.mavenhardening.core.signature.CertificateIdentity;

/** The result of verifying a Sigstore bundle. */
public sealed interface BundleResult {

    /**
     * It is a signature of these bytes, made while the certificate was valid, and logged.
     *
     * @param identity whom the certificate is for
     */
    record Valid(CertificateIdentity identity) implements BundleResult {}

    /**
     * It does not hold.
     *
     * @param reason a sentence fragment of one line
     */
    record Invalid(String reason) implements BundleResult {}
}
