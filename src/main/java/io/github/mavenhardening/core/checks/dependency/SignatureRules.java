package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.LockedVersions;
import io.github.mavenhardening.core.dependency.LockedVersions.LockedVersionFile;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Certified;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import io.github.mavenhardening.core.signature.CertificateIdentity;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.KeysMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that the signature checks share. */
final class SignatureRules {

    /**
     * A locked file that the keys map speaks of.
     *
     * @param file the file
     * @param permission what the map says
     * @param signer whose signature of these bytes was verified; empty where none was
     */
    record Mapped(LockedVersionFile file, KeysMap.Permission permission, Optional<Signer> signer) {}

    /**
     * A locked file that the map of identities speaks of.
     *
     * @param file the file
     * @param permission what the map says
     * @param identity whose bundle of these bytes was verified; empty where none was
     */
    record Pinned(LockedVersionFile file, IdentityMap.Permission permission, Optional<CertificateIdentity> identity) {}

    private SignatureRules() {}

    /** The files that the map of identities speaks of, sorted by version and path. */
    static List<Pinned> pinned(LockedBuild build) {
        Optional<IdentityMap> identities = build.metadata().identities();
        List<Pinned> pinned = new ArrayList<>();
        if (identities.isEmpty()) {
            return pinned;
        }
        for (List<LockedVersionFile> version : LockedVersions.of(build).values()) {
            for (LockedVersionFile file : version) {
                Optional<IdentityMap.Permission> permission = identities.get().of(file.coordinates());
                if (permission.isPresent()) {
                    pinned.add(new Pinned(file, permission.get(), identityOf(build, file)));
                }
            }
        }
        return pinned;
    }

    private static Optional<CertificateIdentity> identityOf(LockedBuild build, LockedVersionFile file) {
        Optional<FileMetadata> known = build.metadata().known().of(file.entry().path());
        Optional<Certified> certified = known.isPresent() ? known.get().certified() : Optional.empty();
        boolean ofTheseBytes = certified.isPresent()
                && certified.get().sha256().equals(file.entry().sha256());
        return ofTheseBytes
                ? Optional.of(new CertificateIdentity(
                        certified.get().issuer(), certified.get().identity()))
                : Optional.empty();
    }

    /** The files that the keys map speaks of, sorted by version and path. */
    static List<Mapped> mapped(LockedBuild build) {
        Optional<KeysMap> keys = build.metadata().keys();
        List<Mapped> mapped = new ArrayList<>();
        if (keys.isEmpty()) {
            return mapped;
        }
        for (List<LockedVersionFile> version : LockedVersions.of(build).values()) {
            for (LockedVersionFile file : version) {
                Optional<KeysMap.Permission> permission = keys.get().of(file.coordinates());
                if (permission.isPresent()) {
                    mapped.add(new Mapped(file, permission.get(), signerOf(build, file)));
                }
            }
        }
        return mapped;
    }

    /** Whose signature of the locked bytes was verified. */
    static Optional<Signer> signerOf(LockedBuild build, LockedVersionFile file) {
        Optional<FileMetadata> known = build.metadata().known().of(file.entry().path());
        Optional<Signer> signer = known.isPresent() ? known.get().signer() : Optional.empty();
        boolean ofTheseBytes =
                signer.isPresent() && signer.get().sha256().equals(file.entry().sha256());
        return ofTheseBytes ? signer : Optional.empty();
    }
}
