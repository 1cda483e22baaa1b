package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.expression.Fence;

/** The text of a program, which is read once from its beginning to its end, and where the reading is. */
final class ProgramText {

    final ProgramLanguage language;
    /** The program without its comments. */
    final String code;

    int at;

    /** The last character that was read, spaces left out. */
    private char before = '\n';

    /** Where the last expression of GitHub can end. */
    private int lastFenceEnd;

    ProgramText(ProgramLanguage language, String code) {
        this.language = language;
        this.code = new CodeTexts(language, code).withoutComments();
        lastFenceEnd = code.lastIndexOf("}}");
    }

    boolean isAtEnd() {
        return at >= code.length();
    }

    /** The character that stands so many places ahead; the end of a line where the text ends. */
    char ahead(int places) {
        return at + places < code.length() ? code.charAt(at + places) : '\n';
    }

    boolean begins(String what) {
        return code.startsWith(what, at);
    }

    boolean begins(String what, int places) {
        return code.startsWith(what, at + places);
    }

    void skip(int places) {
        at = Math.min(at + places, code.length());
    }

    /** What was read since a place, but no more of it than so many characters. */
    String since(int from, int longest) {
        return code.substring(from, Math.min(at, from + longest));
    }

    static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Remembers the last character of what was read since a place. */
    void remember(int from) {
        if (at > from && !Character.isWhitespace(code.charAt(at - 1))) {
            before = code.charAt(at - 1);
        }
    }

    /** Whether one of these characters stands before, spaces left out. */
    boolean isBehind(String characters) {
        return characters.indexOf(before) >= 0;
    }

    /** How long the expression of GitHub is that stands here. */
    int fence() {
        if (at >= lastFenceEnd || !begins(Fence.OPEN)) {
            return 0;
        }
        int end = Fence.end(code, at);
        // Where one is not closed GitHub refuses the workflow.
        lastFenceEnd = end < 0 ? 0 : lastFenceEnd;
        return Math.max(0, end - at);
    }

    /** Reads a number. */
    String number() {
        int from = at;
        while (Character.isLetterOrDigit(ahead(0))) {
            at++;
        }
        return since(from, 20);
    }

    /** Reads names with dots between them. */
    String chain() {
        int from = at;
        boolean isOptional = false;
        while (!isAtEnd()) {
            char c = ahead(0);
            boolean isDot = c == '.' && (isOfName(ahead(1)) || ahead(1) == '$');
            boolean isQuestion = begins("?.") && isOfName(ahead(2));
            if (!isOfName(c) && c != '$' && !isDot && !isQuestion) {
                break;
            }
            isOptional |= isQuestion;
            at++;
        }
        String chain = code.substring(from, at);
        return isOptional ? chain.replace("?", "") : chain;
    }

    /** Whether a call follows, behind spaces perhaps, which are left out then. */
    boolean isCalled() {
        int next = at;
        while (code.startsWith(" ", next) && language != ProgramLanguage.POWERSHELL) {
            next++;
        }
        if (code.startsWith("(", next)) {
            at = next;
            return true;
        }
        return false;
    }

    /** Whether the statement goes on behind the end of the line that stands here. */
    boolean goesOn() {
        int next = 1;
        while (ahead(next) == ' ' || ahead(next) == '\t') {
            next++;
        }
        char c = ahead(next);
        return switch (language) {
            case JAVASCRIPT -> ".?+:&|".indexOf(c) >= 0 || isBehind("=+,&|?(:");
            case POWERSHELL -> c == '|' || isBehind("|,=+");
            default -> false;
        };
    }
}
