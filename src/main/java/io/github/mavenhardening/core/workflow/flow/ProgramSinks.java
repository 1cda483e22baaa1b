package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines of JavaScript, Python and PowerShell hand to a shell, or print. */
final class ProgramSinks {

    /** How much of a line a finding shows. */
    private static final int SHOWN = 80;

    /** What hands a text to a shell, in any of the languages. */
    private static final SoughtPattern SHELL = SoughtPattern.of(
            "(?:\\bexecSync|(?:\\bchild_process['\")]{0,3}\\.|\\bcp\\.)exec(?=\\()|\\bspawn(?:Sync)?(?=\\(.*\\bshell:\\s?true)|\\bos\\.system|\\bos\\.popen|\\bsubprocess\\.\\w{1,40}(?=\\(.*\\bshell\\s?=\\s?True\\b)"
                    + "|(?i:\\bInvoke-Expression|\\biex\\b))(.*)",
            "execsync",
            "child_process",
            "cp.exec",
            "spawn",
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

    /** The function of Node that hands a text to a shell gets a name of the program, by itself or as what brings a promise. */
    private static final Pattern NAMES_EXEC = Pattern.compile(
            "\\{[^{}]{0,200}\\bexec\\b[^{}]{0,200}\\}\\s{0,9}(?:=\\s{0,9}require\\(\\s{0,9}|from\\s{1,9})['\"](?:node:)?child_process");

    private static final Pattern EXEC = Pattern.compile("(?<![.\\w])exec(?:Async|Promise|P)?\\((.*)");

    private ProgramSinks() {}

    /** Whether a program may call the function that hands a text to a shell by its name alone. */
    static boolean namesExec(String program) {
        return program.contains("child_process") && NAMES_EXEC.matcher(program).find();
    }

    /** What a line hands to a shell. */
    static Optional<String> executed(String line, boolean namesExec) {
        Matcher matcher = SHELL.in(line);
        if (matcher.find()) {
            return Optional.of(matcher.group(1));
        }
        Matcher exec = EXEC.matcher(namesExec ? line : "");
        return exec.find() ? Optional.of(exec.group(1)) : Optional.empty();
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
