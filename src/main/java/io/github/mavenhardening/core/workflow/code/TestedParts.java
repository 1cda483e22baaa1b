package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of a script in which something is known of its variables. */
final class TestedParts {

    /** So many of one variable are kept: few scripts test one more often. */
    private static final int LIMIT = 200;

    /** From where on something is known, and how long. */
    private static final class Part {
        private final TextFacts.Fact fact;
        private final int begin;
        /** Where the branch begins in which it is known, and where it ends. */
        private final int branch;

        private int end = Integer.MAX_VALUE;
        /** Where it is not known of what is set in the branch either. */
        private int to = Integer.MAX_VALUE;

        Part(TextFacts.Fact fact, int begin, int branch) {
            this.fact = fact;
            this.begin = begin;
            this.branch = branch;
        }

        boolean isOf(TextFacts.Kind kind, int set, int at) {
            return fact.kind() == kind && begin <= at && set <= begin && at < to && (at < end || set > branch);
        }
    }

    /** A branch whose end is not reached. */
    private record Branch(int begin, List<Part> parts) {}

    private final Map<String, List<Part>> byVariable = new HashMap<>();
    private final Deque<Branch> open = new ArrayDeque<>(List.of(new Branch(0, new ArrayList<>())));
    /** Those of parameters, in the order of the text. */
    private final List<Part> ofParameters = new ArrayList<>();

    /** Takes in what is known from an offset to the end of the branch. */
    void add(TextFacts known, int at) {
        for (TextFacts.Fact fact : known.facts()) {
            byVariable.putIfAbsent(fact.variable(), new ArrayList<>());
            List<Part> parts = byVariable.get(fact.variable());
            // Silent: what is tested later is taken to be untested, which is found.
            if (parts.size() < LIMIT) {
                Part part = new Part(fact, at, open.element().begin());
                parts.add(part);
                open.element().parts().add(part);
                if (isParameter(fact.variable())) {
                    ofParameters.add(part);
                }
            }
        }
    }

    static boolean isParameter(String variable) {
        return Character.isDigit(variable.charAt(0));
    }

    void begin(int at) {
        open.push(new Branch(at, new ArrayList<>()));
    }

    void end(int at) {
        for (Part part : open.pop().parts()) {
            part.end = at;
        }
    }

    /** How many parts there are of parameters. */
    int parameters() {
        return ofParameters.size();
    }

    /** Ends the parts of parameters that come behind so many: another function has its own. */
    void endParameters(int from, int at) {
        for (Part part : ofParameters.subList(from, ofParameters.size())) {
            part.to = at;
        }
    }

    /** What is known by now in the open branches. */
    TextFacts now() {
        List<TextFacts.Fact> now = new ArrayList<>();
        for (Branch branch : open) {
            // Silent: the others are taken to be untested, which is found.
            for (int i = branch.parts().size() - 1; i >= 0 && now.size() < LIMIT; i--) {
                now.add(branch.parts().get(i).fact);
            }
        }
        return TextFacts.of(now);
    }

    /** Whether something is known at an offset of what a variable is set to at another one. */
    boolean isKnown(TextFacts.Fact fact, int at, int set) {
        for (Part part : byVariable.getOrDefault(fact.variable(), List.of())) {
            if (part.isOf(fact.kind(), set, at)) {
                return true;
            }
        }
        return false;
    }
}
