package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The inventory of a build as it grows module by module, at the cost of what each of them uses. */
public final class GrowingInventory {

    private final SortedMap<String, UsedArtifact> artifacts = new TreeMap<>();
    private final Set<Unresolved> unresolved = new LinkedHashSet<>();

    /**
     * Adds what a module uses.
     *
     * @return of that what is new: used by no module before it, or by none for certain, and what none could not determine. A
     *     better reason alone is nothing new
     */
    public Inventory add(Inventory module) {
        SortedMap<String, UsedArtifact> fresh = new TreeMap<>();
        for (UsedArtifact use : module.artifacts().values()) {
            UsedArtifact known = artifacts.get(use.path());
            if (known == null || (known.certainty() != Certainty.USED && use.certainty() == Certainty.USED)) {
                fresh.put(use.path(), use);
            }
            add(use);
        }
        List<Unresolved> more = new ArrayList<>();
        for (Unresolved each : module.unresolved()) {
            if (unresolved.add(each)) {
                more.add(each);
            }
        }
        return new Inventory(fresh, more);
    }

    /** Adds one use: of several of a file the certain one stays, then the one with the shortest reason. */
    void add(UsedArtifact use) {
        UsedArtifact known = artifacts.get(use.path());
        if (known == null || isBetter(use, known)) {
            artifacts.put(use.path(), use);
        }
    }

    /** Adds what could not be determined. */
    void add(Unresolved each) {
        unresolved.add(each);
    }

    /** What was added so far. */
    public Inventory toInventory() {
        List<Unresolved> sorted = new ArrayList<>(unresolved);
        sorted.sort((a, b) -> (a.subject() + a.usedBy()).compareTo(b.subject() + b.usedBy()));
        return new Inventory(artifacts, sorted);
    }

    private static boolean isBetter(UsedArtifact a, UsedArtifact b) {
        if (a.certainty() != b.certainty()) {
            return a.certainty().compareTo(b.certainty()) < 0;
        }
        int order = Integer.compare(a.usedBy().size(), b.usedBy().size());
        for (int i = 0; order == 0 && i < a.usedBy().size(); i++) {
            order = a.usedBy().get(i).compareTo(b.usedBy().get(i));
        }
        return order < 0;
    }
}
