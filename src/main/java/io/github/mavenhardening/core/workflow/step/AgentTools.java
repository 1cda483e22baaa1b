package io.github.mavenhardening.core.workflow.step;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tools that arguments or settings name let an agent do. */
final class AgentTools {

    /** A tool that runs commands, and those that it is restricted to. */
    private static final Pattern SHELL_TOOL = Pattern.compile(
            "\\b(?:Bash|run_shell_command|ShellTool|shell)\\b(?!['\"]?\\s{0,5}:)(?:\\(([^)]{0,200})\\))?");
    /** Commands that are as good as any: interpreters, build tools, and those that send something somewhere. */
    private static final Pattern ANY_COMMAND = Pattern.compile(
            "\\s{0,5}(?:|:?\\*|(?:git|gh|npm|npx|pnpm|yarn|bun|node|deno|python3?|pip3?|make|mvn|gradle|cargo|go|bash|sh|curl|wget|env|printenv|find|xargs|docker)"
                    + "(?::?\\s{0,3}\\*)?|gh api.*|git push.*|(?:curl|wget|python3?|node|npm|npx|bash|sh|make|mvn|docker)\\s.*)\\s{0,5}");

    /** Commands of {@code gh} that write, or all of a kind of which some do. */
    private static final Pattern WRITES = Pattern.compile(
            "\\s{0,5}gh\\s{1,5}(?!search\\b)[a-z-]{1,20}(?:\\s{0,3}:?\\*|\\s{1,5}(?!view|list|status|diff|checks|watch|download)[a-z*-]{1,20}.{0,200})?");

    private static final Pattern EDIT_TOOL = Pattern.compile(
            "\\b(?:Edit|Write|MultiEdit|NotebookEdit|write_file|WriteFileTool|EditTool|replace|acceptEdits)\\b");
    /** The tool of Copilot's command line that changes files, among those that it is allowed. */
    private static final Pattern ALLOWED_WRITE = Pattern.compile(
            "(?:^|--allow-tool[= ])['\"]?(?:(?:[\\w-]{1,60}(?:\\([^)'\"]{0,200}\\))?,\\s{0,3}){0,20})write\\b(?!\\()");
    /** Tools of GitHub's server of tools that change the repository: files, branches, pull requests, runs. */
    private static final String CHANGING =
            "(?:create_or_update_file|push_files|delete_file|create_branch|merge_pull_request"
                    + "|create_pull_request|create_repository|run_workflow|actions_run_trigger)";
    /** These in arguments, or all that such a server has. */
    private static final Pattern FORGE_TOOL = Pattern.compile("\\bmcp__github(?:__\\*|__" + CHANGING
            + "\\b|_file_ops(?:__(?:commit_files|delete_files|\\*)|(?!\\w))|(?!\\w))|\\bgithub\\(" + CHANGING + "\\)");

    /** GitHub's server of tools in settings, which has all of them where they are not listed. */
    private static final Pattern FORGE_SERVER = Pattern.compile("github-mcp-server|api\\.githubcopilot\\.com/mcp");

    private static final Pattern SERVED_TOOL = Pattern.compile("\"" + CHANGING + "\"");
    private static final Pattern FEWER_SERVED = Pattern.compile("\"includeTools\"|(?i:read[-_]?only)");

    private static final Pattern NO_SANDBOX = Pattern.compile(
            "\"sandbox\"\\s{0,9}:\\s{0,9}(?:\"?false\\b|\\{\\s{0,9}\"enabled\"\\s{0,9}:\\s{0,9}false\\b)");

    private static final Pattern NETWORK_TOOL = Pattern.compile(
            "\\b(?:WebFetch|WebSearch|WebFetchTool|web_fetch|google_web_search)\\b|--allow-(?:all-urls|url)\\b");
    /** A sandbox of Codex from which commands reach any address. */
    private static final Pattern OPEN_SANDBOX = Pattern.compile("\\bnetwork_access\\s{0,5}[=:]\\s{0,5}true\\b");
    /** In settings, a list of all tools that there are for the agent. */
    private static final Pattern LISTED_TOOLS =
            Pattern.compile("\"(?:coreTools|core)\"\\s{0,9}:\\s{0,9}\\[([^\\]]{0,2000})\\]");
    /** What is refused is not allowed. */
    private static final Pattern REFUSED =
            Pattern.compile("--(?:disallowed-?[tT]ools|deny-tool|excluded-tools|exclude)[ =]"
                    + "(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\\s-]\\S{0,2000})(?:\\s{1,9}[^\\s-]\\S{0,200}){0,50}"
                    + "|\"(?:deny|exclude|excludeTools)\"\\s{0,9}:\\s{0,9}\\[[^\\]]{0,2000}\\]");

    private static final Pattern WHOLE_SHELL =
            Pattern.compile("\\b(?:[Bb]ash|run_shell_command|ShellTool|shell)\\b(?!\\((?!:?\\*\\)))");
    /** A tool that writes files, and one that changes them. */
    private static final Pattern WRITING = Pattern.compile("\\b(?:[Ww]rite|write_file|WriteFileTool)\\b(?!\\()");

    private static final Pattern EDITING = Pattern.compile("\\b(?:[Ee]dit|replace|EditTool|write)\\b(?!\\()");
    private static final Pattern ALL_TOOLS = Pattern.compile("\\b(?:bash|all)\\b|\\$");

    private static final Pattern ASKING_NETWORK =
            Pattern.compile("\\b(?:WebFetch|WebFetchTool|web_fetch|Fetch)\\b(?!\\()");

    private AgentTools() {}

    /** What arguments or settings let an agent do, that may do so much without them. */
    static Agent.Power power(String text, Agent.Power without) {
        Matcher listed = LISTED_TOOLS.matcher(text);
        boolean isListed = listed.find();
        String refused = refused(text);
        Agent.Power named =
                left(tools(isListed ? listed.group(1) : REFUSED.matcher(text).replaceAll(" ")), refused);
        Agent.Power unnamed = isListed ? Agent.Power.LIMITED : left(without, refused);
        return named.compareTo(unnamed) > 0 ? named : unnamed;
    }

    /** The same of settings that name the servers which bring more tools, all of which the agent may use. */
    static Agent.Power settings(String text, Agent.Power without) {
        Agent.Power power = power(text, without);
        boolean isServed = SERVED_TOOL.matcher(text).find()
                || (FORGE_SERVER.matcher(text).find()
                        && !FEWER_SERVED.matcher(text).find());
        return isServed && power.compareTo(Agent.Power.FORGE) < 0 ? Agent.Power.FORGE : power;
    }

    /** What a list of all tools leaves of a power; {@code all} are all that there are. */
    static Agent.Power only(String tools, Agent.Power without) {
        Agent.Power most = ALL_TOOLS.matcher(tools).find()
                ? Agent.Power.COMMANDS
                : WRITING.matcher(tools).find() || EDITING.matcher(tools).find()
                        ? Agent.Power.EDITS
                        : Agent.Power.LIMITED;
        return most.compareTo(without) < 0 ? most : without;
    }

    /** Whether settings say that commands run outside of a sandbox. */
    static boolean turnsSandboxOff(String settings) {
        return NO_SANDBOX.matcher(settings).find();
    }

    /** Whether arguments or settings refuse an agent to run commands; one command alone is not all. */
    static boolean refusesShell(String text) {
        return WHOLE_SHELL.matcher(refused(text)).find();
    }

    /** All that arguments or settings refuse. */
    private static String refused(String text) {
        StringBuilder refused = new StringBuilder();
        Matcher part = REFUSED.matcher(text);
        while (part.find()) {
            refused.append(part.group()).append('\n');
        }
        return refused.toString();
    }

    /** What is left of a power where tools are refused. Who may run any command may ask the network, too. */
    private static Agent.Power left(Agent.Power power, String refused) {
        boolean mayAll = power == Agent.Power.COMMANDS;
        Agent.Power left = mayAll && WHOLE_SHELL.matcher(refused).find() ? Agent.Power.EDITS : power;
        if (left == Agent.Power.EDITS
                && WRITING.matcher(refused).find()
                && EDITING.matcher(refused).find()) {
            left = mayAll ? Agent.Power.NETWORK : Agent.Power.LIMITED;
        }
        return left == Agent.Power.NETWORK && ASKING_NETWORK.matcher(refused).find() ? Agent.Power.LIMITED : left;
    }

    /** The most that tools which are named let an agent do. */
    private static Agent.Power tools(String text) {
        Matcher shell = SHELL_TOOL.matcher(text);
        boolean writes = false;
        while (shell.find()) {
            String only = shell.group(1);
            if (only == null || ANY_COMMAND.matcher(only).matches()) {
                return Agent.Power.COMMANDS;
            }
            writes |= WRITES.matcher(only).matches();
        }
        if (OPEN_SANDBOX.matcher(text).find()) {
            return Agent.Power.COMMANDS;
        }
        writes |= FORGE_TOOL.matcher(text).find();
        return EDIT_TOOL.matcher(text).find() || ALLOWED_WRITE.matcher(text).find()
                ? Agent.Power.EDITS
                : NETWORK_TOOL.matcher(text).find()
                        ? Agent.Power.NETWORK
                        : writes ? Agent.Power.FORGE : Agent.Power.LIMITED;
    }
}
