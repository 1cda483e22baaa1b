package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How references must be pinned: the options of {@link UnpinnedUses}.
 *
 * @param policies by the patterns' keys, so that the pattern that says most wins
 */
record PinPolicy(
        @Option(
                value =
                        "How references must be pinned, by pattern: `hash-pin` (to a commit, the default), `ref-pin` (to a commit,"
                                + " tag or branch) or `any`. Of several patterns that fit the one that says most decides",
                keys = UsesPattern.EXPRESSION,
                must = UsesPattern.MUST,
                example = "{\"actions/*\": ref-pin, \"*\": hash-pin}")
        Map<String, Demand> policies) {

    /** How a reference must be pinned. */
    enum Demand {
        /** To a commit. */
        HASH_PIN,
        /** To a commit, tag or branch. */
        REF_PIN,
        /** In no way. */
        ANY
    }

    PinPolicy {
        Map<UsesPattern, Demand> sorted = new TreeMap<>();
        policies.forEach((text, demand) -> sorted.put(UsesPattern.parse(text).orElseThrow(), demand));
        Map<String, Demand> byKey = new HashMap<>();
        sorted.forEach((pattern, demand) -> byKey.putIfAbsent(pattern.key(), demand));
        policies = byKey;
    }

    /** What is demanded of a reference; a commit where no pattern speaks of it. */
    Demand demandOn(Uses.Repository uses) {
        if (!policies.isEmpty()) {
            for (String key : UsesPattern.keysOf(uses)) {
                Demand demand = policies.get(key);
                if (demand != null) {
                    return demand;
                }
            }
        }
        return Demand.HASH_PIN;
    }
}
