package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The branches of one condition of a script, by the variables that they set to something harmless: after the condition a variable
 * is harmless only where each way through it has made it so.
 */
final class Branches {

    private static final Set<String> LEAVING = Set.of("exit", "return", "continue", "break");

    /** Those that every branch so far sets; null before the first. */
    private Set<String> always;

    /** Those that a branch sets which only text gets to that did not pass a test. */
    private final Set<String> corrected = new HashSet<>();

    /** Those that a branch sets to something that is not harmless. */
    private final Set<String> worded = new HashSet<>();

    /**
     * What a branch sets.
     *
     * @param harmless the variables that it sets to something harmless
     * @param worded those that it sets to something that is not
     */
    record Outcome(Set<String> harmless, Set<String> worded) {}

    /**
     * Takes in a branch.
     *
     * @param isCorrecting whether the text itself decides that it is taken
     */
    void add(List<ShellNode.Statement> branch, boolean isCorrecting, Outcome set) {
        if (!leaves(branch)) {
            add(isCorrecting, set);
        }
    }

    /** Takes in a branch that goes on behind the condition. */
    void add(boolean isCorrecting, Outcome set) {
        if (always == null) {
            always = new HashSet<>(set.harmless());
        } else {
            always.retainAll(set.harmless());
        }
        if (isCorrecting) {
            corrected.addAll(set.harmless());
        }
        worded.addAll(set.worded());
    }

    /**
     * What is harmless after the condition.
     *
     * @param isComplete whether one of the branches is always taken
     */
    Set<String> harmless(boolean isComplete) {
        Set<String> all = new HashSet<>(corrected);
        all.removeAll(worded);
        if (isComplete && always != null) {
            all.addAll(always);
        }
        return all;
    }

    /** Whether what stands behind the condition is not reached from a branch. */
    private static boolean leaves(List<ShellNode.Statement> branch) {
        return !branch.isEmpty()
                && branch.get(branch.size() - 1).command().orElse(null) instanceof ShellNode.Call call
                && !call.arguments().isEmpty()
                && LEAVING.contains(call.arguments().get(0).text());
    }
}
