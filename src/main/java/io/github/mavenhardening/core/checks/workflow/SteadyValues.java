package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expansions in scripts whose value nobody outside steers: folders of the machine, the time, what GitHub itself sets. */
final class SteadyValues {

    private static final String WORD = "[A-Za-z0-9_.-]{1,100}";

    /** A folder, or a name, that the runner gives. */
    private static final String VARIABLE = "(?:env:)?(?:HOME|PWD|USERPROFILE|GITHUB_(?:WORKSPACE|SHA|RUN_ID|RUN_NUMBER"
            + "|REPOSITORY|SERVER_URL|ACTION_PATH)|RUNNER_(?:TEMP|TOOL_CACHE|OS|ARCH))";

    private static final Pattern VALUE = Pattern.compile("\\$" + VARIABLE + "\\b"
            + "|\\$\\{" + VARIABLE + "\\}"
            + "|%" + VARIABLE + "%"
            + "|\\$\\((?:pwd|nproc|whoami|mktemp(?: -d)?|uname(?: -[a-z]{1,5})?"
            + "|date(?: -u)?(?: [\"']?\\+[\"']?[A-Za-z0-9%:._ -]{1,100}[\"']?)?"
            + "|(?:which|command -v) " + WORD
            + "|git rev-parse(?: --short(?:=\\d{1,2})?)? HEAD)\\)");

    /** A variable that is set to a number which GitHub's client was asked for. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?m)^[ \\t]{0,100}([A-Za-z_]\\w{0,100})=\\$\\(gh\\b[^()]{0,1000}?(?:--jq|-q)[ =]['\"]?\\.[^'\"()|]{0,100}"
                    + "(?<=[.])(?:number|id|databaseId)['\"]?\\s{0,9}\\)");

    private static final Pattern SETTING =
            Pattern.compile("(?m)(?:^|[;&|({]|\\b(?:then|do|else|export|local|readonly)\\b)[ \\t]{0,100}"
                    + "([A-Za-z_]\\w{0,100})\\+?=|\\b(read|eval|printf[ \\t]{1,10}-v)\\b");
    private static final Pattern READING = Pattern.compile("\\$([A-Za-z_]\\w{0,100})|\\$\\{([A-Za-z_]\\w{0,100})\\}");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]{0,300}\\}\\}");

    private SteadyValues() {}

    /**
     * A script with a literal in place of each.
     *
     * @param env the step's own variables
     */
    static String leftOut(String script, NamedValues env) {
        return withoutExpressions(withoutVariables(VALUE.matcher(script).replaceAll("x"), env));
    }

    private static String withoutExpressions(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(isSteady(found.group()) ? "x" : found.group()));
    }

    /** The script with a literal in place of each variable that it sets once, to a number, or that the step alone sets. */
    private static String withoutVariables(String script, NamedValues env) {
        Set<String> steady = new HashSet<>();
        NUMBER.matcher(script).results().forEach(set -> steady.add(set.group(1)));
        // What the step sets is set already, so that the script may not set it once more.
        Set<String> set = new HashSet<>();
        for (NamedValues.Binding variable : env.all()) {
            Optional<String> value = variable.text();
            if (value.isPresent() && !withoutExpressions(value.get()).contains("${{")) {
                steady.add(variable.name().value());
                set.add(variable.name().value());
            }
        }
        Matcher setting = SETTING.matcher(script);
        while (!steady.isEmpty() && setting.find()) {
            if (setting.group(1) == null) {
                steady.clear();
            } else if (!set.add(setting.group(1))) {
                steady.remove(setting.group(1));
            }
        }
        return steady.isEmpty()
                ? script
                : READING.matcher(script)
                        .replaceAll(read -> Matcher.quoteReplacement(
                                steady.contains(Objects.requireNonNullElse(read.group(1), read.group(2)))
                                        ? "1"
                                        : read.group()));
    }

    private static boolean isSteady(String expression) {
        boolean steady = true;
        for (ContextPath path : Fence.readsIn(expression)) {
            boolean isFile = path.isWithin("github.env") || path.isWithin("github.path");
            steady &= !isFile && ContextTrust.of(path) == ContextTrust.Values.FIXED;
        }
        return steady;
    }
}
