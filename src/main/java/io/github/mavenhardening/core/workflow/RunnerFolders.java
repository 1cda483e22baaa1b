package io.github.mavenhardening.core.workflow;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folders of a runner that a context and a variable name alike.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables">Variables reference</a>
 */
public final class RunnerFolders {

    private static final Map<String, String> VARIABLES = Map.of(
            "runner.temp", "$RUNNER_TEMP",
            "runner.tool_cache", "$RUNNER_TOOL_CACHE",
            "github.workspace", "$GITHUB_WORKSPACE",
            "github.action_path", "$GITHUB_ACTION_PATH");

    private static final Pattern START = Pattern.compile("\\$\\{\\{\\s{0,9}([a-z]{1,20}\\.[a-z_]{1,40})\\s{0,9}\\}\\}");

    private RunnerFolders() {}

    /** A text that begins with an expression for such a folder, with the variable of a shell in its place; any other as it is. */
    public static String byVariable(String text) {
        Matcher start = START.matcher(text);
        String variable = start.lookingAt() ? VARIABLES.get(start.group(1)) : null;
        return variable == null ? text : variable + text.substring(start.end());
    }
}
