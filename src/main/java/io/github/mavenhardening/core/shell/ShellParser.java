package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a script of sh, bash or mksh: lists, pipelines and simple commands with their redirections. {@link ShellClauses} reads
 * what begins with a reserved word.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
public final class ShellParser {

    private static final List<String> LIST_OPERATORS = List.of("&&", "||");
    private static final List<String> CASE_ENDS = List.of(";;", ";&");

    private final ShellCursor cursor;
    private final ShellWords words;
    private final ShellRedirections redirections;
    private final ShellClauses clauses;

    private ShellParser(String script) {
        cursor = new ShellCursor(script);
        words = new ShellWords(cursor, this);
        redirections = new ShellRedirections(cursor, words);
        clauses = new ShellClauses(cursor, words, this);
    }

    /** A script's statements. */
    public static List<ShellNode.Statement> parse(String script) throws ShellSyntaxException {
        ShellParser parser = new ShellParser(normalized(script));
        List<ShellNode.Statement> statements = parser.statements(Set.of());
        if (!parser.cursor.isAtEnd()) {
            throw new ShellSyntaxException("nothing can end here");
        }
        parser.redirections.close();
        return statements;
    }

    /** A here document's content, as between double quotes. */
    static ShellNode.Word parseHereDocument(String content) throws ShellSyntaxException {
        return new ShellParser(content).words.hereDocument();
    }

    private static String normalized(String script) {
        return script.replace("\0", "").replace("\r\n", "\n");
    }

    /** The statements up to a closing text, which is taken. */
    List<ShellNode.Statement> until(String closing) throws ShellSyntaxException {
        List<ShellNode.Statement> statements = statements(Set.of());
        cursor.expect(closing);
        return statements;
    }

    /** The statements up to one of those reserved words, the end of a group or case, or the end of all; that is not taken. */
    List<ShellNode.Statement> statements(Set<String> stops) throws ShellSyntaxException {
        List<ShellNode.Statement> statements = new ArrayList<>();
        cursor.enter();
        while (true) {
            skipLines();
            if (cursor.isAtEnd() || cursor.peek() == ')' || isCaseEnd() || stops.contains(reserved())) {
                cursor.leave();
                return statements;
            }
            statements.add(statement());
            cursor.skipBlanks();
            if (isCaseEnd()) {
                continue;
            }
            boolean ended = cursor.take(";") || (!cursor.isAhead("&&") && cursor.take("&"));
            if (!ended && !cursor.isAtEnd() && "\n)#".indexOf(cursor.peek()) < 0) {
                throw new ShellSyntaxException("statements must be apart");
            }
        }
    }

    private boolean isCaseEnd() {
        return isAnyAhead(CASE_ENDS);
    }

    private boolean isAnyAhead(List<String> texts) {
        for (String text : texts) {
            if (cursor.isAhead(text)) {
                return true;
            }
        }
        return false;
    }

    /** Skips blanks, comments and ends of lines; here documents follow the latter. */
    void skipLines() throws ShellSyntaxException {
        while (true) {
            cursor.skipBlanks();
            if (cursor.peek() == '#') {
                cursor.line();
            } else if (cursor.peek() == '\n') {
                cursor.next();
                redirections.readHereDocuments();
            } else {
                return;
            }
        }
    }

    /** The word ahead if it consists of plain text alone, as reserved words do; else empty. */
    String reserved() {
        int length = 0;
        while (!ShellWords.isMetacharacter(cursor.peek(length))) {
            if ("'\"`$\\".indexOf(cursor.peek(length)) >= 0) {
                return "";
            }
            length++;
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(cursor.peek(i));
        }
        return word.toString();
    }

    /** Pipelines with {@code &&} and {@code ||} between them. */
    private ShellNode.Statement statement() throws ShellSyntaxException {
        ShellNode.Statement statement = pipeline();
        cursor.skipBlanks();
        while (isAnyAhead(LIST_OPERATORS)) {
            statement = binary(cursor.isAhead("&&") ? "&&" : "||", statement);
        }
        return statement;
    }

    private ShellNode.Statement binary(String operator, ShellNode.Statement left) throws ShellSyntaxException {
        cursor.expect(operator);
        skipLines();
        ShellNode.Statement right = pipeline();
        cursor.skipBlanks();
        return of(new ShellNode.Binary(operator, left, right));
    }

    /** Commands with {@code |} between them. */
    ShellNode.Statement pipeline() throws ShellSyntaxException {
        if (reserved().equals("!")) {
            cursor.next();
            cursor.skipBlanks();
        }
        ShellNode.Statement statement = command();
        cursor.skipBlanks();
        while (cursor.peek() == '|' && !cursor.isAhead("||")) {
            String operator = cursor.isAhead("|&") ? "|&" : "|";
            cursor.expect(operator);
            skipLines();
            statement = of(new ShellNode.Binary(operator, statement, command()));
            cursor.skipBlanks();
        }
        return statement;
    }

    private static ShellNode.Statement of(ShellNode.Command command) {
        return new ShellNode.Statement(Optional.of(command), List.of());
    }

    /** One command with the redirections around it. */
    ShellNode.Statement command() throws ShellSyntaxException {
        cursor.enter();
        List<ShellNode.Redirection> redirected = new ArrayList<>();
        redirections.readAll(redirected);
        Optional<ShellNode.Command> command = clauses.read(reserved());
        if (command.isEmpty()) {
            command = call(redirected);
        }
        redirections.readAll(redirected);
        cursor.leave();
        if (command.isEmpty() && redirected.isEmpty()) {
            throw new ShellSyntaxException("there is no command");
        }
        return new ShellNode.Statement(command, redirected);
    }

    /** A program with its arguments, or a function; redirections may stand among them. */
    private Optional<ShellNode.Command> call(List<ShellNode.Redirection> redirected) throws ShellSyntaxException {
        List<ShellNode.Word> assigned = new ArrayList<>();
        List<ShellNode.Word> arguments = new ArrayList<>();
        while (true) {
            redirections.readAll(redirected);
            if (arguments.isEmpty() && clauses.isAssignment()) {
                assigned.add(clauses.assignment());
            } else if (words.isAhead() && !(cursor.peek() == '#' && !cursor.isAtEnd())) {
                arguments.add(words.word());
            } else if (cursor.peek() == '(' && arguments.size() == 1 && assigned.isEmpty()) {
                return Optional.of(clauses.function());
            } else {
                break;
            }
        }
        return assigned.isEmpty() && arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(new ShellNode.Call(assigned, arguments));
    }
}
