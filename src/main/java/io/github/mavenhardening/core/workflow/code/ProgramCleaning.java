package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an expression of a program leaves nothing harmful of a text: a number, yes or no, or what is encoded. */
public final class ProgramCleaning {

    /** What takes a part of a text by its place, which is a number. */
    private static final SoughtPattern PLACE = SoughtPattern.of(
            "(?i)\\.(?:slice|substring|substr|at|removeprefix)\\([^()]{0,200}\\)",
            ".slice(",
            ".substr",
            ".at(",
            ".removeprefix(");

    /** Calls whose value is a number, an encoding or a text of few characters, whatever they are given. */
    private static final SoughtPattern CALL = SoughtPattern.of(
            "(?:\\bparseInt|\\bNumber|\\bencodeURIComponent|\\bshellescape|\\bShellwords\\.escape|\\bshlex\\.quote|\\bquotemeta|\\bescapeshellarg"
                    + "|(?<![.\\w])(?:int|len)|\\buuid\\.UUID|\\bdate(?:time)?\\.fromisoformat"
                    + "|\\bre\\.sub(?=\\(\\s{0,9}r?['\"]\\[\\^)|(?:[\\w$?]{1,60}\\.){1,6}replace(?:All)?(?=\\(\\s{0,9}/\\[\\^(?:[^\\]\\\\\\n]|\\\\.){1,100}\\](?:[^/\\\\\\n]|\\\\.){0,60}/[a-z]{0,3}g)"
                    + "|\\[regex\\]::Replace(?=\\([^,]{1,100},\\s{0,9}['\"]\\[\\^)"
                    // What chooses of a list.
                    + "|(?<=[\\w)\\]])\\.(?:find|findLast|filter|sort))\\(",
            ".find",
            ".filter(",
            ".sort(",
            "]::Replace(",
            "parseInt(",
            "Number(",
            "encodeURIComponent(",
            "shellescape(",
            "escape(",
            "quote(",
            "quotemeta(",
            "escapeshellarg(",
            "int(",
            "len(",
            "UUID(",
            "fromisoformat(",
            "re.sub(",
            ".replace");

    /** Members that are numbers. */
    private static final SoughtPattern SIZE = SoughtPattern.of(
            "[\\w$?]{1,60}(?:\\.[\\w$?]{1,60}){0,6}\\.(?:length|Length|Count|exitCode|returncode)\\b",
            ".length",
            ".Length",
            ".Count",
            ".exitCode",
            ".returncode");

    /** What chooses one of several values, and comes out of none: {@code kinds[title.split(":")[0]]}. */
    private static final SoughtPattern KEY = SoughtPattern.of(
            // Brackets in a text are its own where a value is filled in behind them: kind[${title}], kind[$title].
            "(?<!%\\w)(?<=[\\w)\\]])\\[(?!\\s{0,3}(?:['\"`\\d]|[$#]?\\{))"
                    + "(?!(?<!(?:\\$[\\w:.>-]{1,60}|[)\\]])\\[)\\s{0,3}\\$\\w)"
                    + "(?:[^\\[\\]\\n]|\\[[^\\[\\]\\n]{0,100}\\]){1,200}+\\]",
            "[");

    /** The same of all that stands there. */
    private static final SoughtPattern CLEANED = SoughtPattern.of(
            "\\.replace(?:All)?\\(\\s{0,9}/\\[\\^(?:[^\\]\\\\\\n]|\\\\.){1,100}\\](?:[^/\\\\\\n]|\\\\.){0,60}/[a-z]{0,3}g|-c?replace\\s{1,9}['\"]\\[\\^|\\.length\\b|\\bquotemeta\\b|\\bshellescape\\b"
                    + "|\\bhexdigest\\(|\\bdigest\\(\\s{0,3}['\"]hex|(?i:^\\s{0,9}\\[(?:int|long|guid|datetime|version|bool)\\]\\s{0,3}\\(?\\$)",
            "replace",
            ".length",
            "quotemeta",
            "shellescape",
            "digest(",
            "[");

    private static final SoughtPattern ANSWER = SoughtPattern.of(
            "(?i)\\.test\\(|\\bincludes\\(|(?:starts|ends)With\\(|\\.contains\\(|\\.some\\(|\\.every\\(",
            ".test(",
            "includes(",
            "swith(",
            ".contains(",
            ".some(",
            ".every(");

    /** What answers for each of several. */
    private static final Pattern OF_ALL = Pattern.compile("\\.(?:some|every)\\(");

    private static final SoughtPattern COMPARISON = SoughtPattern.of(
            "(?i)[=!]==?(?![>=])|\\s-(?:eq|ne|like|notlike|match|notmatch|in|notin|contains|notcontains)\\s",
            "==",
            "!=",
            " -");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]{0,500}\"|'[^']{0,500}'|`[^`]{0,500}`");
    private static final Pattern LITERAL =
            Pattern.compile("\\s{0,9}(?:true|false|null|undefined|None|True|False|\\d{1,9}|)\\s{0,9};?\\s{0,9}");
    private static final Pattern OR = Pattern.compile("\\|\\||\\bor\\b|\\?\\?");
    private static final Pattern AND = Pattern.compile("&&|\\band\\b");

    /** What chooses a text by an answer. */
    private static final Pattern CHOICE = Pattern.compile("\\?(?![.?])|\\bif\\b");

    /** Looks for a pattern in a text, and brings what its groups capture. */
    private static final Pattern SEARCH =
            Pattern.compile("\\.match\\(\\s{0,3}/((?:[^/\\\\]|\\\\.){1,200})/[a-z]{0,6}\\s{0,3}\\)"
                    + "|\\bre\\.(?:search|match|fullmatch)\\(\\s{0,3}r?(['\"])((?:(?!\\2).){1,200})\\2"
                    + "|/((?:[^/\\\\]|\\\\.){1,200})/[a-z]{0,6}\\.exec\\(");

    private ProgramCleaning() {}

    /** Whether an expression searches a text for a pattern all of whose groups capture harmless text. */
    static boolean capturesHarmless(String expression) {
        Matcher search = SEARCH.matcher(expression);
        if (!search.find()) {
            return false;
        }
        String exec = search.group(4) == null ? search.group(3) : search.group(4);
        return HarmlessPattern.inGroups(search.group(1) == null ? exec : search.group(1));
    }

    /** What an expression brings, without the parts whose values are harmless. */
    public static String left(String expression) {
        String choices = ProgramChoices.withoutConditions(expression);
        String text = PLACE.removedFrom(KEY.isIn(choices) ? KEY.in(choices).replaceAll("[0]") : choices);
        Matcher call = CALL.in(text);
        if (call.find()) {
            StringBuilder left = new StringBuilder();
            int read = 0;
            do {
                if (call.start() >= read) {
                    left.append(text.substring(read, call.start()));
                    read = Math.min(text.length(), CodeList.closing(text, call.end()) + 1);
                }
            } while (call.find());
            text = left.append(text.substring(read)).toString();
        }
        return SIZE.removedFrom(text);
    }

    /** Whether an expression leaves nothing of a text that can do harm. */
    public static boolean cleans(String expression) {
        if (CLEANED.isIn(expression)) {
            return true;
        }
        // A function that answers is handed to what looks for texts, or to what answers for all of them.
        boolean looks = expression.contains("=>") && !OF_ALL.matcher(expression).find();
        return !looks
                && (ANSWER.isIn(expression) || COMPARISON.isIn(expression))
                && !CHOICE.matcher(expression).find()
                && answers(TEXT.matcher(expression).replaceAll(""));
    }

    /** Whether all that an expression may come to is yes or no: what stands behind the last "and" of each of its alternatives. */
    private static boolean answers(String expression) {
        for (String alternative : OR.split(expression, -1)) {
            String[] parts = AND.split(alternative, -1);
            String last = parts[parts.length - 1];
            boolean compares = COMPARISON.isIn(last) && last.indexOf('+') < 0;
            if (!ANSWER.isIn(last) && !compares && !LITERAL.matcher(last).matches()) {
                return false;
            }
        }
        return true;
    }
}
