package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an expression of a program leaves nothing harmful of a text: a number, yes or no, or what is encoded. */
final class ProgramCleaning {

    /** What takes a part of a text by its place, which is a number. */
    private static final SoughtPattern PLACE = SoughtPattern.of(
            "(?i)\\.(?:slice|substring|substr|at|removeprefix)\\([^()]{0,200}\\)",
            ".slice(",
            ".substr",
            ".at(",
            ".removeprefix(");

    private static final SoughtPattern CLEANED = SoughtPattern.of(
            "parseInt|Number\\(|\\.length\\b|replace\\(/\\[\\^|\\bre\\.sub\\(\\s{0,9}r?['\"]\\[\\^|-c?replace\\s{1,9}['\"]\\[\\^"
                    + "|encodeURIComponent|shellescape|Shellwords\\.escape|shlex\\.quote|quotemeta|escapeshellarg|\\bint\\(|\\b(?:str|bool|print)\\(len\\(",
            "parseInt",
            "Number(",
            ".length",
            "replace",
            "re.sub(",
            "encodeURIComponent",
            "shellescape",
            "Shellwords.escape",
            "shlex.quote",
            "quotemeta",
            "escapeshellarg",
            "int(",
            "(len(");

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

    /** What chooses a text by an answer. */
    private static final Pattern CHOICE = Pattern.compile("\\?(?![.?])|\\bif\\b");

    /** Looks for a pattern in a text, and brings what its groups capture. */
    private static final Pattern SEARCH =
            Pattern.compile("\\.match\\(\\s{0,3}/((?:[^/\\\\]|\\\\.){1,200})/[a-z]{0,6}\\s{0,3}\\)"
                    + "|\\bre\\.(?:search|match|fullmatch)\\(\\s{0,3}r?(['\"])((?:(?!\\2).){1,200})\\2");

    private ProgramCleaning() {}

    /** Whether an expression searches a text for a pattern all of whose groups capture harmless text. */
    static boolean capturesHarmless(String expression) {
        Matcher search = SEARCH.matcher(expression);
        return search.find() && HarmlessPattern.inGroups(search.group(1) == null ? search.group(3) : search.group(1));
    }

    static boolean cleans(String expression) {
        if (CLEANED.isIn(PLACE.removedFrom(expression))) {
            return true;
        }
        // A function that answers is handed to what looks for texts, or to what answers for all of them.
        boolean looks = expression.contains("=>") && !OF_ALL.matcher(expression).find();
        return !looks && ANSWER.isIn(expression) && !CHOICE.matcher(expression).find();
    }
}
