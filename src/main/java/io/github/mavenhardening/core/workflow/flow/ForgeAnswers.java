package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a program gives to what the forge answers of issues and pull requests, as a whole. */
final class ForgeAnswers {

    private static final SoughtPattern ASKED = SoughtPattern.of(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}\\{?\\s{0,9}(?:data:\\s{0,9})?(\\w{1,100})\\s{0,9}\\}?\\s{0,9}="
                    + "\\s{0,9}(?:\\(?\\s{0,5}await\\s)?\\s{0,9}\\w{1,60}\\.(?:paginate(?:\\.iterator)?\\(\\s{0,5}\\w{1,60}\\.)?(?:rest\\.)?(?:(?:pulls|issues)\\.(?:get|list)\\w{0,40}|repos\\.listPullRequestsAssociatedWithCommit|search\\.issuesAndPullRequests)[(,].*",
            "pulls.",
            "issues.",
            "listPullRequestsAssociatedWithCommit",
            "issuesAndPullRequests");

    /** A request by its route. */
    private static final SoughtPattern ROUTED = SoughtPattern.of(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}\\{?\\s{0,9}(?:data:\\s{0,9})?(\\w{1,100})\\s{0,9}\\}?\\s{0,9}="
                    + "\\s{0,9}(?:\\(?\\s{0,5}await\\s)?\\s{0,9}\\w{1,60}\\.(?:request|paginate(?:\\.iterator)?)\\(\\s{0,9}['\"`](?:GET\\s)?"
                    + "/repos/[^'\"`]{0,200}/(?:issues|pulls|comments)\\b.*",
            "/repos/");

    private static final SoughtPattern REQUESTED = SoughtPattern.of(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}\\$?(\\w{1,100})\\s{0,9}=\\s{0,9}[(\\s]{0,5}(?:await[\\s(]{1,5}){0,2}(?:requests|httpx|axios|session|fetch|urllib|Invoke-RestMethod\\b|irm\\b)"
                    + ".{0,200}(?:api\\.github\\.com|GITHUB_API_URL).{0,200}/(?:issues|pulls|comments).*",
            "api.github.com",
            "GITHUB_API_URL");

    /** A query, whose answer has what it asks for by the members' names. */
    private static final SoughtPattern QUERIED = SoughtPattern.of(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}\\{?\\s{0,9}(\\w{1,100})\\s{0,9}\\}?\\s{0,9}=\\s{0,9}(?:\\(?\\s{0,5}await\\s)?\\s{0,9}"
                    + "\\w{1,60}\\.graphql(?:\\.paginate)?\\(.*",
            "graphql");

    private static final Pattern OF_QUERY = Pattern.compile(
            "(?i)\\s{0,9}(\\w{1,100})\\b.{0,200}\\.(?:pullRequest|issue|comment|discussion|review)s?\\b.*");
    /** One, or some, of what a name stands for. */
    private static final Pattern TAKEN = Pattern.compile(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}\\[?\\s{0,5}\\$?(\\w{1,100})\\s{0,5}\\]?\\s{0,9}=(?![=>])\\s{0,9}(?:await\\s{1,5})?"
                    + "\\$?(\\w{1,100})(?:\\.data)?(?:\\(|\\[[\\w.\\s-]{1,60}\\]\\s{0,5};?$|\\.(?:find|findLast|filter|at|slice|sort|reverse|concat|pop|shift)\\(|;?$)(.*)");
    /** What chooses by who wrote it. */
    private static final Pattern BY_AUTHOR = Pattern.compile("login|\\.type\\b|ssociation|isBot");

    private static final Pattern WHOLE = Pattern.compile("\\s{0,80}(\\w{1,100})(?:\\.data)?\\s{0,9};?\\s{0,9}");
    private static final Pattern LISTED = Pattern.compile("\\s{0,9}(\\w{1,100})(?:\\.data)?\\s{0,5}[):]?.*");
    private static final Pattern WORDED = Pattern.compile(
            "\\b(\\w{1,100})(?:\\??\\.data)?(?:\\[\\w{1,20}\\])?(?:\\??\\.head|\\[['\"]head['\"]\\])?(?:\\??\\.|\\[['\"])(title|body|ref|label|message)\\b");

    /** The name of one of the commits that were asked for. */
    private static final Pattern COMMIT = Pattern.compile(
            "\\b(\\w{1,100})(?:\\??\\.data)?(?:\\[[^\\]]{1,60}\\]|\\.at\\(-?\\d{1,3}\\))?\\??\\.sha\\b");

    private static final Map<String, Taint.Kind> KINDS =
            Map.of("ref", Taint.Kind.BRANCH, "title", Taint.Kind.LINE, "label", Taint.Kind.LINE);

    private static final Pattern NAME = Pattern.compile("(\\w{1,100})\\s{0,9}$");

    private final Set<String> names = new HashSet<>();
    /** Names of answers to queries. */
    private final Set<String> queries = new HashSet<>();

    /** Takes in the names that a line gives to them. */
    void note(String line) {
        Matcher asked = ASKED.in(line);
        Matcher routed = ROUTED.in(line);
        Matcher requested = REQUESTED.in(line);
        if (asked.matches()) {
            names.add(asked.group(1));
        } else if (routed.matches()) {
            names.add(routed.group(1));
        } else if (requested.matches()) {
            names.add(requested.group(1));
        } else {
            taken(line);
        }
    }

    /** Takes in a name that a line gives to what it takes of them, or of the answer to a query. */
    private void taken(String line) {
        Matcher queried = QUERIED.in(line);
        if (queried.matches()) {
            queries.add(queried.group(1));
            return;
        }
        int equals = names.isEmpty() && queries.isEmpty() ? -1 : line.indexOf('=');
        Matcher taken = TAKEN.matcher(equals < 0 ? "" : line);
        if (taken.matches()
                && names.contains(taken.group(2))
                && !BY_AUTHOR.matcher(taken.group(3)).find()) {
            names.add(taken.group(1));
        } else if (equals > 0 && isOfQuery(line.substring(equals + 1))) {
            Matcher named = NAME.matcher(line.substring(0, equals));
            if (named.find()) {
                names.add(named.group(1));
            }
        }
    }

    private boolean isOfQuery(String expression) {
        Matcher ofQuery = OF_QUERY.matcher(expression);
        return ofQuery.matches() && queries.contains(ofQuery.group(1));
    }

    /** Takes in that a function brings one. */
    void returned(String function, String expression) {
        if (areWhole(expression)) {
            names.add(function);
        }
    }

    /** Takes in that a name stands for each of what an expression lists. */
    void each(String name, String expression) {
        Matcher listed = LISTED.matcher(expression);
        if ((listed.matches() && names.contains(listed.group(1))) || isOfQuery(expression)) {
            names.add(name);
        }
    }

    /** Whether an expression is one as a whole. */
    boolean areWhole(String expression) {
        Matcher whole = WHOLE.matcher(expression);
        return whole.matches() && names.contains(whole.group(1));
    }

    /** Whether an expression reads the name of a commit that was asked for. */
    boolean nameCommit(String expression) {
        Matcher commit = COMMIT.matcher(names.isEmpty() ? "" : expression);
        return commit.find() && names.contains(commit.group(1));
    }

    /** What kind of text of one an expression reads; empty where it reads none. */
    Optional<Taint.Kind> in(String expression) {
        Matcher worded = WORDED.matcher(names.isEmpty() ? "" : expression);
        Optional<Taint.Kind> found = Optional.empty();
        while (worded.find()) {
            if (names.contains(worded.group(1))) {
                Taint.Kind kind = KINDS.getOrDefault(worded.group(2), Taint.Kind.TEXT);
                found = Optional.of(found.isEmpty() || found.get() == kind ? kind : Taint.Kind.TEXT);
            }
        }
        return found;
    }
}
