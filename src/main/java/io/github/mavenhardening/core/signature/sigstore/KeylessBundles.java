package io.github.mavenhardening.core.signature.sigstore;

import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.VerificationOptions;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.signature.sigstore.BundleResult.Invalid;
import io.github.mavenhardening.core.signature.sigstore.BundleResult.Valid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Verifies with sigstore-java, which this class alone touches: it must not be loaded where the library is not. */
final class KeylessBundles implements BundleVerifier {

    private final KeylessVerifier verifier;

    /**
     * With Sigstore's file of keys and certificates.
     *
     * @throws GeneralSecurityException when it is none; the message is a sentence fragment
     */
    KeylessBundles(byte[] trustedRoot) throws GeneralSecurityException {
        try {
            verifier = KeylessVerifier.builder()
                    .trustedRootProvider(() -> SigstoreTrustedRoot.from(new ByteArrayInputStream(trustedRoot)))
                    .build();
        } catch (SigstoreConfigurationException | GeneralSecurityException | RuntimeException e) {
            throw new GeneralSecurityException("it is not a Sigstore trusted root: " + line(e), e);
        }
    }

    @Override
    public BundleResult verify(Path file, byte[] bundle) throws IOException {
        if (bundle.length > MAX_BYTES) {
            return new Invalid("it is larger than " + MAX_BYTES + " bytes");
        }
        Bundle parsed;
        try {
            parsed = Bundle.from(new StringReader(new String(bundle, StandardCharsets.UTF_8)));
        } catch (BundleParseException | RuntimeException e) {
            // The library meets garbage with exceptions of many kinds.
            return new Invalid("it is not a Sigstore bundle: " + line(e));
        }
        if (parsed.getMessageSignature().isEmpty()) {
            return new Invalid("it is an attestation about the file, not a signature of it");
        }
        try {
            verifier.verify(file, parsed, VerificationOptions.empty());
            X509Certificate certificate =
                    (X509Certificate) parsed.getCertPath().getCertificates().get(0);
            return new Valid(FulcioCertificate.identityOf(certificate));
        } catch (KeylessVerificationException | GeneralSecurityException | RuntimeException e) {
            return new Invalid(line(e));
        }
    }

    /** What went wrong in one line: what the library says may hold text of the bundle. */
    private static String line(Exception problem) {
        StringBuilder told = new StringBuilder();
        Throwable each = problem;
        for (int depth = 0; each != null && depth < 3; depth++) {
            told.append(depth == 0 ? "" : ": ").append(each.getMessage());
            each = each.getCause();
        }
        return Sanitizer.line(told.toString());
    }
}
