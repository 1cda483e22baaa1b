package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.Ellipsis;
import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines of JavaScript, Python and PowerShell hand to a shell, or print. */
public final class ProgramSinks {

    /** How much of a line a finding shows. */
    private static final int SHOWN = 80;

    /** What hands a text to a shell, in any of the languages. */
    private static final SoughtPattern SHELL = SoughtPattern.of(
            "(?:\\bexeca(?:Sync)?(?=\\(.*\\bshell:\\s?true)|\\brunIn(?:New|This)?Context|\\bnew vm\\.Script|\\bpickle\\.loads?|\\byaml\\.unsafe_load"
                    + "|\\byaml\\.load(?=\\(.*Loader=(?:yaml\\.)?(?:Unsafe|Full)?Loader\\b)|\\bimport_module|\\b__import__|\\bTemplate(?=\\([^()]{0,200}\\)\\.render)"
                    + "|\\bexecSync|(?:\\bchild_?[pP]rocess['\")]{0,3}\\.|\\bcp\\.)exec(?=\\()|\\bspawn(?:Sync)?(?=\\(.*\\bshell:\\s?true)|\\bos\\.system|\\bos\\.popen|\\bsubprocess\\.get(?:status)?output|\\bcreate_subprocess_shell|\\bshell(?:js)?\\.exec(?=\\()|\\bsubprocess\\.\\w{1,40}(?=\\(.*\\bshell\\s?=\\s?True\\b)"
                    + "|(?<![.\\w])eval\\(|\\bnew Function\\("
                    // A shell that is named, in a list of arguments or in a line of PowerShell.
                    + "|['\"](?:/bin/|/usr/bin/)?(?:ba|da|z)?sh['\"]\\s{0,9},\\s{0,9}\\[?\\s{0,9}['\"]-[a-z]{0,4}c['\"]"
                    + "|(?i:\\bInvoke-Expression|\\biex\\b|\\[scriptblock\\]::Create\\(|\\bcmd(?:\\.exe)?\\s{1,9}/c\\b"
                    + "|(?<![-.\\w])(?:bash|sh)(?:\\.exe)?\\s{1,9}-[a-z]{0,4}c\\b))(.*)",
            "execa",
            "runin",
            "vm.script",
            "pickle.load",
            "yaml.",
            "import_",
            "template(",
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

    /** What prints a text. */
    private static final SoughtPattern PRINT = SoughtPattern.of(
            "(?:\\bprint\\(|\\bconsole\\.log\\(|\\bstdout\\.write\\(|(?i:\\bWrite-(?:Output|Host)\\b)|\\bputs\\b|\\bprint\\s{1,5}(?=['\"]))(.*)",
            "print(",
            "print ",
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

    private static final int MOST_NAMES = 20;

    private static final String EXEC = "exec(?:Async|Promise|P)?";
    private static final String WITH_SHELL = "(?=\\(.*\\bshell\\s?=\\s?True\\b)";
    /** What Python brings in by its own name, or by another. */
    private static final Pattern BROUGHT_IN = Pattern.compile(
            "(?m)^\\s{0,20}(?:from\\s{1,5}(os|subprocess)\\s{1,5}import\\s{1,5}\\(?([\\w, \\t]{1,200})|import\\s{1,5}subprocess\\s{1,5}as\\s{1,5}(\\w{1,60}))");

    private static final Set<String> OF_OS = Set.of("system", "popen");
    private static final Set<String> OF_SUBPROCESS =
            Set.of("run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput");

    /** A name that is given to the same as what brings a promise. */
    private static final Pattern PROMISE = Pattern.compile(
            "\\b(\\w{1,60})\\s{0,9}=\\s{0,9}[\\w.()'\":]{0,60}?promisify\\(\\s{0,9}[\\w.()'\":]{0,80}?exec\\s{0,9}\\)");

    private ProgramSinks() {}

    /** Calls that run a text by a name that the program gives to what does: Python's and Node's {@code exec}, and what is brought in. */
    public static Optional<Pattern> named(String program) {
        List<String> names = new ArrayList<>();
        if (program.contains("child_process")) {
            Matcher promise = PROMISE.matcher(program);
            if (promise.find()) {
                names.add(promise.group(1));
            }
            if (!names.isEmpty() || NAMES_EXEC.matcher(program).find()) {
                names.add(EXEC);
            }
        } else if (program.contains("exec(") && PYTHON.matcher(program).find()) {
            names.add(EXEC);
        }
        Matcher brought = BROUGHT_IN.matcher(program.contains("import") ? program : "");
        // Silent: no program has so many names for them; each is looked for in each of its lines.
        while (names.size() < MOST_NAMES && brought.find()) {
            if (brought.group(3) != null) {
                names.add(brought.group(3) + "\\.\\w{1,40}" + WITH_SHELL);
                continue;
            }
            boolean isOs = brought.group(1).equals("os");
            for (String name : brought.group(2).split(",", -1)) {
                String[] words = name.strip().split("\\s{1,9}", -1);
                if ((isOs ? OF_OS : OF_SUBPROCESS).contains(words[0])) {
                    names.add(words[words.length - 1] + (isOs || words[0].startsWith("get") ? "" : WITH_SHELL));
                }
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile("(?<![.\\w])(?:" + String.join("|", names) + ")(\\(.*)"));
    }

    /** What a line hands to a shell. */
    public static Optional<String> executed(String line, Optional<Pattern> calls) {
        Matcher matcher = SHELL.in(line);
        if (matcher.find()) {
            return Optional.of(GivenCode.of(matcher.group(1)));
        }
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        Matcher named = calls.get().matcher(line);
        return named.find() ? Optional.of(GivenCode.of(named.group(1))) : Optional.empty();
    }

    /** What a line prints, where it does so to nothing but the console. */
    public static Optional<String> printed(String line) {
        Matcher matcher = PRINT.in(line);
        return matcher.find() && !line.contains("file=") ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** As much of a line as a finding shows. */
    public static String shortened(String line) {
        return Ellipsis.cut(line.strip(), SHOWN);
    }
}
