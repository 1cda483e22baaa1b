package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.UnknownKey;
import io.github.mavenhardening.core.signature.SignatureResult.Unreadable;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureException;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPDetachedSignatureProcessor;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;

/**
 * Verifies detached signatures with the keys of a ring, without a network and without the machine's own keys. A signature holds
 * when its key could sign at that time: bound to its primary key by both, not expired by then, and never revoked for a reason that
 * makes earlier signatures doubtful.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-10.4">RFC 9580, section 10.4: detached signatures</a>
 */
public final class SignatureVerifier {

    /** A signature has a few hundred bytes; several keys may have signed. */
    public static final int MAX_BYTES = 256 * 1024;

    private final Keyring ring;

    /** With the keys of that ring. */
    public SignatureVerifier(Keyring ring) {
        this.ring = ring;
    }

    /**
     * Verifies a file's signature. Of several, one that holds is enough.
     *
     * @param file what is signed, read as a stream
     * @param signature the signature, armoured or not
     * @throws IOException when the file cannot be read
     */
    public SignatureResult verify(Path file, byte[] signature) throws IOException {
        if (signature.length > MAX_BYTES) {
            return new Unreadable("it is larger than " + MAX_BYTES + " bytes");
        }
        List<PGPSignature> signatures;
        try {
            signatures = read(signature);
        } catch (IOException | RuntimeException e) {
            // The library meets garbage with exceptions of many kinds.
            return new Unreadable("it is no OpenPGP signature");
        }
        if (signatures.isEmpty()) {
            return new Unreadable("it holds no OpenPGP signature");
        }
        SortedSet<String> unknown = new TreeSet<>();
        List<String> reasons = new ArrayList<>();
        for (PGPSignature one : signatures) {
            Optional<OpenPGPCertificate> issuer = ring.issuerOf(one);
            if (issuer.isEmpty()) {
                unknown.add(nameOf(one));
                continue;
            }
            SignatureResult result = verify(file, one, issuer.get());
            if (result instanceof Invalid invalid) {
                reasons.add(invalid.reason());
            } else {
                return result;
            }
        }
        return reasons.isEmpty() ? new UnknownKey(String.join(" ", unknown)) : new Invalid(reasons.get(0));
    }

    private static List<PGPSignature> read(byte[] signature) throws IOException {
        List<PGPSignature> signatures = new ArrayList<>();
        try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(signature))) {
            var objects = Algorithms.IMPLEMENTATION.pgpObjectFactory(in);
            for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
                if (object instanceof PGPSignatureList list) {
                    list.forEach(signatures::add);
                }
            }
        }
        return signatures;
    }

    private static SignatureResult verify(Path file, PGPSignature signature, OpenPGPCertificate issuer)
            throws IOException {
        int type = signature.getSignatureType();
        if (type != PGPSignature.BINARY_DOCUMENT && type != PGPSignature.CANONICAL_TEXT_DOCUMENT) {
            return new Invalid("it is no signature of a document");
        }
        try (InputStream in = Files.newInputStream(file)) {
            List<OpenPGPDocumentSignature> checked = new OpenPGPDetachedSignatureProcessor(
                            Algorithms.IMPLEMENTATION, Algorithms.POLICY)
                    .addSignature(signature)
                    .addVerificationCertificate(issuer)
                    .process(in);
            for (OpenPGPDocumentSignature one : checked) {
                if (!one.isTestedCorrect()) {
                    return new Invalid("it is for other bytes");
                }
                if (!one.isValid(Algorithms.POLICY)) {
                    return new Invalid("its key could not sign when it did");
                }
                return new Valid(
                        HexFormat.of().withUpperCase().formatHex(issuer.getFingerprint()),
                        signature.getCreationTime().toInstant());
            }
            return new Invalid("it cannot be verified");
        } catch (PGPSignatureException e) {
            return new Invalid(reasonOf(e));
        } catch (RuntimeException e) {
            return new Invalid("it cannot be verified");
        }
    }

    /** The library's own words where they are of use: they quote nothing of the file. */
    private static String reasonOf(PGPException e) {
        String said = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
        return said.contains("revoked")
                ? "its key was revoked"
                : said.contains("expired") || said.contains("not bound")
                        ? "its key was expired or not bound when it signed"
                        : said.contains("algorithm") || said.contains("policy") || said.contains("acceptable")
                                ? "it was made with an algorithm that proves nothing any more"
                                : "its key could not sign when it did";
    }

    private static String nameOf(PGPSignature signature) {
        for (KeyIdentifier identifier : signature.getKeyIdentifiers()) {
            if (identifier.getFingerprint() != null) {
                return HexFormat.of().withUpperCase().formatHex(identifier.getFingerprint());
            }
        }
        return HexFormat.of().withUpperCase().toHexDigits(signature.getKeyID());
    }
}
