package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.Optional;
import java.util.regex.Matcher;

/** What lines of JavaScript, Python and PowerShell hand to a shell, or print. */
final class ProgramSinks {

    /** How much of a line a finding shows. */
    private static final int SHOWN = 80;

    /** What hands a text to a shell, in any of the languages. */
    private static final SoughtPattern SHELL = SoughtPattern.of(
            "(?:\\bexecSync|\\bos\\.system|\\bos\\.popen|\\bsubprocess\\.\\w{1,40}(?=\\(.*\\bshell\\s?=\\s?True\\b)"
                    + "|(?i:\\bInvoke-Expression|\\biex\\b))(.*)",
            "execsync",
            "os.system",
            "os.popen",
            "subprocess.",
            "invoke-expression",
            "iex");

    /** What prints a text. */
    private static final SoughtPattern PRINT = SoughtPattern.of(
            "(?:\\bprint\\(|\\bconsole\\.log\\(|\\bstdout\\.write\\(|(?i:\\bWrite-(?:Output|Host)\\b)|\\bputs\\b)(.*)",
            "print(",
            "console.log(",
            "stdout.write(",
            "write-",
            "puts");

    private ProgramSinks() {}

    /** What a line hands to a shell. */
    static Optional<String> executed(String line) {
        Matcher matcher = SHELL.in(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What a line prints, where it does so to nothing but the console. */
    static Optional<String> printed(String line) {
        Matcher matcher = PRINT.in(line);
        return matcher.find() && !line.contains("file=") ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String shortened(String line) {
        String text = line.strip();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
