package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;

/** Public keys that a repository has checked in, armoured one after another or in binary. */
public final class Keyring {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-keyring.asc";

    /** Thousands of keys; the keys of all dependencies of a large build are a few hundred. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String PUBLIC = BEGIN + "PUBLIC KEY BLOCK-----";

    private final Map<Long, List<OpenPGPCertificate>> byKeyId = new HashMap<>();
    private int size;

    private Keyring() {}

    /**
     * Reads a ring.
     *
     * @param content its bytes, already bounded by the caller
     * @throws LockSyntaxException at the block that is no public key
     */
    public static Keyring parse(byte[] content) throws LockSyntaxException {
        Keyring ring = new Keyring();
        // A character for each byte: what stands around the blocks may be in any encoding.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int first = text.indexOf(BEGIN);
        if (first < 0) {
            ring.add(content, 1);
        }
        for (int start = first; start >= 0; ) {
            int line = lineOf(text, start);
            if (!text.startsWith(PUBLIC, start)) {
                throw new LockSyntaxException(
                        line, 1, "expected a block of public keys; secret keys are not to be here");
            }
            int next = text.indexOf(BEGIN, start + BEGIN.length());
            String block = next < 0 ? text.substring(start) : text.substring(start, next);
            ring.add(block.getBytes(StandardCharsets.ISO_8859_1), line);
            start = next;
        }
        return ring;
    }

    private void add(byte[] block, int line) throws LockSyntaxException {
        List<OpenPGPCertificate> certificates;
        try {
            certificates = new OpenPGPKeyReader(Algorithms.IMPLEMENTATION, Algorithms.POLICY).parseCertificates(block);
        } catch (IOException | RuntimeException e) {
            // The library meets garbage with exceptions of many kinds.
            throw new LockSyntaxException(line, 1, "the public keys that begin here cannot be read");
        }
        if (certificates.isEmpty()) {
            throw new LockSyntaxException(line, 1, "no public key begins here");
        }
        for (OpenPGPCertificate certificate : certificates) {
            size++;
            for (KeyIdentifier identifier : certificate.getAllKeyIdentifiers()) {
                byKeyId.computeIfAbsent(identifier.getKeyId(), id -> new ArrayList<>())
                        .add(certificate);
            }
        }
    }

    /** How many keys there are, subkeys not counted. */
    public int size() {
        return size;
    }

    /** The key that a signature says it is of, with those that belong to it. */
    Optional<OpenPGPCertificate> issuerOf(PGPSignature signature) {
        for (OpenPGPCertificate certificate : byKeyId.getOrDefault(signature.getKeyID(), List.of())) {
            if (certificate.getSigningKeyFor(signature) != null) {
                return Optional.of(certificate);
            }
        }
        return Optional.empty();
    }

    private static int lineOf(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }
}
