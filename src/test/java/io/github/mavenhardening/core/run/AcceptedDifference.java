package io.github.mavenhardening.core.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The differences to zizmor 1.32 that are meant, each with its reason; there is no other that may be. */
final class AcceptedDifference {

    private static final String BOTS = "bot-conditions";
    private static final String CACHES = "cache-poisoning";
    private static final String INSTALLS = "adhoc-packages";
    private static final String PUBLISHES = "use-trusted-publishing";
    private static final String RUNNERS = "self-hosted-runner";
    private static final String TEMPLATES = "template-injection";
    private static final Set<String> COMMANDS = Set.of(INSTALLS, PUBLISHES, "unpinned-tools");
    private static final Set<String> WORKFLOWS_ONLY = Set.of(BOTS, "unpinned-images");

    private static final String SURE = "high/high/regular";
    private static final String MODERATE = "medium/medium/regular";
    private static final String MINOR = "low/high/pedantic";

    private static final String OF_WRITER = "medium/high/regular";

    /** The grades of what no outsider words at present. */
    private static final Set<String> OF_OTHERS = Set.of(OF_WRITER, MODERATE, "low/high/regular");

    /** What whoever starts the run gives, or a name of a branch or tag of the repository itself. */
    private static final String WRITERS =
            "github\\.(?:ref|ref_name|base_ref|event\\.(?:inputs\\.[\\w-]+|client_payload(?:\\.[\\w.-]+)?"
                    + "|pull_request\\.base\\.ref|release\\.(?:tag_name|target_commitish)))(?![\\w.]).*";

    /** What GitHub or the runner words, or lets nobody make of more than letters, digits, dots, hyphens and underscores. */
    private static final String GIVEN =
            "github\\.(?:actor(?:_id)?|(?:api|graphql)_url|event_path|ref_(?:protected|type)|workflow_sha"
                    + "|event\\.(?:repository\\.default_branch|workflow_run\\.event"
                    + "|[\\w.]+\\.(?:login|node_id|full_name|html_url|clone_url|ssh_url|diff_url|patch_url)"
                    + "|workflow_run\\.\\w+_url|(?:issue\\.)?pull_request\\.(?:\\w+_)?url|(?:workflow_run|issue|comment|repository)\\.url"
                    + "|[\\w.]*(?:repo|repository)\\.name))(?![\\w.]).*";

    private static final String WORDED_BY_NOBODY = "nobody outside words that value, or of harmless characters alone";

    private static final String EARLIER =
            "zizmor points to an earlier occurrence of the same text, we to the one that is meant";

    private static final String COMMENT_ABOVE =
            "a comment on the line above explains a permission as well as one behind it";

    /** A finding that one of the two has. */
    private record Lone(Predicate<ComparedFinding> applies, String reason) {}

    /** A finding that both have, zizmor's first, and that is not the same. */
    private record Pair(BiPredicate<ComparedFinding, ComparedFinding> applies, String reason) {}

    private static final List<Pair> BETWEEN = List.of(
            new Pair((theirs, ours) -> isExplainedAbove(theirs), COMMENT_ABOVE),
            new Pair(
                    (theirs, ours) -> isSameGrade(theirs, ours) && isWithinParentheses(theirs, ours),
                    "zizmor points to the parentheses, we to what they hold"),
            new Pair(
                    (theirs, ours) -> is(BOTS, theirs) && theirs.grade().equals(SURE) && theirs.line() == ours.line(),
                    "a test that others are joined to with && decides nothing alone, whatever || stands around it"),
            new Pair(
                    (theirs, ours) -> is(CACHES, theirs)
                            && ours.grade().equals(theirs.grade().replace("high/low", "medium/low")),
                    "a job that tests and puts nothing out is no build of a release"),
            new Pair(
                    (theirs, ours) -> is(CACHES, theirs)
                            && theirs.text().matches("uses: ['\"]?actions/setup-node@.*")
                            && ours.grade().replace("low/low", "high/low").equals(theirs.grade()),
                    "setup-node has a cache by itself only where the root's package.json names its package manager"),
            new Pair(
                    (theirs, ours) -> is("github-env", theirs) && ours.grade().equals("low/low/regular"),
                    "what is written is the machine's own, or no event of an outsider's leads to the action"),
            new Pair(
                    (theirs, ours) -> isAlike(theirs, ours)
                            && theirs.line() == ours.line()
                            && ours.wide() > 0
                            && theirs.column() - ours.column() == ours.wide(),
                    "zizmor counts bytes, we count characters"),
            new Pair(
                    (theirs, ours) -> is("unpinned-images", theirs)
                            && isSameGrade(theirs, ours)
                            && theirs.text().startsWith("docker://docker"),
                    EARLIER),
            new Pair(
                    (theirs, ours) -> is(RUNNERS, theirs) && hasExpressionBelow(ours),
                    "a label that an expression hands through is that label"),
            new Pair(
                    AcceptedDifference::isOfOthers,
                    "an input is worth the worst that the repository's own callers give for it; and only whoever may"
                            + " write to it starts a run with inputs, or names its branches and tags"),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs)
                            && theirs.text().matches("github\\.ref(_name)?(?![\\w.]).*")
                            && ours.grade().equals(MINOR),
                    "the workflow's own filters leave no choice of that name"),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs) && theirs.text().startsWith("("),
                    "what is taken out of a choice is worth what it is in each of the choices"),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs) && theirs.text().startsWith("fromJSON("),
                    "what is read out of JSON is worth what the JSON is"),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs)
                            && theirs.lead().endsWith("toJSON(")
                            && ours.text().startsWith("toJSON(")
                            && ours.grade().equals(MINOR),
                    "a text in JSON is a literal of JavaScript, which nothing in it ends"),
            new Pair(
                    (theirs, ours) -> isOfSchema(theirs, ours),
                    "the event's schema leaves no one a choice of that value: a time, a number, a fixed word"),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs)
                            && theirs.text().matches(GIVEN)
                            && ours.grade().equals(MINOR),
                    WORDED_BY_NOBODY),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs)
                            && theirs.text().startsWith("matrix.")
                            && Set.of(theirs.grade(), ours.grade()).equals(Set.of(MINOR, MODERATE)),
                    "a member of a matrix that is computed is worth what the expression reads"),
            new Pair(
                    (theirs, ours) -> is(TEMPLATES, theirs)
                            && theirs.text().startsWith("matrix.")
                            && theirs.grade().equals(MODERATE)
                            && ours.grade().equals("low/medium/regular"),
                    "a member of a matrix that a job makes of the repository's own files is no outsider's"),
            new Pair(AcceptedDifference::isLaterOccurrence, EARLIER));

    private static final List<Lone> THEIRS = List.of(
            new Lone(
                    theirs -> is(RUNNERS, theirs) && theirs.confidence().equals("low"),
                    "zizmor looks for the label in any part of a word, and in the names of inputs"),
            new Lone(AcceptedDifference::isExplainedAbove, COMMENT_ABOVE),
            new Lone(theirs -> is(TEMPLATES, theirs) && theirs.text().matches(GIVEN), WORDED_BY_NOBODY),
            new Lone(
                    theirs -> is(TEMPLATES, theirs)
                            && theirs.text().matches("github\\.event\\.issue\\.pull_request(?![\\w.]).*"),
                    "a mapping is written as the word Object"),
            new Lone(
                    theirs -> is(BOTS, theirs) && theirs.lead().contains("!"),
                    "a condition that leaves bots out lets nobody in who passes for one"),
            new Lone(
                    theirs -> is(BOTS, theirs)
                            && theirs.around().matches("(?s).*(\\.user\\.login ?==|head\\.repo\\.full_name ?==).*"),
                    "the condition asks for the author as well, or for a branch of the repository itself"),
            new Lone(
                    theirs -> theirs.path().matches(".+/\\.github/workflows/[^/]+"),
                    "GitHub runs workflows out of the root's folder alone"),
            new Lone(
                    theirs ->
                            is(CACHES, theirs) && theirs.around().matches("(?s).*\\bif: [^\n]*github\\.(event|ref).*"),
                    "the step does not run when the workflow releases"),
            new Lone(
                    theirs ->
                            is(CACHES, theirs) && theirs.jobCondition().contains("github.event_name == 'pull_request'"),
                    "the job does not run when the workflow releases"),
            new Lone(
                    theirs -> is(CACHES, theirs)
                            && theirs.jobCondition()
                                    .contains("\"pull_request\", \"merge_group\"]'), github.event_name"),
                    "the job does not run when the workflow releases"),
            new Lone(
                    theirs -> is("unpinned-images", theirs) && theirs.text().matches("image: \\.{1,2}/.*Dockerfile"),
                    "a Dockerfile in another folder, or of another name, is no image"),
            new Lone(
                    theirs -> is("unpinned-images", theirs) && theirs.text().startsWith("null"),
                    "where an expression comes to null there is no image"),
            new Lone(ComparedFinding::isDead, "the job or step never runs: its condition is false whatever happens"),
            new Lone(
                    theirs -> is("github-env", theirs) && theirs.below().lines().allMatch(AcceptedDifference::isPlain),
                    "what the script writes there stands in it"),
            new Lone(
                    theirs -> is("artipacked", theirs)
                            && theirs.below().matches("(?is).*persist-credentials: ['\"]?(?!true\\b)[a-z]+\\b.*"),
                    "the action takes every word but 'true', in any case, for a no"),
            new Lone(
                    theirs -> is("hardcoded-container-credentials", theirs),
                    "blanks around an expression are no password"),
            new Lone(
                    theirs -> is(INSTALLS, theirs) && theirs.text().matches(".*[\"']\\$\\{\\{.*"),
                    "an expression may give an option as well as a package"),
            new Lone(
                    theirs -> is(INSTALLS, theirs) && theirs.text().matches("npm install .*( \\.|--prefix \\S+)"),
                    "a folder is no package of a registry"),
            new Lone(
                    theirs -> is(PUBLISHES, theirs)
                            && theirs.text().matches(".*\\b(build|check|dlx|exec|ovsx|pkg-pr-new|run|vsce) .*"),
                    "zizmor takes the word for the sub-command wherever it stands"),
            new Lone(
                    theirs -> is(PUBLISHES, theirs) && theirs.text().matches("cargo (?!publish\\b)[a-z].*"),
                    "the command is another one of cargo's, which has words of its own"),
            new Lone(
                    theirs -> is(PUBLISHES, theirs) && theirs.below().matches("(?s).*url: \\$\\{\\{ '.*"),
                    "the expression is an address that knows no trusted publishers"),
            new Lone(
                    theirs -> is(PUBLISHES, theirs)
                            && theirs.text().matches(".*--(host|publish-url|registry|repository-url|source)[ =]http.*"),
                    "the command names another registry, which knows no trusted publishers"),
            new Lone(
                    theirs -> is(CACHES, theirs) && hasExpressionBelow(theirs),
                    "the expression turns the cache off in every run that releases"),
            new Lone(
                    theirs -> is("unpinned-uses", theirs)
                            && theirs.text().startsWith("slsa-framework/slsa-github-generator/.github/workflows/"),
                    "the SLSA generator refuses to run at a commit: it must stay on its tag"));

    private static final List<Lone> OURS = List.of(
            new Lone(
                    ours -> is(BOTS, ours)
                            && ours.text().matches("github\\.event\\.workflow_run\\.(triggering_)?actor\\..*"),
                    "who started the run that the event is about is no more the author of the change"),
            new Lone(ComparedFinding::isDead, "zizmor does not read a workflow without 'on', which nothing starts"),
            new Lone(
                    ours -> is("github-env", ours)
                            && ours.below()
                                    .matches("(?s).*(<<.*>>|&&|\\n\\s*>>|(\\}|\\)|done|fi|esac)\\s*(<[^>]*)?>>).*"),
                    "zizmor follows the first redirection of a command, where it stands last, and no groups"),
            new Lone(
                    ours -> is("github-env", ours)
                            && (ours.text() + ours.below()).matches("(?s).*'[^'\n]*\\$\\{\\{[^\n]*'.*>>.*"),
                    "what an expression brings into single quotes does not stand in the script"),
            new Lone(
                    ours -> is(TEMPLATES, ours)
                            && ours.key().equalsIgnoreCase("with.inlineScript")
                            && !ours.key().equals("with.inlineScript"),
                    "the names of inputs are the same in any case"),
            new Lone(
                    ours -> is(TEMPLATES, ours)
                            && Set.of(
                                            "with.before-script-linux",
                                            "with.command",
                                            "with.prepare",
                                            "with.install",
                                            "with.run",
                                            "with.script",
                                            "with.runCmd")
                                    .contains(ours.key()),
                    "the command of an action that runs it is code"),
            new Lone(
                    ours -> is("obfuscation", ours) && ours.lead().matches(".*\\$\\{\\{.*\\bformat\\('.*"),
                    "zizmor reports the first constant of an expression, we each"),
            new Lone(
                    ours -> is("obfuscation", ours) && ours.text().startsWith("["),
                    "zizmor reports the first constant of an expression, we each"),
            new Lone(
                    ours -> is("obfuscation", ours) && !ours.text().matches("\\p{ASCII}*"),
                    "zizmor passes over texts beyond ASCII"),
            new Lone(
                    ours -> is("unpinned-images", ours) && ours.grade().startsWith("medium/medium/"),
                    "zizmor does not look for the images that a script starts"),
            new Lone(
                    ours -> is(CACHES, ours)
                            && Set.of("medium/low/regular", "low/low/regular").contains(ours.grade()),
                    "zizmor knows the jobs that publish by their actions, and not by commands"),
            new Lone(
                    ours -> is("github-env", ours)
                            && (ours.text() + "\n" + ours.below()).matches("(?s).*(\\| [^|\n]*>>|\\$\\{\\{).*"),
                    "zizmor follows no pipeline, and not every script with expressions"),
            new Lone(
                    ours -> ours.path().matches("(.*/)?action\\.ya?ml") && WORKFLOWS_ONLY.contains(ours.audit()),
                    "zizmor does not look into composite actions for it"),
            new Lone(
                    ours -> is(BOTS, ours)
                            && (ours.text().contains("sender")
                                    || ours.lead().matches(".*(contains|startsWith|endsWith)\\(.*")),
                    "who sent the event, and a search in the actor's name, are such tests as well"),
            new Lone(
                    ours -> is("dependabot-cooldown", ours),
                    "zizmor looks no further than the first entry with a cooldown"),
            new Lone(
                    ours -> !is(BOTS, ours)
                            && ours.lead().matches("[- ]*if: .*")
                            && !ours.lead().contains("${{"),
                    "a condition is an expression without ${{ as well"),
            new Lone(
                    ours -> COMMANDS.contains(ours.audit()) && isHidden(ours),
                    "zizmor looks neither behind sudo and its like nor into quotes for the command"),
            new Lone(
                    ours -> is(INSTALLS, ours) && ours.text().contains("${{"),
                    "zizmor reads no further in a command than an expression that stands alone"),
            new Lone(
                    ours -> is("unpinned-images", ours) && ours.confidence().equals("low"),
                    "zizmor says nothing of an image that an expression in the matrix names"),
            new Lone(
                    ours -> is("unpinned-images", ours) && ours.text().contains(":${{ matrix."),
                    "zizmor does not put the matrix's values behind a name"),
            new Lone(
                    ours -> is(INSTALLS, ours) && ours.text().matches("pnpm (i|install) .*"),
                    "pnpm's install with a name adds it, as npm's does"),
            new Lone(
                    ours -> is(CACHES, ours) && ours.text().startsWith("uses: actions/cache/restore@"),
                    "actions/cache/restore reads the cache as actions/cache does"),
            new Lone(
                    ours -> is(CACHES, ours) && ours.text().matches("uses: docker/(?:build-push|bake)-action@.*"),
                    "layers of an image that are kept in the cache of Actions are a cache as well"),
            new Lone(
                    ours -> is(CACHES, ours) && hasExpressionBelow(ours),
                    "the expression leaves the cache on in some run that releases"),
            new Lone(
                    ours -> is(RUNNERS, ours) && hasExpressionBelow(ours),
                    "zizmor does not look for the label itself among the values of an expression"),
            new Lone(
                    ours -> is(RUNNERS, ours) && ours.below().contains("labels:"),
                    "zizmor passes over labels that stand in a mapping without a group"),
            new Lone(
                    ours -> is("artipacked", ours) && ours.text().startsWith("with: ${{"),
                    "zizmor says nothing of inputs that are an expression since after 1.30"));

    private AcceptedDifference() {}

    /** Why a finding of both may differ; empty when it may not. */
    static Optional<String> between(ComparedFinding theirs, ComparedFinding ours) {
        return BETWEEN.stream()
                .filter(pair -> pair.applies().test(theirs, ours))
                .map(Pair::reason)
                .findFirst();
    }

    /** Why we do not have a finding of zizmor's; empty when we ought to. */
    static Optional<String> theirs(ComparedFinding finding) {
        return reason(THEIRS, finding);
    }

    /** Why zizmor does not have a finding of ours; empty when we ought not to. */
    static Optional<String> ours(ComparedFinding finding) {
        return reason(OURS, finding);
    }

    /** Whether a finding of ours may be what zizmor meant when it told an earlier place of the same text twice. */
    static boolean isLaterOccurrence(ComparedFinding theirs, ComparedFinding ours) {
        boolean later =
                ours.line() > theirs.line() || (ours.line() == theirs.line() && ours.column() > theirs.column());
        return later
                && ours.path().equals(theirs.path())
                && ours.audit().equals(theirs.audit())
                && isAlike(theirs, ours)
                // Zizmor looks for the text, and may meet it within a longer word.
                && word(theirs.text()).startsWith(word(ours.text()));
    }

    /**
     * Whether a finding of ours may be what zizmor meant when it told an earlier occurrence of a text, and counted the bytes of a
     * line that has more of them than characters.
     */
    static boolean isMiscounted(ComparedFinding theirs, ComparedFinding ours) {
        return theirs.wide() > 0
                && ours.path().equals(theirs.path())
                && ours.audit().equals(theirs.audit())
                && isAlike(theirs, ours)
                && ours.line() > theirs.line();
    }

    /** Why zizmor may tell a finding twice at the same place. */
    static Optional<String> again(boolean hasLaterOccurrence) {
        return Optional.of(
                hasLaterOccurrence
                        ? EARLIER
                        : "zizmor tells a place once for each alias or expression that leads to it, we tell it once");
    }

    private static Optional<String> reason(List<Lone> accepted, ComparedFinding finding) {
        return accepted.stream()
                .filter(lone -> lone.applies().test(finding))
                .map(Lone::reason)
                .findFirst();
    }

    private static boolean is(String audit, ComparedFinding finding) {
        return finding.audit().equals(audit);
    }

    private static boolean isSameGrade(ComparedFinding theirs, ComparedFinding ours) {
        return theirs.grade().equals(ours.grade());
    }

    /** Whether their grades are the same, or differ for the reason of {@link #isOfOthers} or {@link #isOfSchema}. */
    private static boolean isAlike(ComparedFinding theirs, ComparedFinding ours) {
        return isSameGrade(theirs, ours) || isOfOthers(theirs, ours) || isOfSchema(theirs, ours);
    }

    private static boolean isOfSchema(ComparedFinding theirs, ComparedFinding ours) {
        return is(TEMPLATES, theirs)
                && theirs.text().startsWith("github.event.")
                && ours.grade().equals(MINOR);
    }

    private static boolean isOfOthers(ComparedFinding theirs, ComparedFinding ours) {
        return is(TEMPLATES, theirs)
                && theirs.grade().equals(SURE)
                && (ours.text().matches("\\W{0,4}inputs[.\\[].*")
                        ? OF_OTHERS.contains(ours.grade())
                        : ours.grade().equals(OF_WRITER) && ours.text().matches(WRITERS));
    }

    private static boolean hasExpressionBelow(ComparedFinding finding) {
        return finding.below().contains("${{");
    }

    private static String word(String text) {
        return text.split("[^\\w.-]", 2)[0];
    }

    /** Whether a line of a script writes to the environment only what stands there, if anything. */
    private static boolean isPlain(String line) {
        String text = line.replaceAll("\\$\\{?(env:)?GITHUB_(ENV|PATH)\\}?", "");
        return text.equals(line) || text.chars().noneMatch(c -> c == '$' || c == '`');
    }

    private static boolean isExplainedAbove(ComparedFinding finding) {
        return is("undocumented-permissions", finding) && finding.above().startsWith("#");
    }

    private static boolean isWithinParentheses(ComparedFinding theirs, ComparedFinding ours) {
        int step = ours.column() - theirs.column();
        return theirs.line() == ours.line()
                && step > 0
                && step <= theirs.text().length()
                && theirs.text().substring(0, step).matches("[( ]+");
    }

    /** Whether a command has its name in quotes, or another command before it that runs it. */
    private static boolean isHidden(ComparedFinding finding) {
        return finding.text().startsWith("\"")
                || finding.lead()
                        .matches(
                                ".*\\b(sudo|env|exec|nohup|time|command|builtin|nice|timeout|xvfb-run|stdbuf|retry)\\b.*");
    }
}
