package io.github.mavenhardening.core.audit;

import java.util.Optional;

/** The differences to zizmor 1.32 that are meant, each with its reason; there is no other that may be. */
final class AcceptedDifference {

    private static final String TRIGGERS = "dangerous-triggers";
    private static final String TEMPLATES = "template-injection";
    private static final String COMMENT_ABOVE =
            "a comment on the line above explains a permission as well as one behind it";
    private static final String MODERATE = "medium/medium/regular";
    private static final String MINOR = "low/high/pedantic";

    private AcceptedDifference() {}

    /** Why a finding of both may differ; empty when it may not. */
    static Optional<String> between(ComparedFinding theirs, ComparedFinding ours) {
        if (theirs.audit().equals(TRIGGERS)
                && theirs.grade().equals(ours.grade())
                && ours.text().startsWith("on")) {
            return Optional.of("we point to 'on', as zizmor did up to 1.30, and to the event as a related place");
        }
        if (isExplainedAbove(theirs)) {
            return Optional.of(COMMENT_ABOVE);
        }
        if (theirs.audit().equals(TEMPLATES)
                && theirs.text().startsWith("github.event.")
                && ours.grade().equals(MINOR)) {
            return Optional.of(
                    "the event's schema leaves no one a choice of that value: a time, a number, a fixed word");
        }
        if (theirs.audit().equals(TEMPLATES)
                && theirs.text().startsWith("matrix.")
                && theirs.grade().equals(MINOR)
                && ours.grade().equals(MODERATE)) {
            return Optional.of("a member of a matrix axis that is computed as a whole is not known before the run");
        }
        return Optional.empty();
    }

    /** Whether a finding of ours may be what zizmor meant when it told an earlier place of the same text twice. */
    static boolean isLaterOccurrence(ComparedFinding theirs, ComparedFinding ours) {
        boolean later =
                ours.line() > theirs.line() || (ours.line() == theirs.line() && ours.column() > theirs.column());
        return later
                && ours.path().equals(theirs.path())
                && ours.audit().equals(theirs.audit())
                && ours.grade().equals(theirs.grade())
                && word(ours.text()).equals(word(theirs.text()));
    }

    private static String word(String text) {
        return text.split("[^\\w.-]", 2)[0];
    }

    /** Why zizmor may tell a finding twice at the same place. */
    static Optional<String> again(boolean hasLaterOccurrence) {
        return Optional.of(
                hasLaterOccurrence
                        ? "zizmor points to an earlier occurrence of the same text, we to the one that is meant"
                        : "zizmor tells a place once for each alias or expression that leads to it, we tell it once");
    }

    /** Why we do not have a finding of zizmor's; empty when we ought to. */
    static Optional<String> theirs(ComparedFinding finding) {
        if (finding.audit().equals(TRIGGERS) && finding.text().startsWith("issue_comment")) {
            return Optional.of("zizmor counts issue_comment since after 1.30, by whose conformance cases it is clean");
        }
        if (isExplainedAbove(finding)) {
            return Optional.of(COMMENT_ABOVE);
        }
        if (finding.isDead()) {
            return Optional.of("the job or step never runs: its condition is false whatever happens");
        }
        if (finding.audit().equals("unpinned-uses")
                && finding.text().startsWith("slsa-framework/slsa-github-generator/.github/workflows/")) {
            return Optional.of("the SLSA generator refuses to run at a commit: it must stay on its tag");
        }
        return Optional.empty();
    }

    private static boolean isExplainedAbove(ComparedFinding finding) {
        return finding.audit().equals("undocumented-permissions")
                && finding.above().startsWith("#");
    }

    /** Why zizmor does not have a finding of ours; empty when we ought not to. */
    static Optional<String> ours(ComparedFinding finding) {
        return Optional.empty();
    }
}
