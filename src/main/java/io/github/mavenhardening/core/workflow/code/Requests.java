package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands and functions that ask other machines, and which of their words say which. */
public final class Requests {

    /** By command, the options that take no value of their own: what follows them is an address. */
    private static final Map<String, Pattern> PLAIN_OPTIONS = Map.of(
            "curl",
            Pattern.compile(
                    "-[sSfLkvgiIjJOqGRN#0346anZ]{1,12}|--(?!url$)(?:silent|fail|fail-with-body|fail-early|location|location-trusted"
                            + "|show-error|insecure|compressed|verbose|head|include|get|remote-name|remote-name-all|globoff"
                            + "|create-dirs|ipv4|ipv6|http1\\.1|http2|tlsv1\\.2|tlsv1\\.3|no-[\\w-]{1,40}|progress-bar|parallel"
                            + "|retry-connrefused|retry-all-errors|remote-time|remote-header-name)"),
            "wget",
            Pattern.compile(
                    "-[qcNSvrpxknH46]{1,12}|-n[vcdH]|--[\\w-]{1,40}=.*|--(?:quiet|no-[\\w-]{1,40}|continue|timestamping"
                            + "|recursive|mirror|content-disposition|show-progress|spider|server-response|verbose)"));

    private static final SoughtPattern FUNCTION = SoughtPattern.of(
            "\\b(?:fetch|axios(?:\\.(?:get|post|put|patch|delete|head|request))?|requests\\.(?:get|post|put|patch|delete|head)"
                    + "|httpx\\.(?:get|post|put)|urlopen|urlretrieve|https?\\.(?:get|request))\\(\\s{0,9}(.*)",
            "fetch(",
            "axios",
            "requests.",
            "httpx.",
            "urlopen(",
            "urlretrieve(",
            "http.",
            "https.");
    private static final SoughtPattern CMDLET = SoughtPattern.of(
            "(?i)\\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\\s{1,9}(?:-Uri\\s{1,9})?([^-\\s].*)",
            "invoke-",
            "iwr",
            "irm");
    /** A word of PowerShell by itself: behind it stand options. */
    private static final Pattern WORD =
            Pattern.compile("\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\\s(\"'@]{1,2000}(?=\\s|$)");

    /** The beginning of an address that stands in PowerShell without quotes. */
    private static final Pattern BARE_ADDRESS = Pattern.compile("https?://[^$\\s]{0,300}");

    private static final Pattern LITERAL_START =
            Pattern.compile("\\s{0,9}(?:await\\s{1,9})?[fF]?(['\"`])((?:(?!\\1|\\$?\\{|\\$\\w).){0,300})");

    private Requests() {}

    /** The words of a command that begin with the host to be asked, or with a scheme before it. */
    public static List<ShellNode.Word> hosts(String name, List<ShellNode.Word> arguments) {
        Pattern plain = PLAIN_OPTIONS.get(name);
        List<ShellNode.Word> hosts = new ArrayList<>();
        if (plain == null && !name.equals("gh")) {
            return hosts;
        }
        String option = "";
        for (ShellNode.Word word : arguments) {
            String text = word.text();
            boolean isAddress = option.equals("--hostname") || option.equals("--url");
            if (isAddress || (plain != null && option.isEmpty() && !text.startsWith("-"))) {
                hosts.add(word);
                option = "";
            } else {
                boolean takesValue = text.startsWith("-")
                        && !text.equals("--")
                        && (plain == null || !plain.matcher(text).matches());
                option = option.isEmpty() && takesValue ? text : "";
            }
        }
        return hosts;
    }

    /** Whether a command asks the addresses that it reads. */
    public static boolean readsHosts(String name, List<ShellNode.Word> arguments) {
        if (name.equals("xargs")) {
            for (ShellNode.Word word : arguments) {
                if (PLAIN_OPTIONS.containsKey(word.text())) {
                    return true;
                }
            }
        }
        return name.equals("wget") && CommandWords.anyMatches(CommandWords.texts(arguments), "-[a-zA-Z]{0,5}i-?");
    }

    /** What a line of a program asks, from its beginning on; empty where it asks nothing. */
    public static Optional<String> asked(String line) {
        Matcher function = FUNCTION.in(line);
        if (function.find()) {
            return Optional.of(function.group(1));
        }
        Matcher cmdlet = CMDLET.in(line);
        if (!cmdlet.find()) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(cmdlet.group(1));
        return Optional.of(word.lookingAt() ? word.group() : cmdlet.group(1));
    }

    /** The literal text that an expression of a program begins with; empty where it begins with another value. */
    public static String start(String expression) {
        Matcher matcher = LITERAL_START.matcher(expression);
        Matcher bare = BARE_ADDRESS.matcher(expression);
        return matcher.lookingAt() ? matcher.group(2) : bare.lookingAt() ? bare.group() : "";
    }
}
