package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a script: lists, pipelines and simple commands with their redirections. {@link ShellClauses} reads what begins with a
 * reserved word. What no shell would take is noted and read on behind, so that nothing hides behind a mistake.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
public final class ShellParser implements ShellStatements {

    private static final List<String> LIST_OPERATORS = List.of("&&", "||");
    private static final List<String> PIPES = List.of("|&", "|");
    /** Reserved words that end what others begin. */
    private static final Set<String> ENDS = Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}", "]]");

    private final ShellCursor cursor;
    private final boolean isPosix;
    private final ShellWords words;
    private final ShellRedirections redirections;
    private final ShellClauses clauses;

    private ShellParser(String script, boolean isPosix) {
        this.isPosix = isPosix;
        cursor = new ShellCursor(script);
        words = new ShellWords(cursor, isPosix, this);
        redirections = new ShellRedirections(cursor, words);
        clauses = new ShellClauses(cursor, words, this);
    }

    /**
     * What a script holds.
     *
     * @param isValid whether sh, bash or mksh would take it
     * @param isWhole whether all of it was read, for it is not deeper than can be
     */
    public record Parsed(List<ShellNode.Statement> statements, boolean isValid, boolean isWhole) {
        public Parsed {
            statements = List.copyOf(statements);
        }
    }

    /** A script of sh, bash or mksh. */
    public static Parsed parse(String script) {
        return parse(script, true);
    }

    /**
     * A script of a shell that has commands, words, pipes and groups in parentheses.
     *
     * @param isPosix whether it has clauses and functions as sh has them as well
     */
    static Parsed parse(String script, boolean isPosix) {
        ShellParser parser = new ShellParser(script, isPosix);
        List<ShellNode.Statement> statements = parser.until("");
        boolean isValid = parser.cursor.isValid() && !parser.redirections.areOpen();
        return new Parsed(statements, isValid, parser.cursor.isWhole());
    }

    @Override
    public List<ShellNode.Statement> until(String closing) {
        List<ShellNode.Statement> all = statements();
        while (!cursor.isAtEnd() && (closing.isEmpty() || !cursor.isAhead(closing))) {
            // An end of what nothing began.
            cursor.fault();
            cursor.skip(Math.max(1, reserved().length()));
            all.addAll(statements());
        }
        cursor.expect(closing);
        return all;
    }

    @Override
    public List<ShellNode.Statement> statements() {
        List<ShellNode.Statement> statements = new ArrayList<>();
        cursor.enter();
        while (true) {
            skipLines();
            if (isEnd()) {
                cursor.leave();
                return statements;
            }
            int start = cursor.offset();
            statements.add(list());
            cursor.skipBlanks();
            if (isCaseEnd()) {
                continue;
            }
            boolean ended = cursor.take(";") || cursor.take("&");
            if (!ended && !cursor.isAtEnd() && "\n)#".indexOf(cursor.peek()) < 0) {
                cursor.fault();
                cursor.skip(cursor.offset() == start ? 1 : 0);
            }
        }
    }

    private boolean isEnd() {
        return cursor.isAtEnd() || cursor.peek() == ')' || (isPosix && (isCaseEnd() || ENDS.contains(reserved())));
    }

    private boolean isCaseEnd() {
        return isPosix && (cursor.isAhead(";;") || cursor.isAhead(";&"));
    }

    @Override
    public void skipLines() {
        while (true) {
            cursor.skipBlanks();
            if (cursor.peek() == '#') {
                cursor.line();
            } else if (cursor.peek() == '\n') {
                cursor.next();
                redirections.readDocuments();
            } else {
                return;
            }
        }
    }

    @Override
    public String reserved() {
        int length = 0;
        while (!ShellWords.isMetacharacter(cursor.peek(length))) {
            if (length == ShellClauses.LONGEST || "'\"`$\\".indexOf(cursor.peek(length)) >= 0) {
                return "";
            }
            length++;
        }
        return cursor.ahead(length);
    }

    /** Pipelines with {@code &&} and {@code ||} between them. */
    private ShellNode.Statement list() {
        List<ShellNode.Statement> pipelines = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        pipelines.add(pipeline());
        while (takes(LIST_OPERATORS, operators)) {
            pipelines.add(pipeline());
        }
        return chain(pipelines, operators);
    }

    @Override
    public ShellNode.Statement pipeline() {
        boolean isNegated = reserved().equals("!");
        if (isNegated) {
            cursor.next();
            cursor.skipBlanks();
        }
        List<ShellNode.Statement> commands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        commands.add(command());
        while (!cursor.isAhead("||") && takes(PIPES, operators)) {
            commands.add(command());
        }
        ShellNode.Statement pipeline = chain(commands, operators);
        return isNegated ? new ShellNode.Statement(pipeline.command(), pipeline.redirections(), true) : pipeline;
    }

    private boolean takes(List<String> wanted, List<String> taken) {
        for (String operator : wanted) {
            if (cursor.take(operator)) {
                taken.add(operator);
                skipLines();
                return true;
            }
        }
        return false;
    }

    private static ShellNode.Statement chain(List<ShellNode.Statement> statements, List<String> operators) {
        return operators.isEmpty()
                ? statements.get(0)
                : new ShellNode.Statement(Optional.of(new ShellNode.Chain(statements, operators)), List.of(), false);
    }

    @Override
    public ShellNode.Statement command() {
        cursor.enter();
        List<ShellNode.Redirection> redirected = new ArrayList<>();
        redirections.readAll(redirected);
        Optional<ShellNode.Command> command =
                isPosix || cursor.peek() == '(' ? clauses.read(reserved()) : Optional.empty();
        if (command.isEmpty()) {
            command = call(redirected);
        }
        redirections.readAll(redirected);
        cursor.leave();
        if (command.isEmpty() && redirected.isEmpty()) {
            cursor.fault();
        }
        return new ShellNode.Statement(command, redirected, false);
    }

    /** A program with its arguments, or a function; redirections may stand among them. */
    private Optional<ShellNode.Command> call(List<ShellNode.Redirection> redirected) {
        List<ShellNode.Assignment> assigned = new ArrayList<>();
        List<ShellNode.Word> arguments = new ArrayList<>();
        List<ShellNode.Assignment> declared = new ArrayList<>();
        while (true) {
            redirections.readAll(redirected);
            if (arguments.isEmpty() && clauses.isAssignment()) {
                assigned.add(clauses.assignment());
            } else if (isPosix && isDeclaration(arguments) && clauses.isAssignment()) {
                ShellNode.Assignment assignment = clauses.assignment();
                declared.add(assignment);
                arguments.add(ShellClauses.declared(assignment));
            } else if (words.isAhead()) {
                arguments.add(words.word());
            } else if (isPosix && arguments.size() == 1 && assigned.isEmpty() && clauses.isFunction()) {
                return Optional.of(clauses.function(arguments.get(0).text()));
            } else {
                break;
            }
        }
        return assigned.isEmpty() && arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(new ShellNode.Call(assigned, arguments, declared));
    }

    private static boolean isDeclaration(List<ShellNode.Word> words) {
        return !words.isEmpty()
                && ShellClauses.DECLARATIONS.contains(words.get(0).text());
    }
}
