package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a program does not run: its texts, with the values that are filled into them, its patterns and its comments. Each sign is looked
 * at a few times at most, whatever the program says.
 */
public final class CodeTexts {

    /** A text in common quotes that goes on for more lines is none, but a quote that stands by itself. */
    private static final int LINES = 20;

    private static final int PATTERN = 300;
    private static final int DEPTH = 20;
    private static final int NONE = -1;

    /** Behind these a value stands, so that a slash begins a pattern. */
    private static final String BEFORE_VALUE = "(,=:[!&|?{};+~\n";

    private final ProgramLanguage language;
    private final String code;
    /** What begins texts that have no end. */
    private final Set<String> unclosed = new HashSet<>();

    /** The texts of a program in a language. */
    public CodeTexts(ProgramLanguage language, String code) {
        this.language = language;
        this.code = code;
    }

    /** The program with blanks for its comments. */
    public String withoutComments() {
        StringBuilder left = new StringBuilder(code);
        int at = 0;
        while (at < code.length()) {
            int comment = comment(at);
            for (int i = at; i < comment; i++) {
                left.setCharAt(i, code.charAt(i) == '\n' ? '\n' : ' ');
            }
            at = comment > at ? comment : Math.max(at + 1, end(at));
        }
        return left.toString();
    }

    /** Where the text, or pattern, ends that begins at a place; that place where none does. */
    public int end(int at) {
        int text = text(at, 0);
        if (text != NONE) {
            return text;
        }
        int line = code.indexOf('\n', at);
        return line < 0 ? code.length() : line;
    }

    /** Where the comment ends that begins at a place; that place where none does. */
    private int comment(int at) {
        if (!language.longComment.isEmpty() && code.startsWith(language.longComment.get(0), at)) {
            String close = language.longComment.get(1);
            int end = code.indexOf(close, at + 2);
            return end < 0 ? code.length() : end + close.length();
        }
        for (String mark : language.comments) {
            boolean isSeparate = !mark.equals("#")
                    || language == ProgramLanguage.PYTHON
                    || at == 0
                    || Character.isWhitespace(code.charAt(at - 1));
            if (isSeparate && code.startsWith(mark, at) && !code.startsWith("#{", at)) {
                int end = code.indexOf('\n', at);
                return end < 0 ? code.length() : end;
            }
        }
        return at;
    }

    /** Where a text ends; the place itself where none begins, and negative where it has no end. */
    private int text(int at, int depth) {
        if (code.startsWith(Fence.OPEN, at)) {
            return fence(at);
        }
        for (int i = 0; i < language.longTexts.size(); i += 2) {
            String open = language.longTexts.get(i);
            if (code.startsWith(open, at) && !unclosed.contains(open)) {
                boolean isFilled = !open.endsWith("'");
                int end =
                        closing(at + open.length(), language.longTexts.get(i + 1), Integer.MAX_VALUE, isFilled, depth);
                if (end == NONE) {
                    unclosed.add(open);
                }
                return end;
            }
        }
        char c = code.charAt(at);
        if (c == '"' || c == '\'' || (c == '`' && language.escape != '`')) {
            int lines = language.hasLongQuotes() ? LINES : 0;
            return closing(at + 1, String.valueOf(c), lines, c != '\'', depth);
        }
        return c == '/' && language.hasPatterns() ? pattern(at) : at;
    }

    /** Behind the end of a text that what it begins with was read of. */
    private int closing(int from, String close, int lines, boolean isFilled, int depth) {
        int left = lines;
        // Silent: what is deeper within texts of texts is read as a text.
        boolean fills = isFilled && !language.filledIn.isEmpty() && depth < DEPTH;
        for (int at = from; at >= 0 && at < code.length(); at++) {
            char c = code.charAt(at);
            if (code.startsWith(close, at)) {
                return at + close.length();
            }
            if (code.startsWith(Fence.OPEN, at) && fence(at) > at) {
                at = fence(at) - 1;
            } else if (c == language.escape) {
                at++;
            } else if (c == '\n' && left-- <= 0) {
                return NONE;
            } else if (fills && code.startsWith(language.filledIn, at)) {
                at = value(at + language.filledIn.length(), depth + 1) - 1;
                if (at < 0) {
                    return NONE;
                }
            }
        }
        return NONE;
    }

    /** Behind the end of a value that is filled into a text. */
    private int value(int from, int depth) {
        int open = 1;
        int at = from;
        while (at < code.length()) {
            char c = code.charAt(at);
            int text = text(at, depth);
            if (text == NONE) {
                return NONE;
            }
            if (text > at) {
                at = text;
                continue;
            }
            open += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
            at++;
            if (open == 0) {
                return at;
            }
        }
        return NONE;
    }

    /** Where an expression of GitHub ends. */
    private int fence(int from) {
        int end = unclosed.contains(Fence.OPEN) ? NONE : Fence.end(code, from);
        if (end < 0) {
            unclosed.add(Fence.OPEN);
        }
        return Math.max(from, end);
    }

    private int pattern(int from) {
        int before = from - 1;
        while (before >= 0 && (code.charAt(before) == ' ' || code.charAt(before) == '\t')) {
            before--;
        }
        if (before >= 0 && BEFORE_VALUE.indexOf(code.charAt(before)) < 0) {
            return from;
        }
        boolean isClass = false;
        int end = Math.min(code.length(), from + PATTERN);
        for (int at = from + 1; at < end && code.charAt(at) != '\n'; at++) {
            char c = code.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '/' && !isClass) {
                return at + 1;
            }
            isClass = c == '[' || (isClass && c != ']');
        }
        return from;
    }

    /** Whether a sign may stand in a name. */
    public static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
