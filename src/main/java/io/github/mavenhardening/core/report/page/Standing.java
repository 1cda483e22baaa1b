package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.policy.EvaluatedFinding;

/** How a finding stands to what was there before. */
final class Standing {

    private Standing() {}

    /** Whether the baseline has it. */
    static boolean isKnown(EvaluatedFinding judged) {
        return false;
    }

    /** {@code new}, {@code known} or {@code suppressed}; empty for what was compared with nothing. */
    static String of(EvaluatedFinding judged) {
        return judged.counts() ? "" : "suppressed";
    }
}
