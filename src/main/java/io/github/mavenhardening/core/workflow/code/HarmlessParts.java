package io.github.mavenhardening.core.workflow.code;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a script in which its variables hold nothing harmful. */
final class HarmlessParts {

    /** Those of one variable. */
    private static final class Parts {
        /** The ends of parts, by where they begin. */
        private final NavigableMap<Integer, Integer> ends = new TreeMap<>();
        /** From where on it is so until the end of the script. */
        private final NavigableSet<Integer> from = new TreeSet<>();
        /** From where on it is so for what is set in a branch: where that begins. */
        private final NavigableMap<Integer, Integer> inBranch = new TreeMap<>();

        boolean has(int offset, int set) {
            Map.Entry<Integer, Integer> part = ends.floorEntry(offset);
            Integer behind = from.floor(offset);
            Map.Entry<Integer, Integer> branch = inBranch.floorEntry(offset);
            return (behind != null && behind >= set)
                    || (branch != null && branch.getKey() >= set && branch.getValue() <= set)
                    || (part != null && offset < part.getValue() && part.getKey() >= set);
        }
    }

    private final Map<String, Parts> byVariable = new HashMap<>();

    void add(String variable, int begin, int end) {
        of(variable).ends.put(begin, end);
    }

    /** Adds what comes after a place that the script leaves at else: the rest of the script, or of the branch that it is in. */
    void addFrom(String variable, int begin, ScriptBranches.Part within) {
        if (within.equals(ScriptBranches.ALL)) {
            of(variable).from.add(begin);
            return;
        }
        of(variable).inBranch.put(begin, within.begin());
        add(variable, begin, within.end());
    }

    private Parts of(String variable) {
        byVariable.putIfAbsent(variable, new Parts());
        return byVariable.get(variable);
    }

    /** Whether a variable holds nothing harmful at an offset; it is set to what it holds at another one. */
    boolean isHarmless(String variable, int offset, int set) {
        Parts found = byVariable.get(variable);
        return found != null && found.has(offset, set);
    }
}
