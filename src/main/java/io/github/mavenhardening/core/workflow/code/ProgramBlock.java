package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Statements of a program that run together: those of a function, a branch, a loop, or of the whole of it. */
public final class ProgramBlock {

    /** When its statements run. */
    public enum Kind {
        /** Where it stands, or by what it is handed to. */
        PLAIN,
        IF,
        ELSE_IF,
        ELSE,
        TRY,
        CATCH,
        FINALLY,
        /** Those of one of its arms. */
        CHOICE,
        ARM,
        LOOP,
        FUNCTION,
        CLASS;

        /** Whether it is another way than one that stands before it. */
        boolean goesOnWith(Kind before) {
            return switch (this) {
                case ELSE_IF -> before == IF || before == ELSE_IF;
                case ELSE -> before == IF || before == ELSE_IF || before == TRY || before == CATCH || before == ARM;
                case CATCH -> before == TRY || before == CATCH;
                case ARM -> before == ARM;
                default -> false;
            };
        }
    }

    /** A statement, or a line of one. */
    public static final class Statement {
        /** The line, with the chain of calls that goes on below it. */
        public String text;
        /** It with the lines in which a call, a value or a text that it begins goes on. */
        public String call;

        public final int from;
        /** Whether the line stands in a text that another began. */
        public final boolean isText;
        /** Whether it begins one that goes on below it. */
        boolean opensText;
        /** Whether it is a line of a statement that began before it. */
        public boolean isContinued;
        /** Where the statement ends that it begins, or the head of what that begins. */
        public int to;
        /** What it begins. */
        public final Optional<ProgramBlock> block;

        Statement(String text, int from, boolean isText, Optional<ProgramBlock> block) {
            this.text = text;
            this.call = text;
            this.from = from;
            this.isText = isText;
            this.block = block;
        }
    }

    private static final Pattern FAILED = Pattern.compile(
            "(?i)\\bif\\W{0,9}(?:!|(?<=\\W)not\\b)|-not(?:match|in|contains)\\b|\\bunless\\b|\\bnot\\s{1,5}in\\b");

    private static final Pattern REMARK = Pattern.compile(
            "(?i)\\s{0,200}(?:(?:console|logging|logger)\\.\\w{1,20}|core\\.(?:info|notice|warning|debug|error)|print|puts|Write-(?:Host|Output|Warning|Verbose))\\b(?![^\\n]{0,300}>)");

    public final Kind kind;
    /** What stands before its statements. */
    public final String head;
    /** What stands for what it returns: the name of a function, or of what a call makes by one; empty where nothing does. */
    final String name;
    /** The names of what it is given; those that are taken out of one object stand in one text, with blanks between them. */
    public final List<String> parameters;
    /** Whether it is one expression, which is what it brings. */
    final boolean isValue;

    final List<Statement> statements = new ArrayList<>();
    /** Where its statements begin and end. */
    int from;

    int to;

    ProgramBlock(Kind kind, String head, String name, List<String> parameters, boolean isValue) {
        this.kind = kind;
        this.head = head;
        this.name = name;
        this.parameters = new ArrayList<>(parameters);
        this.isValue = isValue;
    }

    /** Whether what stands before it only chooses it, of others. */
    public boolean chooses() {
        return kind == Kind.IF || kind == Kind.ELSE_IF || kind == Kind.CHOICE;
    }

    /** Whether a test that fails leads to it, and all that it does is to print. */
    boolean onlySays() {
        return kind == Kind.IF
                && FAILED.matcher(head).find()
                && !statements.isEmpty()
                && statements.stream()
                        .allMatch(each -> each.isText
                                || each.isContinued
                                || REMARK.matcher(each.text).lookingAt());
    }

    /** Whether what the line sets that begins it is its own, too, and not what stands around it. */
    boolean isNamedWithin() {
        return !name.isEmpty() || kind == Kind.LOOP || kind == Kind.CATCH || kind == Kind.FUNCTION;
    }
}
