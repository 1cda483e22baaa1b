package io.github.mavenhardening.core.audit;

import java.util.Optional;
import java.util.Set;

/** The differences to zizmor 1.32 that are meant, each with its reason; there is no other that may be. */
final class AcceptedDifference {

    private static final String TRIGGERS = "dangerous-triggers";
    private static final String CACHES = "cache-poisoning";
    private static final String FURTHER_WRITES = ".*(<<.*>>|&&|\\n\\s*>>|(\\}|\\)|done|fi|esac)\\s*(<[^>]*)?>>)";
    private static final Set<String> COMMANDS = Set.of("adhoc-packages", "use-trusted-publishing", "unpinned-tools");
    private static final String WRAPPERS =
            "sudo|env|exec|nohup|time|command|builtin|nice|timeout|xvfb-run|stdbuf|retry";
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
                && ours.text().matches("[\"']?on\\b.*")) {
            return Optional.of("we point to 'on', as zizmor did up to 1.30, and to the event as a related place");
        }
        if (isExplainedAbove(theirs)) {
            return Optional.of(COMMENT_ABOVE);
        }
        if (theirs.grade().equals(ours.grade()) && isWithinParentheses(theirs, ours)) {
            return Optional.of("zizmor points to the parentheses, we to what they hold");
        }
        if (theirs.audit().equals("bot-conditions")
                && theirs.grade().equals("high/high/regular")
                && theirs.line() == ours.line()) {
            return Optional.of(
                    "a test that others are joined to with && decides nothing alone, whatever || stands around it");
        }
        if (theirs.grade().equals(ours.grade())
                && theirs.line() == ours.line()
                && theirs.column() - ours.column() == ours.wide()) {
            return Optional.of("zizmor counts bytes, we count characters");
        }
        if (theirs.audit().equals(TEMPLATES) && theirs.text().startsWith("fromJSON(")) {
            return Optional.of("what is read out of JSON is worth what the JSON is");
        }
        if (theirs.audit().equals("self-hosted-runner") && ours.below().contains("group:")) {
            return Optional.of("zizmor is sure of groups of runners since after 1.30, by whose cases it is not");
        }
        if (theirs.audit().equals(TEMPLATES)
                && theirs.text().startsWith("github.event.")
                && ours.grade().equals(MINOR)) {
            return Optional.of(
                    "the event's schema leaves no one a choice of that value: a time, a number, a fixed word");
        }
        if (theirs.audit().equals(TEMPLATES)
                && theirs.text().startsWith("matrix.")
                && Set.of(theirs.grade(), ours.grade()).equals(Set.of(MINOR, MODERATE))) {
            return Optional.of("a member of a matrix that is computed is worth what the expression reads");
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
        if (finding.audit().equals(TRIGGERS) && finding.text().matches("(on: )?issue_comment.*")) {
            return Optional.of("zizmor counts issue_comment since after 1.30, by whose conformance cases it is clean");
        }
        if (isExplainedAbove(finding)) {
            return Optional.of(COMMENT_ABOVE);
        }
        if (finding.isDead()) {
            return Optional.of("the job or step never runs: its condition is false whatever happens");
        }
        if (finding.audit().equals("github-env") && finding.below().lines().allMatch(AcceptedDifference::isPlain)) {
            return Optional.of("what the script writes there stands in it");
        }
        if (finding.audit().equals("hardcoded-container-credentials")) {
            return Optional.of("blanks around an expression are no password");
        }
        if (finding.audit().equals("adhoc-packages") && finding.text().matches(".*[\"']\\$\\{\\{.*")) {
            return Optional.of("an expression may give an option as well as a package");
        }
        if (finding.audit().equals("use-trusted-publishing")
                && finding.text().matches(".*\\b(build|check|exec|run) .*")) {
            return Optional.of("zizmor takes the word for the sub-command wherever it stands");
        }
        if (finding.audit().equals("use-trusted-publishing") && finding.below().matches("(?s).*url: \\$\\{\\{ '.*")) {
            return Optional.of("the expression is an address that knows no trusted publishers");
        }
        if (finding.audit().equals(CACHES) && finding.below().contains("${{")) {
            return Optional.of("the expression turns the cache off in every run that releases");
        }
        if (finding.audit().equals("unpinned-uses")
                && finding.text().startsWith("slsa-framework/slsa-github-generator/.github/workflows/")) {
            return Optional.of("the SLSA generator refuses to run at a commit: it must stay on its tag");
        }
        return Optional.empty();
    }

    /** Whether a line of a script writes to the environment only what stands there, if anything. */
    private static boolean isPlain(String line) {
        String text = line.replaceAll("\\$\\{?(env:)?GITHUB_(ENV|PATH)\\}?", "");
        return text.equals(line) || text.chars().noneMatch(c -> c == '$' || c == '`');
    }

    private static boolean isExplainedAbove(ComparedFinding finding) {
        return finding.audit().equals("undocumented-permissions")
                && finding.above().startsWith("#");
    }

    private static boolean isWithinParentheses(ComparedFinding theirs, ComparedFinding ours) {
        int step = ours.column() - theirs.column();
        return theirs.line() == ours.line()
                && step > 0
                && step <= theirs.text().length()
                && theirs.text().substring(0, step).matches("[( ]+");
    }

    /** Why zizmor does not have a finding of ours; empty when we ought not to. */
    static Optional<String> ours(ComparedFinding finding) {
        if (finding.audit().equals("github-env") && finding.below().matches("(?s)" + FURTHER_WRITES + ".*")) {
            return Optional.of(
                    "zizmor follows the first redirection of a command, where it stands last, and no groups");
        }
        if (finding.path().matches("(.*/)?action\\.ya?ml")
                && Set.of("bot-conditions", "unpinned-images").contains(finding.audit())) {
            return Optional.of("zizmor does not look into composite actions for it");
        }
        if (finding.audit().equals("dependabot-cooldown")) {
            return Optional.of("zizmor looks no further than the first entry with a cooldown");
        }
        if (finding.lead().matches("[- ]*if: .*") && !finding.lead().contains("${{")) {
            return Optional.of("a condition is an expression without ${{ as well");
        }
        if (COMMANDS.contains(finding.audit())
                && (finding.text().startsWith("\"") || finding.lead().matches(".*\\b(" + WRAPPERS + ")\\b.*"))) {
            return Optional.of("zizmor looks neither behind sudo and its like nor into quotes for the command");
        }
        if (finding.audit().equals("adhoc-packages") && finding.text().contains("${{")) {
            return Optional.of("zizmor reads no further in a command than an expression that stands alone");
        }
        if (finding.audit().equals("unpinned-images") && finding.confidence().equals("low")) {
            return Optional.of("zizmor says nothing of an image that an expression in the matrix names");
        }
        if (finding.audit().equals(CACHES) && finding.text().startsWith("uses: actions/cache/restore@")) {
            return Optional.of("actions/cache/restore reads the cache as actions/cache does");
        }
        if (finding.audit().equals(CACHES) && finding.below().contains("${{")) {
            return Optional.of("the expression leaves the cache on in some run that releases");
        }
        if (finding.audit().equals("artipacked") && finding.text().startsWith("with: ${{")) {
            return Optional.of("zizmor says nothing of inputs that are an expression since after 1.30");
        }
        return Optional.empty();
    }
}
