package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.signature.ClaimedKeys;
import io.github.mavenhardening.core.signature.Keyring;
import io.github.mavenhardening.core.signature.KeysMap;
import io.github.mavenhardening.core.signature.SignatureResult;
import io.github.mavenhardening.core.signature.SignatureVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches the signatures of files that are to be locked and verifies them with the keys that are checked in. What holds is noted
 * with the hash of the bytes that it is for, so that no later build needs the signature, or a network, again.
 */
final class Signatures {

    private static final String ENDING = ".asc";

    private final RepositorySystem system;
    private final MavenSession session;
    private final Path root;
    private final List<String> remarks = new ArrayList<>();

    /** The signatures of a repository's lock. */
    Signatures(RepositorySystem system, MavenSession session, Path root) {
        this.system = system;
        this.session = session;
        this.root = root;
    }

    /**
     * Verifies what was not verified before.
     *
     * @param keys who may sign what, where the repository says so
     * @param files where locked files lie, by path
     * @return the metadata with who signed
     * @throws LockException when a signature does not hold
     */
    LockMetadata verify(Lock lock, LockMetadata known, Optional<KeysMap> keys, Map<String, Path> files)
            throws LockException {
        Optional<Keyring> ring = ring();
        SignatureVerifier verifier = new SignatureVerifier(ring.orElseGet(Keyring::empty));
        Map<String, Coordinates> wanted = new TreeMap<>();
        for (LockEntry entry : lock.entries().values()) {
            Optional<Signer> signer = known.of(entry.path()).flatMap(FileMetadata::signer);
            boolean verified = signer.isPresent() && signer.get().sha256().equals(entry.sha256());
            Optional<Coordinates> coordinates = LockPath.coordinatesOf(entry.path());
            if (!verified && coordinates.isPresent() && files.containsKey(entry.path())) {
                wanted.put(entry.path(), coordinates.get());
            }
        }
        Map<String, FileMetadata> noted = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        SortedMap<String, List<String>> unknownKeys = new TreeMap<>();
        ClaimedKeys claimed = new ClaimedKeys();
        int unsigned = 0;
        try (IsolatedDownloads downloads = new IsolatedDownloads(system, session.getRepositorySession())) {
            SidecarFiles signatures =
                    new SidecarFiles(downloads, new Remotes(session), ENDING, SignatureVerifier.MAX_BYTES);
            IsolatedDownloads.Fetched fetched = signatures.of(wanted, known);
            remarks.addAll(fetched.problems("signatures"));
            for (Map.Entry<String, Coordinates> one : wanted.entrySet()) {
                String path = one.getKey();
                Path signature = fetched.files().get(path);
                if (signature == null) {
                    unsigned += fetched.failed().containsKey(path) ? 0 : 1;
                    continue;
                }
                SignatureResult result = verifier.verify(files.get(path), signatures.read(signature));
                if (result instanceof SignatureResult.Valid valid) {
                    LockEntry entry = lock.find(path).orElseThrow();
                    noted.put(
                            path,
                            known.of(path)
                                    .orElse(FileMetadata.none())
                                    .signedBy(new Signer(valid.key(), valid.signingKey(), entry.sha256())));
                } else if (!isForgiven(one.getValue(), result, keys)) {
                    if (result instanceof SignatureResult.UnknownKey unknown) {
                        unknownKeys
                                .computeIfAbsent(unknown.keys(), key -> new ArrayList<>())
                                .add(one.getValue().gav());
                        claimed.add(one.getValue(), unknown.keys());
                    } else {
                        broken.add(path + ENDING + ": " + reasonOf(result));
                    }
                }
            }
        } catch (IOException e) {
            throw LockException.broken("Signatures cannot be verified: " + e.getMessage(), e);
        }
        if (!broken.isEmpty()) {
            throw LockException.refused(
                    "Signatures are invalid, nothing was written. Find out why first; what is known to be"
                            + " signed badly can be given 'badSig' in " + KeysMap.LOCATION + ":"
                            + LockReport.lines(broken));
        }
        remark(unsigned, unknownKeys);
        if (ring.isEmpty()) {
            draft(claimed, keys.isPresent());
        }
        return known.with(noted);
    }

    /** What the user should know, a sentence each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Where the repository has a ring of keys; armoured where it has none. */
    static String ringOf(Path root) {
        boolean binary =
                !Files.exists(root.resolve(Keyring.LOCATION)) && Files.exists(root.resolve(Keyring.BINARY_LOCATION));
        return binary ? Keyring.BINARY_LOCATION : Keyring.LOCATION;
    }

    private Optional<Keyring> ring() throws LockException {
        String location = ringOf(root);
        try {
            Optional<byte[]> content = new CheckoutFile(root, location, Keyring.MAX_BYTES).read();
            return content.isPresent() ? Optional.of(Keyring.parse(content.get())) : Optional.empty();
        } catch (LockSyntaxException e) {
            throw LockException.broken(location + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw LockException.broken(location + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where there is no ring, nothing was verified: what a ring could hold is written down for whoever makes one. */
    private void draft(ClaimedKeys claimed, boolean mapped) throws LockException {
        String next = "no signature was verified, as there are no keys in " + Keyring.LOCATION;
        if (claimed.isEmpty() || mapped) {
            remarks.add("hardening.signatures: " + next);
            return;
        }
        try {
            new CheckoutFile(root, KeysMap.LOCATION, KeysMap.MAX_BYTES)
                    .write(claimed.draft().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw LockException.broken(KeysMap.LOCATION + " cannot be written: " + e.getMessage(), e);
        }
        remarks.add("hardening.signatures: " + next + "; " + KeysMap.LOCATION
                + " was drafted with the keys that signatures claim to be of, for you to confirm");
    }

    private static boolean isForgiven(Coordinates coordinates, SignatureResult result, Optional<KeysMap> keys) {
        Optional<KeysMap.Permission> permission = keys.flatMap(map -> map.of(coordinates));
        return permission.isPresent() && permission.get().forgives(result);
    }

    private static String reasonOf(SignatureResult result) {
        if (result instanceof SignatureResult.Invalid invalid) {
            return invalid.reason() + " (key 0x" + invalid.key() + ")";
        }
        return result instanceof SignatureResult.Unreadable unreadable ? unreadable.reason() : "it cannot be verified";
    }

    private void remark(int unsigned, SortedMap<String, List<String>> unknownKeys) {
        if (unsigned > 0) {
            remarks.add("No signature in the repositories for " + Count.of(unsigned, "files"));
        }
        if (!unknownKeys.isEmpty()) {
            List<String> lines = new ArrayList<>();
            unknownKeys.forEach(
                    (key, versions) -> lines.add("0x" + key + ": " + String.join(", ", new TreeSet<>(versions))));
            remarks.add(ringOf(root) + " lacks " + Count.of(unknownKeys.size(), "keys")
                    + ", so these signatures could not be verified:" + LockReport.lines(lines));
        }
    }
}
