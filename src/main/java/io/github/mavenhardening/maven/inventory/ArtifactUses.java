package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Gathers uses while a graph is walked. What is not on this disk was not used on it, so a file that
 * no local repository holds is remembered only as {@linkplain #absent() absent}.
 */
final class ArtifactUses {

    private final FoundFiles files;
    private final OwnModules own;
    private final boolean ofPlugin;
    private final Map<String, UsedArtifact> used = new LinkedHashMap<>();
    private final List<Unresolved> unresolved = new ArrayList<>();
    private final Set<String> absent = new TreeSet<>();

    ArtifactUses(FoundFiles files, OwnModules own) {
        this(files, own, false);
    }

    /**
     * A collector.
     *
     * @param ofPlugin whether it is what a plugin or an extension uses that is collected
     */
    ArtifactUses(FoundFiles files, OwnModules own, boolean ofPlugin) {
        this.files = files;
        this.own = own;
        this.ofPlugin = ofPlugin;
    }

    /**
     * Notes a use of a file of a repository.
     *
     * @return the file, or empty when it is absent or belongs to this very build
     */
    Optional<Path> add(Coordinates coordinates, UsagePath reason, Certainty certainty) {
        return add(coordinates, reason, certainty, file -> own.contains(coordinates, file));
    }

    /** Notes a use of a file that came from a repository, also where this build makes a module of that name. */
    void addSeen(Coordinates coordinates, UsagePath reason) {
        add(coordinates, reason, Certainty.USED, file -> own.isInstalled(coordinates, file));
    }

    private Optional<Path> add(
            Coordinates coordinates, UsagePath reason, Certainty certainty, Predicate<Path> isModule) {
        String path = coordinates.layoutPath();
        UsedArtifact known = used.get(path);
        if (known != null && known.certainty().compareTo(certainty) <= 0) {
            return Optional.of(known.file());
        }
        Optional<Path> file = files.find(path);
        if (file.isEmpty()) {
            absent.add(path);
            return file;
        }
        if (isModule.test(file.get())) {
            return Optional.empty();
        }
        UsagePath why = own.isNeverAskedFor(coordinates) ? reason.then(UsedArtifact.IN_PLACE_OF_A_MODULE) : reason;
        used.put(path, new UsedArtifact(path, Optional.of(coordinates), why.path(), file.get(), certainty, ofPlugin));
        return file;
    }

    /** Notes a use of a file that lies at a path of its own: system scope, or seen by the listener. */
    void add(UsedArtifact artifact) {
        used.putIfAbsent(artifact.path(), artifact);
    }

    /**
     * Notes that a locked file could be used.
     *
     * @return the file, or empty when it is not on this disk
     */
    Optional<Path> addPossible(String path, UsagePath reason) {
        Optional<Path> file = files.find(path);
        if (file.isPresent()) {
            add(new UsedArtifact(path, Coordinates.ofLayoutPath(path), reason.path(), file.get(), Certainty.POSSIBLE));
        }
        return file;
    }

    /** Adds everything another walk gathered, each reason prolonged at its start. */
    void addAll(ArtifactUses other, List<String> prefix) {
        for (UsedArtifact artifact : other.used.values()) {
            UsedArtifact known = used.get(artifact.path());
            if (known == null || known.certainty().compareTo(artifact.certainty()) > 0) {
                used.put(artifact.path(), prolonged(artifact, prefix));
            }
        }
        for (Unresolved u : other.unresolved) {
            unresolved.add(new Unresolved(u.subject(), u.reason(), join(prefix, u.usedBy()), u.certainty()));
        }
        absent.addAll(other.absent);
    }

    private static UsedArtifact prolonged(UsedArtifact artifact, List<String> prefix) {
        return new UsedArtifact(
                artifact.path(),
                artifact.coordinates(),
                join(prefix, artifact.usedBy()),
                artifact.file(),
                artifact.certainty(),
                artifact.ofPlugin());
    }

    void unresolved(String subject, String why, UsagePath reason, Certainty certainty) {
        unresolved.add(new Unresolved(subject, why, reason.path(), certainty));
    }

    /** Whether nothing stood in the way of anything. */
    boolean areAllResolved() {
        return unresolved.isEmpty();
    }

    /** An empty collector of the same kind. */
    ArtifactUses fresh() {
        return new ArtifactUses(files, own, ofPlugin);
    }

    /**
     * This collector of a guess: what could not be determined is not a failure, but worth a note, unless there is no such
     * thing. A text that looks like coordinates may name nothing, and what has no whole POM on this disk brought nothing to it.
     *
     * @param download whether what this disk lacks was asked for
     */
    ArtifactUses guessed(boolean download) {
        List<Unresolved> doubts = new ArrayList<>();
        for (Unresolved u : unresolved) {
            boolean none = u.isMissing() || (!download && u.isUndescribed());
            if (!none) {
                doubts.add(new Unresolved(u.subject(), u.reason(), u.usedBy(), Certainty.POSSIBLE));
            }
        }
        unresolved.clear();
        unresolved.addAll(doubts);
        return this;
    }

    OwnModules own() {
        return own;
    }

    /** The files of those artifacts among them. */
    List<Path> files(Predicate<Coordinates> wanted) {
        List<Path> files = new ArrayList<>();
        for (UsedArtifact artifact : used.values()) {
            if (artifact.coordinates().isPresent()
                    && wanted.test(artifact.coordinates().get())) {
                files.add(artifact.file());
            }
        }
        return files;
    }

    /** What was noted so far. */
    Collection<UsedArtifact> artifacts() {
        return Collections.unmodifiableCollection(used.values());
    }

    /** Layout paths that were looked for in vain. */
    Set<String> absent() {
        return absent;
    }

    /** Where files are looked for. */
    FoundFiles localFiles() {
        return files;
    }

    Inventory toInventory() {
        return Inventory.of(used.values(), unresolved);
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
