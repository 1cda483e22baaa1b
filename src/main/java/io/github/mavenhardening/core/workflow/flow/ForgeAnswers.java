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
            "\\s{0,80}(?:const|let|var)?\\s{0,9}(\\w{1,100})\\s{0,9}=\\s{0,9}[(\\s]{0,5}(?:await[\\s(]{1,5}){0,2}(?:requests|httpx|axios|session|fetch|urllib)"
                    + ".{0,200}(?:api\\.github\\.com|GITHUB_API_URL).{0,200}/(?:issues|pulls|comments).*",
            "api.github.com",
            "GITHUB_API_URL");

    private static final Pattern WHOLE = Pattern.compile("\\s{0,80}(\\w{1,100})(?:\\.data)?\\s{0,9};?\\s{0,9}");
    private static final Pattern LISTED = Pattern.compile("\\s{0,9}(\\w{1,100})(?:\\.data)?\\s{0,5}[):]?.*");
    private static final Pattern WORDED = Pattern.compile(
            "\\b(\\w{1,100})(?:\\??\\.data)?(?:\\[\\w{1,20}\\])?(?:\\??\\.head|\\[['\"]head['\"]\\])?(?:\\??\\.|\\[['\"])(title|body|ref|label|message)\\b");

    private static final Map<String, Taint.Kind> KINDS =
            Map.of("ref", Taint.Kind.BRANCH, "title", Taint.Kind.LINE, "label", Taint.Kind.LINE);

    private final Set<String> names = new HashSet<>();

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
        }
    }

    /** Takes in that a name stands for each of what an expression lists. */
    void each(String name, String expression) {
        Matcher listed = LISTED.matcher(expression);
        if (listed.matches() && names.contains(listed.group(1))) {
            names.add(name);
        }
    }

    /** Whether an expression is one as a whole. */
    boolean areWhole(String expression) {
        Matcher whole = WHOLE.matcher(expression);
        return whole.matches() && names.contains(whole.group(1));
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
