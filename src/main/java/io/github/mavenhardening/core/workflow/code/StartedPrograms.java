package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which program JavaScript or Python starts without a shell. Whoever words the name of the program chooses what runs; what only stands
 * behind it is an argument.
 */
public final class StartedPrograms {

    /** What starts a program that its first argument names: the toolkit for actions cuts it into words, as other libraries do. */
    private static final SoughtPattern STARTS = SoughtPattern.of(
            "(?:\\b(?:exec|exec_1|actions?_?[eE]xec)\\.(?:exec|getExecOutput)\\)?|\\bgetExecOutput|\\bexecFile(?:Sync)?|\\bspawn(?:Sync)?"
                    + "|\\bexeca(?:Sync|Command|CommandSync)?|\\bsubprocess\\.(?:run|call|check_call|check_output|Popen))\\((.*)",
            "exec",
            "spawn",
            "Exec",
            "subprocess.");

    /** The toolkit's function by itself, where a program brings it in. */
    private static final SoughtPattern BY_ITSELF = SoughtPattern.of("(?<![.\\w])exec\\((.*)", "exec(");

    /** A name that gets a list, or a list with more behind it; and one to which something is added. */
    private static final SoughtPattern LISTED = SoughtPattern.of(
            "\\s{0,80}(?:(?:const|let|var)\\s{1,9})?(\\w{1,100})(?:\\s{0,9}:[^=]{0,60})?\\s{0,9}\\+?=(?:.{0,200}[(+\\s])?\\s{0,9}\\[",
            "[");

    private static final SoughtPattern ADDED = SoughtPattern.of(
            "\\s{0,80}(\\w{1,100})\\.(?:append|extend|insert|push|unshift|splice)\\(",
            ".append(",
            ".extend(",
            ".insert(",
            ".push(",
            ".unshift(",
            ".splice(");

    private static final Pattern NAME = Pattern.compile("(\\w{1,100}).*", Pattern.DOTALL);

    /** A text, with what the language puts in front of its quotes. */
    private static final Pattern TEXT = Pattern.compile("([rbfRBF]{0,2})([\"'`])(.*)", Pattern.DOTALL);

    private final boolean bringsIn;
    /** Names of lists, of which the first is the program. */
    private final Set<String> lists = new HashSet<>();

    /** Those of a program, by its text. */
    public StartedPrograms(String program) {
        this.bringsIn = program.contains("@actions/exec");
    }

    /** Takes in the names that a line gives to lists. */
    public void note(String line) {
        for (SoughtPattern pattern : new SoughtPattern[] {LISTED, ADDED}) {
            Matcher list = pattern.in(line);
            if (list.lookingAt()) {
                lists.add(list.group(1));
            }
        }
    }

    /** The expression by which a line names the program that it starts; empty where it starts none, or names it itself. */
    public Optional<String> of(String call) {
        Matcher starts = STARTS.in(call);
        if (starts.find()) {
            return program(starts.group(1));
        }
        Matcher byItself = BY_ITSELF.in(bringsIn ? call : "");
        return byItself.find() ? program(byItself.group(1)) : Optional.empty();
    }

    private Optional<String> program(String given) {
        String first = first(given);
        if (first.startsWith("[")) {
            first = first(first.substring(1));
        }
        Matcher name = NAME.matcher(first);
        if (name.matches() && lists.contains(name.group(1))) {
            return Optional.empty();
        }
        Matcher text = TEXT.matcher(first);
        if (!text.matches()) {
            int plus = first.indexOf('+');
            return first.isEmpty() ? Optional.empty() : Optional.of(plus < 0 ? first : first.substring(0, plus));
        }
        String begins = text.group(3);
        boolean isTemplate = text.group(2).equals("`") && begins.startsWith("${");
        boolean isFormatted = text.group(1).matches("(?i).*f.*") && begins.startsWith("{");
        int end = begins.indexOf('}');
        return (isTemplate || isFormatted) && end > 0
                ? Optional.of(begins.substring(begins.indexOf('{') + 1, end))
                : Optional.empty();
    }

    private static String first(String given) {
        return CodeList.parts(given).stream().findFirst().orElse("").strip();
    }
}
