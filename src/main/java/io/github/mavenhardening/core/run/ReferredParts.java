package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.Joined;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository's definitions, parted into those that refer to one another, directly or by others. */
final class ReferredParts {

    private ReferredParts() {}

    /** The parts; within one, and by the first of each, in the definitions' order. */
    static List<List<Definition>> of(Definitions definitions) {
        Joined<Definition> joined = new Joined<>();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.of(definition)) {
                Optional<Definition> target = definitions.own(reference.uses());
                if (target.isPresent()) {
                    joined.join(definition, target.get());
                }
            }
        }
        Map<String, List<Definition>> byLeader = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            byLeader.computeIfAbsent(joined.leader(definition).path(), any -> new ArrayList<>())
                    .add(definition);
        }
        return List.copyOf(byLeader.values());
    }
}
