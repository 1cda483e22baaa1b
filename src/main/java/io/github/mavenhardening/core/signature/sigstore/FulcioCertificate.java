package io.github.mavenhardening.core.signature.sigstore;

import io.github.mavenhardening.core.signature.CertificateIdentity;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1UTF8String;

/**
 * Reads the identity in a certificate of Fulcio, Sigstore's certificate authority.
 *
 * @see <a href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md">Fulcio: object identifiers</a>
 */
final class FulcioCertificate {

    /** The issuer, a UTF8String. */
    private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";

    /** The issuer in certificates before version 2 of the extensions: bare bytes. */
    private static final String OLD_ISSUER = "1.3.6.1.4.1.57264.1.1";

    private FulcioCertificate() {}

    /**
     * Whom it is for.
     *
     * @throws CertificateException when it does not say so, or names several
     */
    static CertificateIdentity identityOf(X509Certificate certificate) throws CertificateException {
        return new CertificateIdentity(issuerOf(certificate), nameOf(certificate));
    }

    private static String nameOf(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null || names.size() != 1) {
            throw new CertificateParsingException("its certificate does not name one identity");
        }
        Object name = names.iterator().next().get(1);
        if (!(name instanceof String text)) {
            throw new CertificateParsingException("its certificate names an identity of an unsupported kind");
        }
        return text;
    }

    private static String issuerOf(X509Certificate certificate) throws CertificateException {
        byte[] issuer = certificate.getExtensionValue(ISSUER);
        try {
            if (issuer != null) {
                return ASN1UTF8String.getInstance(octets(issuer)).getString();
            }
            byte[] old = certificate.getExtensionValue(OLD_ISSUER);
            if (old != null) {
                return new String(octets(old), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            throw new CertificateException("its certificate does not say who issued the identity", e);
        }
        throw new CertificateException("its certificate does not say who issued the identity");
    }

    private static byte[] octets(byte[] extension) {
        return ASN1OctetString.getInstance(extension).getOctets();
    }
}
