package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.Strictness;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, Demand> policies)
        implements Strictness<PinPolicy> {

    /** How a reference must be pinned, the strictest first. */
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
        for (Map.Entry<String, Demand> policy : policies.entrySet()) {
            sorted.put(UsesPattern.parse(policy.getKey()).orElseThrow(), policy.getValue());
        }
        Map<String, Demand> byKey = new HashMap<>();
        for (Map.Entry<UsesPattern, Demand> policy : sorted.entrySet()) {
            byKey.putIfAbsent(policy.getKey().key(), policy.getValue());
        }
        policies = byKey;
    }

    /** By the patterns of either: what fits none of them, both demand the same of. */
    @Override
    public boolean isAtLeast(PinPolicy other) {
        Set<String> keys = new HashSet<>(policies.keySet());
        keys.addAll(other.policies.keySet());
        for (String key : keys) {
            List<String> fitting = UsesPattern.keysAround(key);
            if (demandOn(fitting).compareTo(other.demandOn(fitting)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** What is demanded of a reference; a commit where no pattern speaks of it. */
    Demand demandOn(Uses.Repository uses) {
        return policies.isEmpty() ? Demand.HASH_PIN : demandOn(UsesPattern.keysOf(uses));
    }

    private Demand demandOn(List<String> keys) {
        for (String key : keys) {
            Demand demand = policies.get(key);
            if (demand != null) {
                return demand;
            }
        }
        return Demand.HASH_PIN;
    }
}
