package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;

/**
 * A detached OpenPGP signature, as in an {@code .asc} or {@code .sig} file: signatures and nothing else, armoured or not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-10.4">RFC 9580, section 10.4: detached signatures</a>
 */
final class DetachedSignature {

    /** More than anybody signs with; each one costs a hash of the file. */
    static final int MAX_SIGNATURES = 16;

    /** A file that is not a detached signature; the message is a sentence fragment. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String reason) {
            super(reason);
        }
    }

    private DetachedSignature() {}

    static List<PGPSignature> parse(byte[] content) throws UnreadableException {
        List<PGPSignature> signatures = new ArrayList<>();
        try {
            for (Armour.Block block : Armour.blocks(content, "SIGNATURE")) {
                read(block.open(), signatures);
            }
        } catch (LockSyntaxException e) {
            throw new UnreadableException("line " + e.line() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            // The library meets garbage with exceptions of many kinds.
            throw new UnreadableException("it is not an OpenPGP signature");
        }
        if (signatures.isEmpty()) {
            throw new UnreadableException("it contains no OpenPGP signature");
        }
        return signatures;
    }

    static PGPSignature copyOf(PGPSignature signature) throws IOException {
        List<PGPSignature> copy = new ArrayList<>();
        try {
            read(new ByteArrayInputStream(signature.getEncoded()), copy);
            return copy.get(0);
        } catch (UnreadableException e) {
            throw new IOException(e);
        }
    }

    private static void read(InputStream block, List<PGPSignature> signatures) throws IOException, UnreadableException {
        try (InputStream in = PGPUtil.getDecoderStream(block)) {
            PGPObjectFactory objects = Algorithms.IMPLEMENTATION.pgpObjectFactory(in);
            for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
                if (object instanceof PGPSignatureList list) {
                    list.forEach(signatures::add);
                } else if (!(object instanceof PGPMarker)) {
                    throw new UnreadableException("it holds more than signatures");
                }
                if (signatures.size() > MAX_SIGNATURES) {
                    throw new UnreadableException("it holds more than " + MAX_SIGNATURES + " signatures");
                }
            }
        }
    }

    /** The key that a signature says it is of: its fingerprint, or the id where it says no more. */
    static String keyOf(PGPSignature signature) {
        return fingerprintOf(signature).orElseGet(() -> Hex.of(signature.getKeyID()));
    }

    /** The fingerprint of the key that a signature says it is of. */
    static Optional<String> fingerprintOf(PGPSignature signature) {
        for (KeyIdentifier identifier : signature.getKeyIdentifiers()) {
            if (identifier.getFingerprint() != null) {
                return Optional.of(Hex.of(identifier.getFingerprint()));
            }
        }
        return Optional.empty();
    }
}
