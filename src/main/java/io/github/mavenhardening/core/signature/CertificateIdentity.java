package io.github.mavenhardening.core.signature;

/**
 * The identity in a Sigstore certificate.
 *
 * @param issuer the OpenID Connect issuer that vouched for the identity, a URL
 * @param name the identity: a workflow's address with the ref that it ran at, or an e-mail address
 * @see <a href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md">Fulcio: object identifiers</a>
 */
public record CertificateIdentity(String issuer, String name) {

    /** The name, and who vouched for it. */
    @Override
    public String toString() {
        return name + " (issuer " + issuer + ")";
    }
}
