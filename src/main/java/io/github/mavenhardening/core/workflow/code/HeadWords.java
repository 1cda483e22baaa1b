package io.github.mavenhardening.core.workflow.code;

import java.util.regex.Pattern;

/** By which words a parser tells that a block is about to begin, or goes on with another. */
final class HeadWords {

    /** Where a name gets a function. */
    private static final String NAMED =
            "(?:export\\s{1,5})?(?:const|let|var)\\s{1,5}\\w{1,100}(?:\\s{0,5}:[^=]{1,80})?\\s{0,5}=\\s{0,5}(?:async\\b\\s{0,5})?";

    /** Decides on one statement that stands behind it. */
    static final Pattern DECIDES = Pattern.compile(
            "(?s)\\s{0,200}(?:(?:else\\s{1,9})?(?:if|for|foreach|while)\\s{0,5}(?:await\\s{0,5})?\\(.{0,1000}|else|"
                    + NAMED + "(?:\\(.{0,400}|\\w{1,100}\\s{0,9})=>)");
    /** What may say in several lines what follows, or what it is given. */
    static final Pattern HEAD = Pattern.compile(
            "\\s{0,200}(?:param\\s{0,9}\\(|(?:(?:export|default|async|public|private|protected|static)\\s{1,9}){0,4}"
                    + "(?:def|function|sub|class|if|elif|elsif|elseif|else|for|foreach|while|switch|match|with|case|try|catch|finally)\\b"
                    + "|(?:const|let|var)\\s{1,9}[\\[{]\\s{0,9}(?:\\n|$)|" + NAMED + "\\(\\s{0,9}(?:\\n|$))");

    /** Behind these a brace begins a value. */
    static final Pattern VALUE_BEHIND = Pattern.compile(
            "(?s).*(?:[=(\\[,:?&|+]|\\b(?:return|import|export|const|let|var|default|await|yield|new|in|of|typeof))\\s{0,9}");

    static final Pattern LABEL = Pattern.compile("(?s)\\s{0,200}(?:case\\b.{1,300}|default\\s{0,9})");
    static final Pattern COLON = Pattern.compile(
            "(?s)\\s{0,200}(?:(?:async\\s{1,5})?(?:if|elif|for|while|with|except|case|match|class|def)\\b(?!\\s{0,5}[=.,)]).{0,500}|(?:else|try|finally|except)\\s{0,9})");
    /** What of Ruby begins a block, goes on behind one, and ends one. */
    static final Pattern OPENS = Pattern.compile(
            "(?s)\\s{0,200}(?:(?:[$@]?\\w{1,60}\\s{0,5}=\\s{0,5})?(?:if|unless|case|begin|while|until|for)|def(?!\\s[^=]{1,300}=\\s)|class|module)\\b(?!.*\\bend\\s{0,9}$).*"
                    + "|.*\\bdo\\s{0,9}(?:\\|[^|]{0,200}\\|)?\\s{0,9}");

    static final Pattern CLAUSE = Pattern.compile("\\s{0,200}(?:else|elsif|when|rescue|ensure)\\b.*");

    static final Pattern THEN = Pattern.compile("\\bthen\\b");
    static final Pattern END = Pattern.compile("\\s{0,200}end\\b");
    /** What a function of PowerShell or Perl says of its parameters. */
    static final Pattern PARAMETERS = Pattern.compile(
            "(?is)\\s{0,200}(?:param\\s{0,9}\\((.{0,4000})\\)\\s{0,9}|my\\s{0,9}\\(([^()]{0,400})\\)\\s{0,9}=\\s{0,9}@_\\s{0,9};?|my\\s{0,9}(\\$\\w{1,100})\\s{0,9}=\\s{0,9}shift\\b.{0,20})");

    /** Begins a member, or a call of one, and no file of the folder. */
    private static final Pattern CHAINED = Pattern.compile("\\??\\.[^./\\\\\\s]");

    private HeadWords() {}

    /** Whether a line goes on with what an object does that stands in the line before. */
    static boolean isChained(String line) {
        return CHAINED.matcher(line).lookingAt();
    }

    private static boolean endsWith(String line, String signs) {
        return !line.isEmpty() && signs.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Whether a statement goes on behind a line, with what stands next. */
    static boolean goesOn(ProgramLanguage language, String line, String next) {
        return switch (language) {
            case PYTHON -> line.endsWith("\\");
            case JAVASCRIPT ->
                isChained(next)
                        || line.endsWith("=>")
                        || (line.endsWith("+") && !line.endsWith("++"))
                        || (next.startsWith("+") && !next.startsWith("++"))
                        || endsWith(line, "=,&|?")
                        || next.startsWith("?")
                        || next.startsWith(":")
                        || next.startsWith("&")
                        || next.startsWith("|");
            case POWERSHELL -> isChained(next) || endsWith(line, "|,=+`") || next.startsWith("|");
            default ->
                isChained(next)
                        || line.endsWith("=>")
                        || line.endsWith("&&")
                        || line.endsWith("||")
                        || endsWith(line, "=");
        };
    }
}
