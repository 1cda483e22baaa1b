package io.github.mavenhardening.core.policy;

import java.util.List;

/**
 * The verdict: whether the threshold is kept.
 *
 * @param reasons why it is not, one part of a sentence each; empty when it is
 */
public record Verdict(List<String> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public boolean passed() {
        return reasons.isEmpty();
    }
}
