package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.installed.FolderReader;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.KeysMap;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A build on a real disk: a checkout with a lock, and a local repository with files. */
final class Builds {

    /** SHA-256 of {@code abc}. */
    static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Path root;
    private final Path repository;
    private final List<UsedArtifact> used = new ArrayList<>();
    private final List<Unresolved> unresolved = new ArrayList<>();
    private Options options = Options.none();
    private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private LockedBuild.Extent extent = LockedBuild.Extent.WHOLE;
    private List<String> leftOut = List.of();
    private final List<InstalledComparison> compared = new ArrayList<>();
    private BuildDescription description = BuildDescription.none();

    Builds(Path folder) {
        this.root = folder.resolve("checkout");
        this.repository = folder.resolve("repository");
    }

    Builds lock(String... lines) {
        write(root.resolve(Lock.LOCATION), String.join("\n", lines) + "\n");
        return this;
    }

    Builds metadata(String json) {
        write(root.resolve(LockMetadata.LOCATION), json);
        return this;
    }

    Builds recorded(String fileName, String line) {
        write(root.resolve(Lock.LOCATION).resolveSibling(fileName), line + "\n");
        return this;
    }

    Builds keys(String map) {
        write(root.resolve(KeysMap.LOCATION), map);
        return this;
    }

    Builds identities(String map) {
        write(root.resolve(IdentityMap.LOCATION), map);
        return this;
    }

    Builds on(String day) {
        clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return this;
    }

    Path file(String path, String content) {
        return write(repository.resolve(path), content);
    }

    Builds uses(String path, Certainty certainty, String... usedBy) {
        Path file = repository.resolve(path);
        used.add(new UsedArtifact(path, Coordinates.ofLayoutPath(path), List.of(usedBy), file, certainty));
        return this;
    }

    Builds cannotResolve(String subject, String reason) {
        unresolved.add(new Unresolved(subject, reason, List.of("org.example:app:1.0"), Certainty.USED));
        return this;
    }

    Builds mayNotResolve(String subject, String reason) {
        unresolved.add(new Unresolved(subject, reason, List.of("org.example:app:1.0"), Certainty.POSSIBLE));
        return this;
    }

    Builds describedBy(BuildCase known) {
        return describedBy(known.description());
    }

    Builds describedBy(BuildDescription known) {
        description = known;
        return this;
    }

    /** What the policy says to the check, as YAML. */
    Builds options(Check check, String yaml) {
        options = Options.of(List.of(TestOptions.of(check, yaml)));
        return this;
    }

    Builds partial() {
        extent = LockedBuild.Extent.PART;
        return this;
    }

    /** What one module adds. */
    Builds addition() {
        extent = LockedBuild.Extent.ADDITION;
        return this;
    }

    List<Finding> findings(DependencyCheck check) {
        return findings(check, context());
    }

    List<Finding> findings(DependencyCheck check, CheckContext context) {
        List<Finding> findings = new ArrayList<>();
        check.check(build(), context.into(findings::add));
        return findings;
    }

    CheckContext context() {
        Repository checkout = new Repository(new TrackedTree(Map.of(), leftOut), Optional.empty());
        return new CheckContext(checkout, new Environment(clock, Map.of()), options, List.of());
    }

    /** What Git tracks and a sparse checkout leaves out. */
    Builds leavingOut(String... paths) {
        leftOut = List.of(paths);
        return this;
    }

    /** What a plugin installed, below the root of the checkout. */
    Builds installed(String path, String content) {
        write(root.resolve(path), content);
        return this;
    }

    /** Compares a folder with the lock, as of a system. */
    Builds comparing(String folder, String system) {
        InstalledFiles lock =
                MetadataState.of(root, (range, version) -> true).known().installed();
        compared.add(InstalledComparison.of(lock, folder, system, new FolderReader(root, new Hashing()).read(folder)));
        return this;
    }

    LockedBuild build() {
        LockState state = LockState.of(new LockFile(root));
        TreeMap<String, LockedBuild.Present> present = new TreeMap<>();
        Hashing hashing = new Hashing();
        state.lock()
                .ifPresent(lock -> lock.entries().keySet().forEach(path -> {
                    Path file = repository.resolve(path);
                    if (Files.exists(file)) {
                        present.put(path, new LockedBuild.Present(file, hashing.hash(file)));
                    }
                }));
        return new LockedBuild(
                state,
                MetadataState.of(root, (range, version) -> true),
                Inventory.of(used, unresolved),
                present,
                description,
                compared,
                extent);
    }

    static String shown(Finding finding) {
        return finding.message() + " | " + finding.remedy();
    }

    static Optional<String> coordinates(Finding finding) {
        return finding.artifact().orElseThrow().coordinates();
    }

    private static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
