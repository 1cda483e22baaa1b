package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
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

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]{0,300}\\}\\}");

    private SteadyValues() {}

    /** A script with a literal in place of each. */
    static String leftOut(String script) {
        String text = VALUE.matcher(script).replaceAll("x");
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(isSteady(found.group()) ? "x" : found.group()));
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
