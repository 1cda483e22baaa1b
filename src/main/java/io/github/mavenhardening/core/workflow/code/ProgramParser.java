package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.ProgramBlock.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements and blocks of a program. Blocks stand in braces, or are indented behind a colon, or end by a word: by the language.
 * A program is read once from its beginning to its end; what the language does not know is taken for a statement.
 */
final class ProgramParser {

    /** More that is open within each other is read as if it were not. */
    private static final int DEPTH = 100;
    /** So much may stand in a function before its parameters. */
    private static final int MOST_ATTRIBUTES = 5;
    /** A longer one is none. */
    private static final int LONGEST_HEAD = 2_000;
    /** What stands between a head and the block. */
    private static final Pattern SIGNS = Pattern.compile("\\s{0,9}(?:=>)?\\s{0,9}[{:]?$");

    private static final Pattern JOINS = Pattern.compile("(?<!\\s)\\s{0,200}\\n\\s{0,200}");

    /** Closes what a word ends. */
    private static final char WORD = 'e';

    private final ProgramLanguage language;
    /** The program without its comments. */
    private final String code;

    private final CodeTexts texts;
    private final StatementLines lines;
    private final ProgramBlock program = new ProgramBlock(Kind.PLAIN, "", "", List.of(), false);
    private final Deque<Level> open = new ArrayDeque<>();
    private int at;
    /** Where the statement begins that is read, or the line of it; and how much was open there. */
    private int from;

    private int depth = 1;
    /** Whether a text began before it that did not end. */
    private boolean isInText;
    /** How far the line is indented in which a statement of Python begins. */
    private int indentation;

    private boolean goesOn;

    /** What is open: brackets in a block, or one, which may be one statement. */
    private record Level(char close, ProgramBlock block, boolean isBlock, int indentation, boolean isSingle) {}

    private ProgramParser(ProgramLanguage language, String written, int start) {
        this.language = language;
        this.code = new CodeTexts(language, written).withoutComments();
        this.texts = new CodeTexts(language, code);
        this.lines = new StatementLines(language, code, start);
        program.to = code.length();
        open.push(new Level('\0', program, true, -1, false));
    }

    /**
     * The whole of a program.
     *
     * @param start where it begins in what it is written in, which places are counted from
     */
    static ProgramBlock read(ProgramLanguage language, String code, int start) {
        ProgramParser parser = new ProgramParser(language, code, start);
        parser.read();
        return parser.program;
    }

    private void read() {
        boolean isLineStart = true;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (isLineStart && !Character.isWhitespace(c)) {
                isLineStart = false;
                beginLine();
            }
            int end = texts.end(at);
            if (end > at) {
                text(end);
            } else {
                sign(c);
                isLineStart |= c == '\n';
                at++;
            }
        }
        end(at, true);
        while (open.size() > 1) {
            leave(at);
        }
    }

    private void sign(char c) {
        switch (c) {
            case '\n' -> newLine();
            case ';' -> {
                if (isAtStatement()) {
                    end(at + 1, true);
                }
            }
            case '(' -> push(')');
            case '[' -> push(']');
            case ')', ']' -> close(c);
            case '{' -> brace();
            case '}' -> closeBrace();
            case ':' -> colon();
            case '>', 'e' -> decide(c);
            default -> {}
        }
    }

    private boolean isAtStatement() {
        return open.peek().isBlock();
    }

    private void begin(int place) {
        from = place;
        depth = open.size();
    }

    private void push(char close) {
        push(new Level(close, open.peek().block(), false, indentation, false));
    }

    private void push(Level level) {
        // Silent: statements that are deeper within others are read as those of the block around them.
        if (open.size() < DEPTH) {
            open.push(level);
        }
    }

    /** Goes into a block whose head was read up to a place. */
    private void enter(char close, int to, boolean isSingle) {
        String text = joined(to);
        Matcher signs = SIGNS.matcher(text.strip());
        boolean isLambda = isSingle && language == ProgramLanguage.PYTHON;
        boolean isArrow = signs.find() && (isLambda || signs.group().contains("=>"));
        String head = signs.replaceFirst("");
        // A method may stand in an object, too.
        Kind around = isAtStatement() ? open.peek().block().kind : open.peek().close() == '}' ? Kind.CLASS : Kind.PLAIN;
        ProgramBlock block = BlockHead.read(head, around, language, isArrow, isArrow && isSingle);
        block.from = to;
        lines.add(open.peek().block(), text, from, to, depth, false, Optional.of(block));
        lines.end(to, 0);
        push(new Level(close, block, true, indentation, isSingle));
        begin(to);
    }

    private void leave(int to) {
        Level left = open.pop();
        if (left.isBlock()) {
            left.block().to = to;
        }
    }

    private void leaveWithin(char close, int to) {
        while (open.peek().close() != close) {
            leave(to);
        }
    }

    private void leaveSingles(int to) {
        while (open.peek().isSingle()) {
            leave(to);
        }
    }

    /** Ends a line, or the statement. */
    private void end(int to, boolean isStatement) {
        String text = joined(to);
        boolean isBlank = text.isBlank();
        if (!isBlank && isStatement && (declaresParameters(to) || turnsByWord(text, to))) {
            begin(to);
            return;
        }
        if (!isBlank) {
            ProgramBlock block = open.peek().block();
            boolean isReturned = block.isValue && block.statements.isEmpty();
            lines.add(block, isReturned ? "return " + text : text, from, to, depth, isInText, Optional.empty());
        }
        isInText = false;
        begin(to);
        if (isStatement) {
            lines.end(to, 0);
            if (!isBlank) {
                leaveSingles(to);
            }
        }
    }

    /** What was read of the statement, in one line. */
    private String joined(int to) {
        String text = code.substring(from, to);
        return text.indexOf('\n') < 0 ? text : JOINS.matcher(text).replaceAll(" ");
    }

    /** Whether a statement of Ruby ends a block, or begins one; what it does then is done. */
    private boolean turnsByWord(String text, int to) {
        if (language.blocks != ProgramLanguage.Blocks.ENDED) {
            return false;
        }
        Matcher end = HeadWords.END.matcher(text);
        boolean isEnd = end.lookingAt();
        boolean isClause = HeadWords.CLAUSE.matcher(text).matches();
        boolean isArm = false;
        if ((isEnd || isClause) && open.stream().anyMatch(level -> level.close() == WORD)) {
            leaveWithin(WORD, from);
            isArm = isClause && open.peek().block().kind == Kind.CHOICE;
            if (!isArm) {
                leave(from);
            }
            depth = open.size();
        }
        if (isEnd) {
            begin(from + end.end());
        } else if (isClause || HeadWords.OPENS.matcher(text).matches()) {
            Matcher then = HeadWords.THEN.matcher(text);
            enter(isArm ? ':' : WORD, then.find() ? from + then.end() : to, false);
        } else {
            return false;
        }
        end(to, true);
        return true;
    }

    /** Whether what was read of a function up to a place says what it is given. */
    private boolean declaresParameters(int to) {
        ProgramBlock block = open.peek().block();
        boolean mayDeclare = block.kind == Kind.FUNCTION
                && (language == ProgramLanguage.POWERSHELL || language == ProgramLanguage.PERL)
                && block.statements.size() < MOST_ATTRIBUTES
                && block.statements.stream().allMatch(one -> one.text.strip().startsWith("["));
        Matcher declares = HeadWords.PARAMETERS.matcher(code).region(from, to);
        if (mayDeclare && declares.matches()) {
            block.parameters.addAll(BlockHead.parameters(SoughtPattern.group(declares), language));
            block.from = at + 1;
            return true;
        }
        return false;
    }

    /** Passes over a text; each of its lines is one. */
    private void text(int to) {
        for (int line = at; line < to; line++) {
            if (code.charAt(line) != '\n') {
                continue;
            }
            end(line, false);
            lines.opensText();
            begin(line + 1);
            isInText = true;
        }
        at = to;
    }

    private void newLine() {
        if (isAtStatement() && code.substring(from, at).isBlank()) {
            begin(at + 1);
            return;
        }
        int next = next(at);
        boolean isBlockBelow = code.startsWith("{", next) && language.blocks == ProgramLanguage.Blocks.BRACES;
        if ((!isAtStatement() || isBlockBelow) && isHead()) {
            return;
        }
        goesOn = HeadWords.goesOn(
                language,
                code.substring(Math.max(from, at - LONGEST_HEAD), at).stripTrailing(),
                code.substring(next, Math.min(next + 3, code.length())));
        boolean isStatement = isAtStatement() && !goesOn;
        end(at, isStatement);
        begin(at + 1);
        if (!isStatement && !goesOn) {
            lines.end(at, open.size());
        }
    }

    /** Whether what was read of the statement is to be read with the lines that follow. */
    private boolean isHead() {
        return at - from < LONGEST_HEAD
                && (open.peek().block().kind == Kind.CLASS
                        || HeadWords.HEAD.matcher(code).region(from, at).lookingAt());
    }

    /** The next sign behind a place but blanks, in its line or one of the next. */
    private int next(int place) {
        int next = place;
        while (next < code.length() && next - place < 300 && Character.isWhitespace(code.charAt(next))) {
            next++;
        }
        return next;
    }

    /** By how far a line is indented it ends blocks of Python. */
    private void beginLine() {
        if (language.blocks == ProgramLanguage.Blocks.INDENTED && isAtStatement() && !goesOn) {
            indentation = at - (code.lastIndexOf('\n', at) + 1);
            while (open.size() > 1 && open.peek().indentation() >= indentation) {
                leave(at);
            }
            depth = open.size();
        }
    }

    private void close(char c) {
        if (open.peek().close() == c) {
            leave(at);
            if (isAtStatement() && declaresParameters(at + 1)) {
                begin(at + 1);
            }
            decide(c);
        }
    }

    /** Goes into a statement that a condition, or a name of a function, which were read, stand before. */
    private void decide(char c) {
        boolean isWord =
                c == ')' || (c == '>' ? at > 0 && code.charAt(at - 1) == '=' : code.startsWith("else", at - 3));
        if (isWord
                && isAtStatement()
                && (language == ProgramLanguage.JAVASCRIPT || language == ProgramLanguage.PHP)
                && HeadWords.DECIDES.matcher(code).region(from, at + 1).matches()) {
            int next = next(at + 1);
            boolean isElseIf = c == 'e' && (next == at + 1 || code.startsWith("if", next));
            if (next < code.length() && "{;".indexOf(code.charAt(next)) < 0 && !isElseIf) {
                enter(')', at + 1, true);
            }
        }
    }

    private void colon() {
        if (!isAtStatement() || code.startsWith("::", at) || code.startsWith(":=", at)) {
            return;
        }
        boolean isIndented = language.blocks == ProgramLanguage.Blocks.INDENTED;
        boolean isArm = open.peek().close() == ':' && !isIndented;
        boolean isChoice = isArm || (open.peek().block().kind == Kind.CHOICE && !isIndented);
        if (isIndented && BlockHead.LAMBDA.matcher(code).region(from, at).matches()) {
            enter(':', at + 1, true);
        } else if (isIndented && HeadWords.COLON.matcher(code).region(from, at).matches()) {
            enter(':', at + 1, false);
        } else if (isChoice && HeadWords.LABEL.matcher(code).region(from, at).matches()) {
            if (isArm) {
                leave(at);
            }
            enter(':', at + 1, false);
        }
    }

    private void brace() {
        if (language.blocks != ProgramLanguage.Blocks.BRACES || isValue()) {
            push('}');
        } else {
            enter('}', at + 1, false);
        }
    }

    /** Whether a brace begins a value, or names one, and no block. */
    private boolean isValue() {
        char before = at > 0 ? code.charAt(at - 1) : '\n';
        boolean isBlank = code.substring(Math.max(from, at - 30), at).isBlank();
        boolean isNamed = "$@%#".indexOf(before) >= 0
                || (language == ProgramLanguage.PERL
                        && (Character.isJavaIdentifierPart(before) || ">}".indexOf(before) >= 0));
        boolean isArrow = language == ProgramLanguage.JAVASCRIPT && before == '>';
        return isNamed
                || (language != ProgramLanguage.POWERSHELL
                        && !isArrow
                        && (isBlank
                                ? !isAtStatement()
                                : HeadWords.VALUE_BEHIND
                                        .matcher(code)
                                        .region(Math.max(from, at - 30), at)
                                        .matches()));
    }

    private void closeBrace() {
        Optional<Level> closed =
                open.stream().filter(level -> level.close() == '}').findFirst();
        if (closed.isEmpty()) {
            return;
        }
        boolean isBlock = closed.get().isBlock();
        if (isBlock) {
            end(at, true);
        }
        leaveWithin('}', at);
        leave(at);
        if (isBlock) {
            leaveSingles(at);
            begin(at + 1);
        }
    }
}
