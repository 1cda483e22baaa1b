package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pin policy of references, by pattern; the most specific pattern wins.
 *
 * @param demands by the patterns' keys
 */
record PinPolicy(Map<String, Demand> demands) {

    /** How a reference must be pinned. */
    enum Demand {
        /** To a commit. */
        HASH_PIN("hash-pin"),
        /** To a commit, tag or branch. */
        REF_PIN("ref-pin"),
        /** In no way. */
        ANY("any");

        private final String label;

        Demand(String label) {
            this.label = label;
        }

        static Optional<Demand> ofLabel(String label) {
            for (Demand demand : values()) {
                if (demand.label.equals(label)) {
                    return Optional.of(demand);
                }
            }
            return Optional.empty();
        }
    }

    /** What is demanded of the references of a pattern. */
    private record Rule(UsesPattern pattern, Demand demand) {}

    /** Every reference to a commit. */
    static PinPolicy strict() {
        return new PinPolicy(Map.of());
    }

    /**
     * The policy of an option: demands by pattern.
     *
     * @throws io.github.mavenhardening.core.api.ConfigurationException when a pattern or demand is none
     */
    static PinPolicy of(Options options, String option) {
        Map<String, Options.Located> given = options.map(option);
        if (given.isEmpty()) {
            return strict();
        }
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, Options.Located> entry : given.entrySet()) {
            rules.add(rule(options, option, entry));
        }
        rules.sort(Comparator.comparing(Rule::pattern));
        Map<String, Demand> demands = new HashMap<>();
        for (Rule rule : rules) {
            demands.putIfAbsent(rule.pattern().key(), rule.demand());
        }
        return new PinPolicy(demands);
    }

    private static Rule rule(Options options, String option, Map.Entry<String, Options.Located> entry) {
        UsesPattern pattern = UsesPattern.parse(entry.getKey())
                .orElseThrow(() -> options.refused(
                        option,
                        entry.getValue().node(),
                        "'" + entry.getKey() + "' must be *, owner/*, owner/repo, owner/repo/*, owner/repo/path"
                                + " or one of the last with @ref"));
        Demand demand = Demand.ofLabel(entry.getValue().text())
                .orElseThrow(
                        () -> options.refused(option, entry.getValue().node(), "must be hash-pin, ref-pin or any"));
        return new Rule(pattern, demand);
    }

    /** What is demanded of a reference; a commit where no pattern speaks of it. */
    Demand demandOn(Uses.Repository uses) {
        if (!demands.isEmpty()) {
            for (String key : UsesPattern.keysOf(uses)) {
                Demand demand = demands.get(key);
                if (demand != null) {
                    return demand;
                }
            }
        }
        return Demand.HASH_PIN;
    }
}
