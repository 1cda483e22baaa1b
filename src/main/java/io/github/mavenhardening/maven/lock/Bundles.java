package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Certified;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.signature.CertificateIdentity;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.sigstore.BundleResult;
import io.github.mavenhardening.core.signature.sigstore.BundleVerifier;
import io.github.mavenhardening.core.signature.sigstore.Sigstore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches the Sigstore bundles of files whose identity is pinned, and verifies them with the trusted root that is checked in.
 * What holds is noted with the hash of the bytes that it is for, so that no later build needs the bundle, the library or a
 * network.
 */
final class Bundles {

    private static final String ENDING = ".sigstore.json";

    private final RepositorySystem system;
    private final MavenSession session;
    private final Path root;
    private final IdentityMap identities;
    private final List<String> broken = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Bundles(RepositorySystem system, MavenSession session, Path root, IdentityMap identities) {
        this.system = system;
        this.session = session;
        this.root = root;
        this.identities = identities;
    }

    /**
     * Verifies what was not verified before.
     *
     * @param files where locked files lie, by path
     * @return the metadata with who signed
     * @throws LockException when something to verify with lacks, or a bundle does not hold
     */
    LockMetadata verify(Lock lock, LockMetadata known, Map<String, Path> files) throws LockException {
        Map<String, Coordinates> wanted = wanted(lock, known, files);
        if (wanted.isEmpty()) {
            return known;
        }
        BundleVerifier verifier = verifier();
        Map<String, FileMetadata> noted = new TreeMap<>();
        try (IsolatedDownloads downloads = new IsolatedDownloads(system, session.getRepositorySession())) {
            SidecarFiles bundles = new SidecarFiles(downloads, new Remotes(session), ENDING, BundleVerifier.MAX_BYTES);
            IsolatedDownloads.Fetched fetched = bundles.of(wanted, known);
            remarks.addAll(fetched.problems("Sigstore bundles"));
            for (Map.Entry<String, Path> one : fetched.files().entrySet()) {
                String path = one.getKey();
                BundleResult result = verifier.verify(files.get(path), bundles.read(one.getValue()));
                Optional<CertificateIdentity> identity = accepted(path, wanted.get(path), result);
                LockEntry entry = lock.find(path).orElseThrow();
                identity.ifPresent(who -> noted.put(
                        path,
                        known.of(path)
                                .orElse(FileMetadata.none())
                                .certifiedBy(new Certified(who.name(), who.issuer(), entry.sha256()))));
            }
            int none = wanted.size() - fetched.files().size() - fetched.failed().size();
            if (none > 0) {
                remarks.add("No Sigstore bundle in the repositories for " + Count.of(none, "files") + " listed in "
                        + IdentityMap.LOCATION + " speaks of have no Sigstore bundle in the repositories");
            }
        } catch (IOException e) {
            throw LockException.broken("Sigstore bundles cannot be compared: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw LockException.broken(
                    "The sigstore-java on the plugin's class path is incomplete, or of an unsupported release: " + e,
                    e);
        }
        refuseBroken();
        return known.with(noted);
    }

    /** What the user should know, a sentence each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private Map<String, Coordinates> wanted(Lock lock, LockMetadata known, Map<String, Path> files) {
        Map<String, Coordinates> wanted = new TreeMap<>();
        for (LockEntry entry : lock.entries().values()) {
            Optional<Certified> certified = known.of(entry.path()).flatMap(FileMetadata::certified);
            boolean verified = certified.isPresent() && certified.get().sha256().equals(entry.sha256());
            Optional<Coordinates> coordinates = LockPath.coordinatesOf(entry.path());
            if (!verified
                    && files.containsKey(entry.path())
                    && coordinates.flatMap(identities::of).isPresent()) {
                wanted.put(entry.path(), coordinates.get());
            }
        }
        return wanted;
    }

    private Optional<CertificateIdentity> accepted(String path, Coordinates coordinates, BundleResult result) {
        if (result instanceof BundleResult.Invalid invalid) {
            broken.add(path + ENDING + ": " + invalid.reason());
            return Optional.empty();
        }
        CertificateIdentity identity = ((BundleResult.Valid) result).identity();
        IdentityMap.Permission permission = identities.of(coordinates).orElseThrow();
        if (!permission.allows(identity)) {
            broken.add(path + ENDING + ": it is by " + Sanitizer.line(identity.toString()) + ", whom "
                    + IdentityMap.LOCATION + ":" + permission.line() + " does not name");
            return Optional.empty();
        }
        return Optional.of(identity);
    }

    private void refuseBroken() throws LockException {
        if (!broken.isEmpty()) {
            throw LockException.refused("Sigstore bundles are invalid, nothing was written. Find out why first:"
                    + LockReport.lines(broken));
        }
    }

    private BundleVerifier verifier() throws LockException {
        Optional<byte[]> trusted;
        try {
            trusted = new CheckoutFile(root, Sigstore.TRUSTED_ROOT, Sigstore.MAX_TRUSTED_ROOT_BYTES).read();
        } catch (IOException e) {
            throw LockException.broken(Sigstore.TRUSTED_ROOT + " cannot be read: " + e.getMessage(), e);
        }
        if (trusted.isEmpty()) {
            throw LockException.refused(IdentityMap.LOCATION + " pins Sigstore identities, which requires Sigstore's"
                    + " trusted_root.json in " + Sigstore.TRUSTED_ROOT
                    + ", for example from: cosign trusted-root create --with-default-services --out "
                    + Sigstore.TRUSTED_ROOT);
        }
        try {
            return Sigstore.verifier(trusted.get())
                    .orElseThrow(() -> LockException.refused(IdentityMap.LOCATION
                            + " pins Sigstore identities, but the plugin does not include Sigstore's library. Add"
                            + " dev.sigstore:sigstore-java:" + Sigstore.LIBRARY_VERSION
                            + " to the plugin's <dependencies> in the POM"));
        } catch (Sigstore.TrustedRootException e) {
            throw LockException.broken(Sigstore.TRUSTED_ROOT + ": " + e.getMessage(), e);
        }
    }
}
