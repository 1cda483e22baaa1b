package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.policy.EvaluatedFinding;

/** How a finding stands to the baseline, to the change looked at, and to what takes findings back. */
enum Standing {
    /** It counts, and was compared with nothing. */
    PLAIN(""),
    NEW("new"),
    KNOWN("known"),
    GRACE("in grace"),
    UNTOUCHED("outside the change"),
    SUPPRESSED("suppressed");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    /** As the page has it; empty where there is nothing to say. */
    String label() {
        return label;
    }

    static Standing of(EvaluatedFinding judged) {
        if (!judged.counts()) {
            return SUPPRESSED;
        }
        if (judged.spared().isPresent()) {
            return switch (judged.spared().get()) {
                case KNOWN -> KNOWN;
                case GRACE -> GRACE;
                case UNTOUCHED -> UNTOUCHED;
            };
        }
        return judged.baseline().isPresent() ? NEW : PLAIN;
    }
}
