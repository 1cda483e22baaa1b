package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository's definitions, parted into those that refer to one another, directly or by others. */
final class ReferredParts {

    private final IdentityHashMap<Definition, Definition> leaders = new IdentityHashMap<>();

    private ReferredParts() {}

    /** The parts; within one, and by the first of each, in the definitions' order. */
    static List<List<Definition>> of(Definitions definitions) {
        ReferredParts parts = new ReferredParts();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.of(definition)) {
                Optional<Definition> target = definitions.target(reference.uses());
                if (target.isPresent()) {
                    parts.join(definition, target.get());
                }
            }
        }
        Map<String, List<Definition>> byLeader = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            byLeader.computeIfAbsent(parts.leader(definition).path(), any -> new ArrayList<>())
                    .add(definition);
        }
        return List.copyOf(byLeader.values());
    }

    private void join(Definition one, Definition other) {
        Definition first = leader(one);
        Definition second = leader(other);
        if (first != second) {
            leaders.put(second, first);
        }
    }

    private Definition leader(Definition definition) {
        Definition leader = definition;
        for (Definition next = leaders.get(leader); next != null; next = leaders.get(leader)) {
            leader = next;
        }
        // The next one finds it at once, or a long chain would be walked for each of its members.
        for (Definition at = definition; at != leader; ) {
            at = leaders.put(at, leader);
        }
        return leader;
    }
}
