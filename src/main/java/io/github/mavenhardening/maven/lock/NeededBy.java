package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which kinds of build need what is locked. A build can say of its own kind alone that a file is needed no more: what another
 * Maven, system or profile needs, it does not see.
 */
final class NeededBy {

    private final LockMetadata known;
    private final String environment;
    private final String others;
    private final Set<String> ours;

    /**
     * As a build of one kind sees it.
     *
     * @param known what was noted before
     * @param environment the kind of this build
     * @param others the kind of other Mavens
     * @param worksOutOthers whether this build works out what those use, so that it can say what they need no more
     */
    NeededBy(LockMetadata known, String environment, String others, boolean worksOutOthers) {
        this.known = known;
        this.environment = environment;
        this.others = others;
        this.ours = worksOutOthers ? Set.of(environment, others) : Set.of(environment);
    }

    /**
     * Of locked files that this build does not use, those that must stay.
     *
     * @param unused their paths
     * @param used the paths of files that it uses
     */
    Set<String> kept(Collection<String> unused, Collection<String> used) {
        Set<String> inUse = new HashSet<>();
        for (String path : used) {
            LockPath.coordinatesOf(path).ifPresent(coordinates -> inUse.add(coordinates.gav()));
        }
        Set<String> kept = new TreeSet<>();
        for (String path : unused) {
            Optional<Coordinates> coordinates = LockPath.coordinatesOf(path);
            boolean variant = coordinates.isPresent()
                    && !coordinates.get().classifier().isEmpty()
                    && inUse.contains(coordinates.get().gav());
            if (variant || !isOursAlone(path)) {
                kept.add(path);
            }
        }
        return kept;
    }

    /** Nothing noted is another's: it was locked before anybody noted, and whose it is cannot be known. */
    private boolean isOursAlone(String path) {
        SortedSet<String> by = known.neededBy(path);
        return !known.environments().isEmpty() && ours.containsAll(by);
    }

    /**
     * The metadata with what this build needs.
     *
     * @param noted the metadata of the new lock
     * @param before the old lock
     * @param lock the new lock
     * @param used the paths of files that this build uses, or others like it
     * @param elsewhere the paths among them that it does not use itself
     * @param complete whether it uses all that builds of its kind need, so that what it does not use is not needed by them
     */
    LockMetadata note(
            LockMetadata noted, Lock before, Lock lock, Set<String> used, Set<String> elsewhere, boolean complete) {
        SortedSet<String> made = new TreeSet<>(known.environments());
        made.add(environment);
        if (!elsewhere.isEmpty()) {
            made.add(others);
        } else if (complete && ours.contains(others)) {
            made.remove(others);
        }
        SortedMap<String, SortedSet<String>> needed = new TreeMap<>();
        for (String path : lock.entries().keySet()) {
            boolean fresh = before.find(path).isEmpty();
            SortedSet<String> by = new TreeSet<>(fresh ? Set.of() : known.neededBy(path));
            if (complete) {
                by.removeAll(ours);
            }
            if (used.contains(path)) {
                by.add(elsewhere.contains(path) ? others : environment);
                by.add(others);
            }
            by.retainAll(made);
            // Empty: nobody has noted who needs it, which counts as everybody.
            needed.put(path, by.isEmpty() ? made : by);
        }
        return noted.withEnvironments(made, needed);
    }
}
