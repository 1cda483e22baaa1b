package io.github.mavenhardening.maven.lock;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code hardening:lock}.
 *
 * @param accept names of locked files whose new bytes are right
 * @param prune whether entries without use go
 * @param imports files in which other tools recorded checksums
 * @param published whether to ask the repositories when files were published
 * @param crossCheck the address of a second repository whose bytes must be the same, with its id before two colons where it has
 *     credentials in the settings
 * @param signatures whether to fetch and verify signatures
 * @param acceptedSigners {@code groupId:artifactId} of what may be signed by another key from now on
 * @param repositoryFilters whether to write Maven Resolver's filters by group
 * @param platforms the names of other systems whose files are locked, too
 * @param partial whether to lock the rest where a dependency of a module cannot be resolved
 * @param files folders and files, installed past Maven, that are locked besides those of known plugins
 * @param nativeMode whether to have Maven itself compare files with the lock
 */
public record LockOptions(
        List<String> accept,
        boolean prune,
        List<Path> imports,
        boolean published,
        Optional<String> crossCheck,
        boolean signatures,
        List<String> acceptedSigners,
        boolean repositoryFilters,
        List<String> platforms,
        boolean partial,
        List<String> files,
        boolean nativeMode) {

    public LockOptions {
        accept = List.copyOf(accept);
        imports = List.copyOf(imports);
        acceptedSigners = List.copyOf(acceptedSigners);
        platforms = List.copyOf(platforms);
        files = List.copyOf(files);
    }

    /** A lock and nothing else. */
    public static LockOptions plain() {
        return new LockOptions(
                List.of(),
                false,
                List.of(),
                false,
                Optional.empty(),
                false,
                List.of(),
                false,
                List.of(),
                false,
                List.of(),
                false);
    }
}
