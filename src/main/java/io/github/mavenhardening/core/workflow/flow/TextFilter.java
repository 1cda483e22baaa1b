package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.AwkPrints;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.HarmlessPattern;
import io.github.mavenhardening.core.workflow.code.JsonFilter;
import io.github.mavenhardening.core.workflow.code.SedGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that print what they read, or some of it: {@code cat}, {@code grep}, {@code jq}. */
final class TextFilter {

    private static final Set<String> NAMES = Set.of(
            "cat",
            "head",
            "tail",
            "sort",
            "uniq",
            "grep",
            "egrep",
            "rg",
            "tr",
            "sed",
            "awk",
            "gawk",
            "cut",
            "jq",
            "yq",
            "xargs",
            "tee",
            "rev",
            "fold",
            "paste",
            "nl",
            "column",
            "envsubst",
            "fmt",
            "tac",
            "base64",
            "iconv",
            "sponge",
            "perl",
            "unexpand",
            "expand",
            "dos2unix",
            "basename",
            "dirname",
            "realpath");

    /** Those whose operands are texts, not files to read. */
    private static final Set<String> NAMING = Set.of("basename", "dirname", "realpath");

    /** Those whose first operand is a pattern or a program. */
    private static final Set<String> PROGRAM_FIRST =
            Set.of("grep", "egrep", "rg", "sed", "awk", "gawk", "jq", "yq", "perl", "envsubst");

    /** Options whose value is a word of its own. */
    private static final Map<String, Set<String>> VALUED = Map.of(
            "head", Set.of("-n", "-c"),
            "tail", Set.of("-n", "-c"),
            "cut", Set.of("-d", "-f", "-c", "-b"),
            "sort", Set.of("-k", "-t"),
            "awk", Set.of("-F", "-v"),
            "grep", Set.of("-m", "-A", "-B", "-C"),
            "paste", Set.of("-d"),
            "fold", Set.of("-w"));

    /** Options of {@code jq} and {@code yq}, and how many words behind them are their values. */
    private static final Map<String, Integer> OF_QUERIES = Map.ofEntries(
            Map.entry("--arg", 2),
            Map.entry("--argjson", 2),
            Map.entry("--slurpfile", 2),
            Map.entry("--rawfile", 2),
            Map.entry("--argfile", 2),
            Map.entry("--indent", 1),
            Map.entry("-L", 1),
            Map.entry("-I", 1),
            Map.entry("-o", 1),
            Map.entry("-p", 1),
            Map.entry("--output-format", 1),
            Map.entry("--input-format", 1));

    /** A way into a JSON document, as {@code jq} takes it. */
    static final Pattern JSON_PATH = Pattern.compile("\\.([A-Za-z_][\\w.]{0,200})");

    private static final Pattern CHOICE = Pattern.compile(
            "\\b(select|sort_by|unique_by|group_by|max_by|min_by)\\((?:[^()]|\\([^()]{0,200}\\)){0,300}+\\)");

    /** Members of an answer that are a branch's name, or one line. */
    private static final Pattern BRANCH = Pattern.compile(
            "\\.(?:\\w{1,60}\\.){0,5}(?:head\\.(?:ref|label)|head_ref|headRefName|head_branch|headBranch)");

    private static final Pattern LINE = Pattern.compile("\\.(?:\\w{1,60}\\.){0,5}title");

    /** A filter that ends in a member or item that may be of several lines, which are written out where the answer is a line of JSON. */
    private static final Pattern LINES = Pattern.compile(
            "\\.(?:body|bodyText|message|messageBody)\\s{0,9}(?://\\s{0,9}(?:\"\"|empty|null)\\s{0,9})?$"
                    + "|\\.\\[\\d{0,9}\\]\\s{0,9}$");

    private static final Pattern CLEAN_FILTER =
            Pattern.compile("-dc|-cd|-c|-[a-z]{0,3}[oE]{1,2}[a-z]{0,3}|.*@(sh|uri|base64|json)\\b.*", Pattern.DOTALL);
    /** What replaces all signs of a line that are not in a set. */
    private static final Pattern REPLACING = Pattern.compile(
            "\\s{0,9}s([/|#,@!])\\[\\^((?:\\[:\\w{1,10}:\\]|[^\\]\\n]){1,80})\\](?:\\\\?\\+|\\*)?\\1[\\w.:=@+ -]{0,40}\\1[a-zA-Z]{0,3}g(?:\\W.*)?",
            Pattern.DOTALL);

    private static final Pattern PULL_TEXT = Pattern.compile(
            "(?:.*\\W)?(title|displayTitle|display_title|body|headRefName|headBranch|head\\.ref|head_ref|head_branch|comments|labels|files|path|filename|message"
                    + "|messageHeadline|messageBody|commits|(?:author|committer)s?(?:\\[\\d{0,3}\\])?\\.(?:name|email))(?:\\W.*)?",
            Pattern.DOTALL);

    /** A program for {@code awk} that prints one field of each line, or of one by its number. */
    private static final Pattern FIELD = Pattern.compile(
            "\\s{0,9}(NR\\s{0,3}==\\s{0,3}\\d{1,9}\\s{0,9})?\\{\\s{0,9}print\\s{0,9}\\(?\\$(?:[1-9]\\d{0,3}|NF)\\)?\\s{0,9};?"
                    + "\\s{0,9}(?:exit\\s{0,9})?;?\\s{0,9}\\}\\s{0,9}");

    /** One that prints the first field of all lines, or of some. */
    private static final Pattern FIRST = Pattern.compile(
            "[^{}]{0,80}\\{\\s{0,9}print\\s{0,9}\\(?\\$1\\)?\\s{0,9}(?:;\\s{0,9}exit\\s{0,9})?;?\\s{0,9}\\}\\s{0,9}");

    /** A filter of {@code jq} that puts what it prints in Base64. */
    private static final Pattern ENCODING = Pattern.compile("\\|\\s{0,9}@base64\\s{0,9}$");

    /** A program for {@code sed} that puts a backslash before each of a set of characters, of which are the slash and the backslash. */
    private static final String ESCAPING =
            "s([/|#,@])\\[\\]?(?=[^\\]]{0,60}/)(?=[^\\]]{0,60}\\\\)[^\\]]{1,60}\\]\\1\\\\\\\\&\\1g;?";

    /** A set of characters of {@code tr} that has the line break. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\n|\\\\n|\\\\0?12|\\[:(?:space|cntrl):\\]");

    /** A pattern of {@code grep} that begins with letters: what it finds begins with them. */
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{1,40}(?![?*{+]|\\\\[?{+])");

    private static final Pattern DELETES_BLANKS = Pattern.compile("(?:-d|--delete) \\[:space:\\]");

    private TextFilter() {}

    /** Whether a program of that name is one. */
    static boolean is(String name) {
        return NAMES.contains(name);
    }

    /** Whether its operands are texts, not files to read. */
    static boolean takesTexts(String name) {
        return NAMING.contains(name);
    }

    /** Whether what a query asks for of a pull request or an issue holds text that its author words. */
    static boolean asksForText(String query) {
        return PULL_TEXT.matcher(query).matches();
    }

    /** Whether a program for {@code sed}, {@code jq} or the like lets nothing harmful through. */
    static boolean isCleaning(String program) {
        Matcher replacing = REPLACING.matcher(program);
        return CLEAN_FILTER.matcher(program).matches()
                || (replacing.matches() && HarmlessPattern.keepsHarmless(replacing.group(2)))
                || JsonFilter.givesNumbers(program);
    }

    /** Whether a filter lets nothing harmful of a text through. */
    static boolean cleans(String name, List<ShellNode.Word> arguments, Taint taint) {
        if (encodes(name, arguments)) {
            return false;
        }
        if (name.equals("cat") || name.equals("head")) {
            return false;
        }
        for (ShellNode.Word word : arguments) {
            if (isCleaning(name, word.text(), arguments)) {
                return true;
            }
        }
        boolean isNumber = taint.start().equals(Taint.NUMBER) && printsFirst(name, arguments);
        return taint.isAnswer() && (isNumber || (name.equals("jq") && isOtherThanText(arguments)));
    }

    /** Whether it prints the first field of each line. */
    private static boolean printsFirst(String name, List<ShellNode.Word> arguments) {
        String words = String.join(" ", CommandWords.texts(arguments));
        return name.equals("cut")
                ? words.matches("-f ?1")
                : name.endsWith("awk") && FIRST.matcher(words).matches();
    }

    /** Whether a filter puts texts in Base64. */
    static boolean encodes(String name, List<ShellNode.Word> arguments) {
        return name.equals("base64")
                ? !decodes(name, arguments)
                : name.equals("jq") && ENCODING.matcher(program(arguments)).find();
    }

    /** Whether a filter puts a backslash before each slash and each backslash, so that {@code sed} takes them for text between slashes. */
    static boolean escapes(String name, List<ShellNode.Word> arguments) {
        return name.equals("sed") && CommandWords.anyMatches(CommandWords.texts(arguments), ESCAPING);
    }

    /** Whether a filter takes texts out of Base64. */
    static boolean decodes(String name, List<ShellNode.Word> arguments) {
        return name.equals("base64")
                ? CommandWords.anyMatches(CommandWords.texts(arguments), "-[di]{0,2}[dD][di]{0,2}|--decode")
                : name.equals("jq") && program(arguments).contains("@base64d");
    }

    /** What a filter prints of a text: all of it, one line, or one word where it prints one field of one line. */
    static Taint narrowed(Taint taint, String name, List<ShellNode.Word> arguments) {
        if (name.equals("tr")
                && DELETES_BLANKS
                        .matcher(String.join(" ", CommandWords.texts(arguments)))
                        .matches()) {
            return taint.as(Taint.Kind.WORD);
        }
        if (name.endsWith("awk")) {
            for (ShellNode.Word word : arguments) {
                Matcher field = FIELD.matcher(word.text());
                boolean isOne = taint.kind().isOneLine() || (field.matches() && field.group(1) != null);
                if (isOne && field.matches() && !CommandWords.anyMatches(CommandWords.texts(arguments), "-F.*")) {
                    return taint.asWord();
                }
            }
        }
        Taint kept = keepsOneLine(name, arguments) ? taint.asLine() : taint;
        List<String> words = CommandWords.texts(arguments);
        if (name.endsWith("grep") && CommandWords.anyMatches(words, "-[a-zA-Z]{0,5}o[a-zA-Z]{0,5}|--only-matching")) {
            String pattern = Arguments.operand(words, 0);
            Matcher letters = LETTERS.matcher(pattern);
            // Not where another alternative begins otherwise.
            return letters.lookingAt() && pattern.indexOf('|') < 0
                    ? kept.without(Integer.MAX_VALUE).behind(letters.group())
                    : kept;
        }
        return kept;
    }

    /** Whether a filter prints texts as JSON, with quotes round them. */
    static boolean writesJson(String name, List<ShellNode.Word> arguments) {
        return name.equals("jq")
                && !CommandWords.anyMatches(
                        CommandWords.texts(arguments), "-[a-zA-Z]{0,6}[rj][a-zA-Z]{0,6}|--raw-output0?|--join-output");
    }

    /** Whether a filter prints one line at most: {@code head -n 1}, {@code sed -n 1p}, {@code grep -m1}. */
    private static boolean keepsOneLine(String name, List<ShellNode.Word> arguments) {
        String words = " " + String.join(" ", CommandWords.texts(arguments)) + " ";
        return switch (name) {
            case "tr" -> dropsLineBreaks(arguments);
            case "head", "tail" -> words.matches("(?s).* (?:-1|-n ?1|--lines[ =]1) .*");
            case "sed" -> words.matches("(?s).* (?:1q|-n 1p|-n \\$p|\\$!d) .*");
            case "grep", "egrep", "rg" -> words.matches("(?s).* (?:-[a-zA-Z]{0,6}m ?1|--max-count[ =]1) .*");
            default -> false;
        };
    }

    /** Whether {@code tr} deletes line breaks or puts something else in their place. */
    private static boolean dropsLineBreaks(List<ShellNode.Word> arguments) {
        List<String> sets = new ArrayList<>();
        boolean deletes = false;
        for (ShellNode.Word word : arguments) {
            String text = CommandWords.raw(word);
            if (text.matches("-[cC].*|--complement")) {
                return false;
            }
            deletes |= text.matches("-[st]?d[st]?|--delete");
            if (!text.startsWith("-")) {
                sets.add(text);
            }
        }
        return !sets.isEmpty()
                && LINE_BREAK.matcher(sets.get(0)).find()
                && (deletes
                        || (sets.size() == 2 && !LINE_BREAK.matcher(sets.get(1)).find()));
    }

    /** What {@code jq} takes out of an answer, where it is a single member that is of one line, or of several. */
    static Taint.Kind kind(List<ShellNode.Word> arguments, Taint.Kind otherwise) {
        String filter = program(arguments);
        if (LINES.matcher(filter).find()) {
            return otherwise == Taint.Kind.LINE ? Taint.Kind.TEXT : otherwise;
        }
        // What stands behind it is for answers that have none.
        String first = filter.split("//", 2)[0].strip();
        return BRANCH.matcher(first).matches()
                ? Taint.Kind.BRANCH
                : LINE.matcher(first).matches() ? Taint.Kind.LINE : otherwise;
    }

    /** The operands of a filter that name files. */
    static List<ShellNode.Word> files(String name, List<ShellNode.Word> arguments) {
        if (name.equals("tr") || name.equals("xargs") || name.equals("tee")) {
            return List.of();
        }
        List<ShellNode.Word> files = new ArrayList<>();
        boolean given = !PROGRAM_FIRST.contains(name);
        int values = 0;
        for (ShellNode.Word word : arguments) {
            String text = word.text();
            if (values > 0) {
                values--;
            } else if (CommandWords.isOption(word)) {
                boolean isProgram = text.matches("-e|-f|--expression|--regexp|--from-file");
                given |= isProgram;
                values = isProgram ? 1 : values(name, text);
            } else if (!given) {
                given = true;
            } else {
                files.add(word);
            }
        }
        return files;
    }

    private static boolean isCleaning(String name, String word, List<ShellNode.Word> arguments) {
        if (name.equals("grep") || name.equals("egrep")) {
            List<String> words = CommandWords.texts(arguments);
            String pattern = Arguments.operand(words, 0);
            boolean only = false;
            for (String text : words) {
                only |= text.startsWith("-") && !text.startsWith("--") && (text.contains("o") || text.contains("c"));
            }
            boolean whole = pattern.startsWith("^") && pattern.endsWith("$");
            return (only || whole) && !pattern.contains(".*") && !pattern.contains(".+") && !pattern.contains("[^");
        }
        return (name.equals("tr")
                        && word.matches("-[a-zA-Z]{0,3}[cC][a-zA-Z]{0,3}|--complement")
                        && HarmlessPattern.keepsHarmless(firstSet(arguments)))
                || (Set.of("sed", "jq", "yq").contains(name) && isCleaning(word) && !word.startsWith("-"))
                || (name.endsWith("awk") && AwkPrints.areHarmless(word))
                || (name.equals("sed") && SedGroups.areHarmless(CommandWords.texts(arguments)))
                || (name.equals("base64") && !CommandWords.anyMatches(CommandWords.texts(arguments), "-(d|D|-decode)"));
    }

    /** The first set of characters that {@code tr} is given; brackets around it stand for themselves and do no harm. */
    private static String firstSet(List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : arguments) {
            String set = CommandWords.raw(word);
            if (!set.startsWith("-")) {
                return set.replaceFirst("^\\[(?!:)(.*)\\]$", "$1");
            }
        }
        return "";
    }

    /** Whether {@code jq} takes members out of an answer, and none of them is a text. */
    private static boolean isOtherThanText(List<ShellNode.Word> arguments) {
        // By what it chooses or sorts it prints nothing.
        String filter = CHOICE.matcher(program(arguments)).replaceAll("$1()");
        return JSON_PATH.matcher(filter).find() && (!asksForText(filter) || JsonFilter.givesNoText(filter));
    }

    /** The program that {@code jq} is given as a word. */
    private static String program(List<ShellNode.Word> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (!text.startsWith("-")) {
                return text;
            }
            i += values("jq", text);
        }
        return "";
    }

    /** How many words behind an option are its values. */
    static int values(String name, String option) {
        return name.equals("jq") || name.equals("yq")
                ? OF_QUERIES.getOrDefault(option, 0)
                : VALUED.getOrDefault(name, Set.of()).contains(option) ? 1 : 0;
    }
}
