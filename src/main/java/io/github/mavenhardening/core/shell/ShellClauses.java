package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads compound commands, which begin with a reserved word or a parenthesis, assignments and functions. */
final class ShellClauses {

    /** Programs whose arguments may be assignments of arrays. */
    static final Set<String> DECLARATIONS =
            Set.of("declare", "local", "export", "readonly", "typeset", "nameref", "let");

    private static final Set<String> CONDITIONS = Set.of("if", "elif", "else");

    /** How many characters the longest reserved word has. */
    static final int LONGEST = 8;

    private final ShellCursor cursor;
    private final ShellWords words;
    private final ShellStatements inner;

    ShellClauses(ShellCursor cursor, ShellWords words, ShellStatements inner) {
        this.cursor = cursor;
        this.words = words;
        this.inner = inner;
    }

    /**
     * The clause that begins with that word; empty where none does.
     *
     * @param word the word ahead, empty where it is none of plain text
     */
    Optional<ShellNode.Command> read(String word) {
        if (cursor.peek() == '(') {
            return Optional.of(parenthesized());
        }
        ShellNode.Command command = switch (word) {
            case "{" -> {
                cursor.next();
                yield group(block("}"));
            }
            case "if" -> conditional();
            case "while", "until" -> {
                cursor.expect(word);
                yield loop(word, block("do"));
            }
            case "for", "select" -> iteration(word);
            case "case" -> choice();
            case "[[" -> test();
            case "function" -> {
                cursor.expect(word);
                cursor.skipBlanks();
                yield function(words.word().text());
            }
            case "time", "coproc" -> isProgram() ? null : prefixed(word);
            default -> null;
        };
        return Optional.ofNullable(command);
    }

    private static ShellCompound.Block group(List<ShellNode.Statement> statements) {
        return new ShellCompound.Block(List.of(), statements, Optional.empty(), "");
    }

    /** Statements up to a reserved word, which is taken. */
    private List<ShellNode.Statement> block(String end) {
        List<ShellNode.Statement> statements = inner.statements();
        cursor.expect(end);
        return statements;
    }

    private ShellNode.Command parenthesized() {
        return cursor.isAhead("((") ? cursor.either(this::arithmetic, this::group) : group();
    }

    private ShellCompound.Block arithmetic() {
        cursor.skip("((".length());
        ShellNode.Word expression = expression();
        cursor.expect(")");
        return new ShellCompound.Block(List.of(expression), List.of(), Optional.empty(), "((");
    }

    private ShellNode.Word expression() {
        int from = cursor.offset();
        return new ShellNode.Word(words.nested(')'), from, cursor.offset());
    }

    private ShellCompound.Block group() {
        cursor.next();
        return new ShellCompound.Block(List.of(), inner.until(")"), Optional.empty(), "(");
    }

    private ShellNode.Command conditional() {
        List<ShellCompound.Branch> branches = new ArrayList<>();
        String word = "if";
        while (CONDITIONS.contains(word)) {
            cursor.expect(word);
            List<ShellNode.Statement> condition = word.equals("else") ? List.of() : block("then");
            branches.add(new ShellCompound.Branch(condition, inner.statements()));
            word = inner.reserved();
        }
        cursor.expect("fi");
        return new ShellCompound.Conditional("if", branches);
    }

    private ShellNode.Command loop(String word, List<ShellNode.Statement> condition) {
        return new ShellCompound.Conditional(word, List.of(new ShellCompound.Branch(condition, block("done"))));
    }

    private ShellNode.Command iteration(String word) {
        cursor.expect(word);
        cursor.skipBlanks();
        List<ShellNode.Word> over = new ArrayList<>();
        Optional<String> variable = Optional.empty();
        if (cursor.take("((")) {
            over.add(expression());
            cursor.expect(")");
        } else {
            variable = Optional.of(words.word().text());
            inner.skipLines();
            if (inner.reserved().equals("in")) {
                cursor.expect("in");
                cursor.skipBlanks();
                while (words.isAhead()) {
                    over.add(words.word());
                    cursor.skipBlanks();
                }
            }
        }
        cursor.skipBlanks();
        cursor.take(";");
        inner.skipLines();
        if (inner.reserved().equals("{")) {
            cursor.next();
            return new ShellCompound.Block(over, block("}"), variable, "");
        }
        cursor.expect("do");
        return new ShellCompound.Block(over, block("done"), variable, "");
    }

    private ShellNode.Command choice() {
        cursor.expect("case");
        cursor.skipBlanks();
        ShellNode.Word value = words.word();
        List<ShellCompound.Arm> arms = new ArrayList<>();
        inner.skipLines();
        cursor.expect("in");
        inner.skipLines();
        String end = ";;";
        while (!end.isEmpty() && !cursor.isAtEnd() && !inner.reserved().equals("esac")) {
            List<ShellNode.Word> patterns = new ArrayList<>();
            cursor.take("(");
            do {
                cursor.skipBlanks();
                patterns.add(words.word());
                cursor.skipBlanks();
            } while (cursor.take("|"));
            cursor.expect(")");
            List<ShellNode.Statement> statements = inner.statements();
            end = cursor.take(";;&") ? ";;&" : cursor.take(";;") ? ";;" : cursor.take(";&") ? ";&" : "";
            arms.add(new ShellCompound.Arm(patterns, statements, end));
            inner.skipLines();
        }
        cursor.expect("esac");
        return new ShellCompound.Choice(value, arms);
    }

    /** From {@code [[} up to {@code ]]}: words, operators and parentheses, each as a word. */
    private ShellNode.Command test() {
        List<ShellNode.Word> all = new ArrayList<>();
        boolean isPattern = false;
        while (!cursor.isAtEnd() && cursor.peek() != ';' && !inner.reserved().equals("]]")) {
            ShellNode.Word word = isPattern ? words.pattern() : words.isAhead() ? words.word() : operator();
            isPattern = word.text().equals("=~");
            all.add(word);
            inner.skipLines();
        }
        cursor.expect("]]");
        return new ShellCompound.Block(all, List.of(), Optional.empty(), "[[");
    }

    private ShellNode.Word operator() {
        int from = cursor.offset();
        cursor.skip(cursor.isAhead("&&") || cursor.isAhead("||") ? 2 : 1);
        return new ShellNode.Word(List.of(new ShellNode.Literal(cursor.since(from))), from, cursor.offset());
    }

    /** Whether {@code time} has options that only the program of that name knows. */
    private boolean isProgram() {
        return cursor.isAhead("time -") && !cursor.isAhead("time -p");
    }

    private ShellNode.Command prefixed(String word) {
        cursor.expect(word);
        cursor.skipBlanks();
        if (inner.reserved().equals("-p")) {
            cursor.skip(2);
            cursor.skipBlanks();
        }
        boolean bare = cursor.isAtEnd() || "\n;&)".indexOf(cursor.peek()) >= 0;
        return group(bare ? List.of() : List.of(inner.pipeline()));
    }

    /** Whether the parentheses are ahead that make a function of the name before them. */
    boolean isFunction() {
        int length = 1;
        while (cursor.peek(length) == ' ' || cursor.peek(length) == '\t') {
            length++;
        }
        return cursor.peek() == '(' && cursor.peek(length) == ')';
    }

    /** A function from behind its name on. */
    ShellNode.Command function(String name) {
        cursor.skipBlanks();
        if (cursor.take("(")) {
            cursor.skipBlanks();
            cursor.expect(")");
        }
        inner.skipLines();
        return new ShellCompound.Function(name, inner.command());
    }

    /** Whether {@code name=}, {@code name+=} or {@code name[…]=} is ahead. */
    boolean isAssignment() {
        int length = 0;
        while (ShellWords.isNamePart(cursor.peek(length))) {
            length++;
        }
        char first = cursor.peek();
        if (length == 0 || (first >= '0' && first <= '9')) {
            return false;
        }
        if (cursor.peek(length) == '[') {
            while (cursor.peek(length) != ']') {
                if (" \n\t".indexOf(cursor.peek(length)) >= 0 || cursor.peek(length) == ShellCursor.END) {
                    return false;
                }
                length++;
            }
            length++;
        }
        return cursor.peek(length) == '=' || (cursor.peek(length) == '+' && cursor.peek(length + 1) == '=');
    }

    /** The assignment here. */
    ShellNode.Assignment assignment() {
        int from = cursor.offset();
        while (!cursor.isAtEnd() && cursor.peek() != '=') {
            cursor.next();
        }
        String name = cursor.since(from);
        cursor.next();
        boolean adds = name.endsWith("+");
        String variable = adds ? name.substring(0, name.length() - 1) : name;
        int valueFrom = cursor.offset();
        if (!cursor.take("(")) {
            return new ShellNode.Assignment(variable, adds, words.word(), Optional.empty(), from);
        }
        List<ShellNode.Word> all = new ArrayList<>();
        List<ShellNode.Part> parts = new ArrayList<>();
        inner.skipLines();
        while (words.isAhead()) {
            ShellNode.Word word = words.word();
            all.add(word);
            parts.addAll(word.parts());
            inner.skipLines();
        }
        cursor.expect(")");
        ShellNode.Word value = new ShellNode.Word(parts, valueFrom, cursor.offset());
        return new ShellNode.Assignment(variable, adds, value, Optional.of(List.copyOf(all)), from);
    }

    /** An assignment as a declaration's argument. */
    static ShellNode.Word declared(ShellNode.Assignment assignment) {
        List<ShellNode.Part> parts = new ArrayList<>();
        parts.add(new ShellNode.Literal(assignment.name() + "="));
        parts.addAll(assignment.value().parts());
        return new ShellNode.Word(parts, assignment.from(), assignment.value().to());
    }
}
