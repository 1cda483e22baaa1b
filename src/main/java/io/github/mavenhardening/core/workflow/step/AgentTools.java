package io.github.mavenhardening.core.workflow.step;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tools that arguments or settings name let an agent do. */
final class AgentTools {

    /** A tool that runs commands, and those that it is restricted to. */
    private static final Pattern SHELL_TOOL =
            Pattern.compile("\\b(?:Bash|run_shell_command|shell)\\b(?!['\"]?\\s{0,5}:)(?:\\(([^)]{0,200})\\))?");
    /** Commands that are as good as any: interpreters, build tools, and those that send something somewhere. */
    private static final Pattern ANY_COMMAND = Pattern.compile(
            "\\s{0,5}(?:|:?\\*|(?:git|gh|npm|npx|pnpm|yarn|bun|node|deno|python3?|pip3?|make|mvn|gradle|cargo|go|bash|sh|curl|wget|env|printenv|find|xargs|docker)"
                    + "(?::?\\s{0,3}\\*)?|gh api.*|git push.*|(?:curl|wget|python3?|node|npm|npx|bash|sh|make|mvn|docker)\\s.*)\\s{0,5}");

    /** Commands of {@code gh} that write, or all of a kind of which some do. */
    private static final Pattern WRITES = Pattern.compile(
            "\\s{0,5}gh\\s{1,5}(?!search\\b)[a-z-]{1,20}(?:\\s{0,3}:?\\*|\\s{1,5}(?!view|list|status|diff|checks|watch|download)[a-z*-]{1,20}.{0,200})?");

    private static final Pattern EDIT_TOOL =
            Pattern.compile("\\b(?:Edit|Write|MultiEdit|NotebookEdit|write_file|replace|acceptEdits)\\b");
    /** The tool of Copilot's command line that changes files, among those that it is allowed. */
    private static final Pattern ALLOWED_WRITE = Pattern.compile(
            "(?:^|--allow-tool[= ])['\"]?(?:(?:[\\w-]{1,60}(?:\\([^)'\"]{0,200}\\))?,\\s{0,3}){0,20})write\\b(?!\\()");
    /** Tools of GitHub's server of tools that change the repository: files, branches, pull requests, runs; or all that it has. */
    private static final Pattern FORGE_TOOL = Pattern.compile(
            "\\bmcp__github(?:__\\*|__(?:create_or_update_file|push_files|delete_file|create_branch|merge_pull_request"
                    + "|create_pull_request|create_repository|run_workflow|actions_run_trigger)\\b|(?!\\w))");

    private static final Pattern NETWORK_TOOL =
            Pattern.compile("\\b(?:WebFetch|WebSearch|web_fetch|google_web_search)\\b");
    /** In settings, a list of all tools that there are for the agent. */
    private static final Pattern LISTED_TOOLS =
            Pattern.compile("\"(?:coreTools|core)\"\\s{0,9}:\\s{0,9}\\[([^\\]]{0,2000})\\]");
    /** What is refused is not allowed. */
    private static final Pattern REFUSED = Pattern.compile(
            "--(?:disallowed-?[tT]ools|deny-tool)[ =](?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|\\S{1,2000})|\"deny\"\\s{0,9}:\\s{0,9}\\[[^\\]]{0,2000}\\]");

    private AgentTools() {}

    /** What arguments or settings let an agent do, that may do so much without them. */
    static Agent.Power power(String text, Agent.Power without) {
        Matcher listed = LISTED_TOOLS.matcher(text);
        if (listed.find()) {
            return tools(listed.group(1), Agent.Power.LIMITED);
        }
        return tools(REFUSED.matcher(text).replaceAll(" "), without);
    }

    private static Agent.Power tools(String text, Agent.Power without) {
        Matcher shell = SHELL_TOOL.matcher(text);
        boolean writes = false;
        while (shell.find()) {
            String only = shell.group(1);
            if (only == null || ANY_COMMAND.matcher(only).matches()) {
                return Agent.Power.COMMANDS;
            }
            writes |= WRITES.matcher(only).matches();
        }
        writes |= FORGE_TOOL.matcher(text).find();
        Agent.Power found =
                EDIT_TOOL.matcher(text).find() || ALLOWED_WRITE.matcher(text).find()
                        ? Agent.Power.EDITS
                        : NETWORK_TOOL.matcher(text).find()
                                ? Agent.Power.NETWORK
                                : writes ? Agent.Power.FORGE : Agent.Power.LIMITED;
        return found.compareTo(without) > 0 ? found : without;
    }
}
