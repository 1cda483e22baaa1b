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
            "(?:\\bexecSync|(?:\\bchild_?[pP]rocess['\")]{0,3}\\.|\\bcp\\.)exec(?=\\()|\\bspawn(?:Sync)?(?=\\(.*\\bshell:\\s?true)|\\bos\\.system|\\bos\\.popen|\\bsubprocess\\.get(?:status)?output|\\bcreate_subprocess_shell|\\bshell(?:js)?\\.exec(?=\\()|\\bsubprocess\\.\\w{1,40}(?=\\(.*\\bshell\\s?=\\s?True\\b)"
                    + "|(?<![.\\w])eval\\(|\\bnew Function\\("
                    // A shell that is named, in a list of arguments or in a line of PowerShell.
                    + "|['\"](?:/bin/|/usr/bin/)?(?:ba|da|z)?sh['\"]\\s{0,9},\\s{0,9}\\[?\\s{0,9}['\"]-[a-z]{0,4}c['\"]"
                    + "|(?i:\\bInvoke-Expression|\\biex\\b|\\[scriptblock\\]::Create\\(|\\bcmd(?:\\.exe)?\\s{1,9}/c\\b"
                    + "|(?<![-.\\w])(?:bash|sh)(?:\\.exe)?\\s{1,9}-[a-z]{0,4}c\\b))(.*)",
            "execsync",
            "child_process",
            "cp.exec",
            "spawn",
            "os.system",
            "os.popen",
            "subprocess.",
            "subprocess_shell",
            "eval(",
            ".exec(",
            "new function(",
            "sh'",
            "sh\"",
            "invoke-expression",
            "iex",
            "scriptblock",
            "/c",
            "sh -",
            "sh.exe");

    /** What may call such a program over several lines. */
    private static final SoughtPattern CALL = SoughtPattern.of(
            "\\b(?:subprocess\\.\\w{1,40}|\\w{0,40}exec\\w{0,20}|spawn\\w{0,10}|system|popen)\\(",
            "subprocess.",
            "exec",
            "spawn",
            "system(",
            "popen(");

    /** More lines has no call whose text is of harm. */
    private static final int LINES = 12;

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

    /** Of JavaScript, the same words go on with another. */
    private static final Pattern PYTHON =
            Pattern.compile("(?m)^\\s{0,20}(?:import [\\w.]{1,100}(?:,|\\s{0,9}$| as )|from [\\w.]{1,100} import )");

    private static final Pattern EXEC = Pattern.compile("(?<![.\\w])exec(?:Async|Promise|P)?\\((.*)");

    private ProgramSinks() {}

    /** Whether {@code exec} by its name alone runs a text: that of Python, and that of Node where the program brings it in. */
    static boolean namesExec(String program) {
        return program.contains("child_process")
                ? NAMES_EXEC.matcher(program).find()
                : program.contains("exec(") && PYTHON.matcher(program).find();
    }

    /** A line of a program, with those behind it in which a call that it begins goes on. */
    static String call(String[] lines, int at) {
        String line = lines[at];
        if (!CALL.in(line).find()) {
            return line;
        }
        StringBuilder call = new StringBuilder(line);
        int open = opened(line);
        for (int i = at + 1; open > 0 && i < Math.min(lines.length, at + LINES); i++) {
            call.append(' ').append(lines[i].strip());
            open += opened(lines[i]);
        }
        return call.toString();
    }

    private static int opened(String line) {
        int open = 0;
        for (int i = 0; i < line.length(); i++) {
            open += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
        }
        return open;
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
