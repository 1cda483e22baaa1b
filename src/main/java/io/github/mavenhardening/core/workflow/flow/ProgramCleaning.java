package io.github.mavenhardening.core.workflow.flow;

import java.util.regex.Pattern;

/** Whether an expression of a program leaves nothing harmful of a text: a number, yes or no, or what is encoded. */
final class ProgramCleaning {

    /** What takes a part of a text by its place, which is a number. */
    private static final Pattern PLACE =
            Pattern.compile("(?i)\\.(?:slice|substring|substr|at|removeprefix)\\([^()]{0,200}\\)");

    private static final Pattern CLEANED = Pattern.compile(
            "parseInt|Number\\(|\\.length\\b|replace\\(/\\[\\^|\\bre\\.sub\\(\\s{0,9}r?['\"]\\[\\^|-c?replace\\s{1,9}['\"]\\[\\^"
                    + "|encodeURIComponent|\\bint\\(|\\b(?:str|bool|print)\\(len\\(");

    private static final Pattern ANSWER =
            Pattern.compile("(?i)\\.test\\(|\\bincludes\\(|(?:starts|ends)With\\(|\\.contains\\(|\\.some\\(|\\.every\\(");

    /** What answers for each of several. */
    private static final Pattern OF_ALL = Pattern.compile("\\.(?:some|every)\\(");

    /** What chooses a text by an answer. */
    private static final Pattern CHOICE = Pattern.compile("\\?(?![.?])|\\bif\\b");

    private ProgramCleaning() {}

    static boolean cleans(String expression) {
        if (CLEANED.matcher(PLACE.matcher(expression).replaceAll("")).find()) {
            return true;
        }
        // A function that answers is handed to what looks for texts, or to what answers for all of them.
        boolean looks = expression.contains("=>") && !OF_ALL.matcher(expression).find();
        return !looks
                && ANSWER.matcher(expression).find()
                && !CHOICE.matcher(expression).find();
    }
}
