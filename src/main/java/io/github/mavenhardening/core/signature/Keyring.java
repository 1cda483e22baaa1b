package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;

/** Public keys that a repository has checked in, armoured one after another or in binary. */
public final class Keyring {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-keyring.asc";

    /** Where it lies when it is not armoured. */
    public static final String BINARY_LOCATION = ".mvn/hardening-keyring.gpg";

    /** Thousands of keys; the keys of all dependencies of a large build are a few hundred. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final int MAX_KEYS = 20_000;
    private static final String UNREADABLE = "the public keys that begin here cannot be read";

    private final Map<String, RingKey> byFingerprint = new LinkedHashMap<>();
    private final Map<Long, List<RingKey>> byKeyId = new HashMap<>();

    private Keyring() {}

    /** One without keys: no signature holds by it, and none fails. */
    public static Keyring empty() {
        return new Keyring();
    }

    /**
     * Reads a ring. A key that is in it several times has all that any of them says, a revocation above all.
     *
     * @throws LockSyntaxException at the block that is not a public key, or that has no end
     */
    public static Keyring parse(byte[] content) throws LockSyntaxException {
        if (content.length > MAX_BYTES) {
            throw new LockSyntaxException(1, 1, "a ring of keys has at most " + MAX_BYTES + " bytes");
        }
        Map<String, PGPPublicKeyRing> keys = new LinkedHashMap<>();
        for (Armour.Block block : Armour.blocks(content, "PUBLIC KEY BLOCK")) {
            try {
                read(block, keys);
            } catch (IOException | PGPException | RuntimeException e) {
                // The library meets garbage with exceptions of many kinds.
                throw new LockSyntaxException(block.line(), 1, UNREADABLE);
            }
        }
        Keyring ring = new Keyring();
        keys.values().forEach(ring::add);
        return ring;
    }

    private static void read(Armour.Block block, Map<String, PGPPublicKeyRing> keys)
            throws IOException, PGPException, LockSyntaxException {
        boolean found = false;
        try (InputStream in = PGPUtil.getDecoderStream(block.open())) {
            PGPObjectFactory objects = Algorithms.IMPLEMENTATION.pgpObjectFactory(in);
            for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
                if (object instanceof PGPPublicKeyRing key) {
                    found = true;
                    String fingerprint = Hex.of(key.getPublicKey().getFingerprint());
                    PGPPublicKeyRing known = keys.get(fingerprint);
                    keys.put(fingerprint, known == null ? key : PGPPublicKeyRing.join(known, key));
                } else if (!(object instanceof PGPMarker)) {
                    throw new LockSyntaxException(
                            block.line(), 1, "expected public keys alone; secret keys must not be here");
                }
                if (keys.size() > MAX_KEYS) {
                    throw new LockSyntaxException(block.line(), 1, "there are more than " + MAX_KEYS + " keys");
                }
            }
        }
        if (!found) {
            throw new LockSyntaxException(block.line(), 1, "no public key begins here");
        }
    }

    private void add(PGPPublicKeyRing keys) {
        RingKey key = new RingKey(keys);
        byFingerprint.put(key.fingerprint(), key);
        for (Iterator<PGPPublicKey> each = keys.getPublicKeys(); each.hasNext(); ) {
            PGPPublicKey one = each.next();
            byKeyId.computeIfAbsent(one.getKeyID(), id -> new ArrayList<>()).add(key);
        }
    }

    /** How many keys there are, subkeys not counted. */
    public int size() {
        return byFingerprint.size();
    }

    /** The keys that a signature may be of: several when one claims another one's subkey. */
    List<RingKey> issuersOf(PGPSignature signature) {
        List<RingKey> issuers = new ArrayList<>();
        for (RingKey key : byKeyId.getOrDefault(signature.getKeyID(), List.of())) {
            if (key.keyOf(signature).isPresent()) {
                issuers.add(key);
            }
        }
        return issuers;
    }
}
