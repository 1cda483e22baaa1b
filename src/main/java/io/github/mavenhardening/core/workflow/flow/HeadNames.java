package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and texts that lead to a pull request's head, where heads are followed and not what outsiders word. */
final class HeadNames {

    /** Members of the forge's answers, and parameters of the event, as they are written in programs and filters. */
    private static final SoughtPattern MEMBER = SoughtPattern.of(
            "headRefOid|headRefName|headRef\\b|headRepository|\\bhead['\"\\]]{0,3}\\??[.\\[]{1,2}['\"]?(?:sha|ref|repo|label)\\b"
                    + "|\\bhead_(?:sha|ref|branch|repository)\\b|merge_commit_sha|potentialMergeCommit|\\.head\\s{0,3};?\\s{0,3}$",
            "head",
            "merge_commit_sha",
            "potentialMergeCommit");

    /** Those of them that are more than the name of a branch. */
    private static final SoughtPattern COMMIT = SoughtPattern.of(
            "headRefOid|headRef\\b|headRepository|head['\"\\]]{0,3}\\??[.\\[]{1,2}['\"]?(?:sha|repo)\\b|head_(?:sha|repository)\\b"
                    + "|merge_commit_sha|potentialMergeCommit|\\.head\\s{0,3};?\\s{0,3}$",
            "head",
            "merge_commit_sha",
            "potentialMergeCommit");

    /** The branch that GitHub keeps for each pull request. */
    private static final SoughtPattern PULL =
            SoughtPattern.of("\\bpull/[^\\s]{0,10}[${%][^\\n]{0,100}?/(?:head|merge)\\b", "pull/");

    /** Outputs by whose name an action says that it looked up a pull request's head. */
    private static final Pattern OUTPUT =
            Pattern.compile(".{0,60}(?:head|pull|(?:pr|source|fork|contributor|author)[-_]"
                    + "(?:sha|ref|repo|branch|owner|commit)).{0,60}");

    private static final Pattern BASE = Pattern.compile("(?:.*[-_])?base(?:[-_].*)?");

    /** What reads a member of an answer that belongs to what the pull request is to be merged into. */
    private static final Pattern OF_BASE = Pattern.compile("(?:\\.|\\[['\"])base(?:\\.|Ref|_|['\"]\\])");

    /** Takes the head out of an answer whose parts get names at once: {@code const { data: { head: { sha } } } = ...}. */
    private static final SoughtPattern TAKEN_APART = SoughtPattern.of(
            "\\bhead\\s{0,5}:\\s{0,5}\\{\\s{0,5}(?:\\w{1,60}\\s{0,5}:\\s{0,5})?(\\w{1,60})[^=]{0,300}=(?![=>])",
            "head");

    /** What happens where the branch is named that GitHub keeps. */
    static final String NAMED = "names a pull request's branch";

    private HeadNames() {}

    /** The name that a line of a program gives to a head, or to a part of it, where it takes an answer apart. */
    static Optional<String> takenApart(String line) {
        Matcher taken = TAKEN_APART.in(line);
        return taken.find() ? Optional.of(taken.group(1)) : Optional.empty();
    }

    /** Whether a filter, or an expression of a program, takes a head out of an answer. */
    static boolean areIn(String expression) {
        return MEMBER.isIn(expression);
    }

    /** What that is: the name of a branch, which may be one of the repository, or a commit or what leads to one. */
    static Taint.Kind kind(String expression) {
        return COMMIT.isIn(expression) ? Taint.Kind.WORD : Taint.Kind.BRANCH;
    }

    /** Whether a text names the branch that GitHub keeps for a pull request, whose number is filled in. */
    static boolean isPull(String text) {
        return PULL.isIn(text);
    }

    /** Whether the name of an output says that it is one. */
    static boolean isOutput(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OUTPUT.matcher(lower).matches() && !BASE.matcher(lower).matches();
    }

    /** Whether an expression reads only what a pull request is to be merged into. */
    static boolean isOfBase(String expression) {
        return OF_BASE.matcher(expression).find() && !areIn(expression);
    }
}
