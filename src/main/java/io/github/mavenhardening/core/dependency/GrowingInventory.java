package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The inventory of a build as it grows module by module, at the cost of what each of them uses. */
public final class GrowingInventory {

    private final Map<String, UsedArtifact> artifacts = new HashMap<>();
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
            Inventory.add(use, artifacts);
        }
        List<Unresolved> more = new ArrayList<>();
        for (Unresolved each : module.unresolved()) {
            if (unresolved.add(each)) {
                more.add(each);
            }
        }
        return new Inventory(fresh, more);
    }

    /** What was added so far. */
    public Inventory toInventory() {
        return Inventory.of(artifacts.values(), unresolved);
    }
}
