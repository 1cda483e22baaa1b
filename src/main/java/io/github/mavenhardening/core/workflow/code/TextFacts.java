package io.github.mavenhardening.core.workflow.code;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What is known of a script's variables where it gets to a place; everything, where it cannot get there. */
final class TextFacts {

    static final TextFacts NONE = new TextFacts(Map.of(), false);
    /** Of a place that is never reached. */
    static final TextFacts ALL = new TextFacts(Map.of(), true);

    /** Few scripts test as many variables. */
    private static final int LIMIT = 100;

    /** What a test may say of a variable. */
    enum Kind {
        /** That it holds nothing harmful. */
        HARMLESS,
        /** The same if it holds one line alone: of several, the test looked at any. */
        HARMLESS_LINE,
        /** That it names a branch. */
        BRANCH
    }

    /** What is known of a variable. */
    record Fact(String variable, Kind kind) {}

    /** Whether a pattern was looked for, by fact: who does so means to keep other texts out. */
    private final Map<Fact, Boolean> byPattern;

    private final boolean isAll;

    private TextFacts(Map<Fact, Boolean> byPattern, boolean isAll) {
        this.byPattern = byPattern;
        this.isAll = isAll;
    }

    static TextFacts of(Collection<String> variables, Kind kind, boolean isPattern) {
        Map<Fact, Boolean> facts = new LinkedHashMap<>();
        for (String variable : variables) {
            facts.put(new Fact(variable, kind), isPattern);
            if (kind == Kind.HARMLESS) {
                facts.put(new Fact(variable, Kind.HARMLESS_LINE), isPattern);
            }
        }
        return new TextFacts(facts, false);
    }

    static TextFacts of(Collection<Fact> facts) {
        Map<Fact, Boolean> all = new LinkedHashMap<>();
        facts.forEach(fact -> all.put(fact, true));
        return new TextFacts(all, false);
    }

    /** What is known where both are. */
    TextFacts and(TextFacts other) {
        if (isAll || other.byPattern.isEmpty()) {
            return other.isAll ? other : this;
        }
        if (byPattern.isEmpty()) {
            return other;
        }
        Map<Fact, Boolean> facts = new LinkedHashMap<>(byPattern);
        // Silent: the others are taken to be untested, which is found.
        other.byPattern.forEach((fact, isPattern) -> {
            if (facts.size() < LIMIT || facts.containsKey(fact)) {
                facts.merge(fact, isPattern, Boolean::logicalOr);
            }
        });
        return new TextFacts(facts, false);
    }

    /** What is known where the script gets by one way or the other. */
    TextFacts or(TextFacts other) {
        if (isAll || other.isAll) {
            return isAll ? other : this;
        }
        Map<Fact, Boolean> facts = new LinkedHashMap<>(byPattern);
        facts.keySet().retainAll(other.byPattern.keySet());
        return new TextFacts(facts, false);
    }

    /** What does not hold any more once variables are set. */
    TextFacts without(Collection<String> set) {
        if (set.isEmpty() || byPattern.isEmpty()) {
            return this;
        }
        Map<Fact, Boolean> facts = new LinkedHashMap<>(byPattern);
        Set<String> names = new HashSet<>(set);
        facts.keySet().removeIf(fact -> names.contains(fact.variable()));
        return new TextFacts(facts, isAll);
    }

    /** What patterns were looked for. */
    TextFacts ofPatterns() {
        Map<Fact, Boolean> facts = new LinkedHashMap<>(byPattern);
        facts.values().removeIf(isPattern -> !isPattern);
        return new TextFacts(facts, false);
    }

    /** The same of other variables, which may be several for one. */
    TextFacts renamed(Function<String, List<String>> names) {
        Map<Fact, Boolean> facts = new LinkedHashMap<>();
        byPattern.forEach((fact, isPattern) ->
                names.apply(fact.variable()).forEach(name -> facts.put(new Fact(name, fact.kind()), isPattern)));
        return new TextFacts(facts, isAll);
    }

    boolean isAll() {
        return isAll;
    }

    Collection<Fact> facts() {
        return byPattern.keySet();
    }
}
