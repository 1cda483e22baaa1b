package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads compound commands, which begin with a reserved word or a parenthesis, assignments and functions. */
final class ShellClauses {

    private static final Set<String> MISPLACED = Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}", "]]");
    private static final Set<String> DECLARATIONS =
            Set.of("declare", "local", "export", "readonly", "typeset", "nameref", "let");

    private final ShellCursor cursor;
    private final ShellWords words;
    private final ShellParser parser;

    ShellClauses(ShellCursor cursor, ShellWords words, ShellParser parser) {
        this.cursor = cursor;
        this.words = words;
        this.parser = parser;
    }

    /**
     * The clause that begins with that word; empty where none does.
     *
     * @param word the word ahead, empty where it is none of plain text
     */
    Optional<ShellNode.Command> read(String word) throws ShellSyntaxException {
        if (cursor.peek() == '(') {
            return Optional.of(parenthesized());
        }
        if (MISPLACED.contains(word)) {
            throw new ShellSyntaxException(word + " begins nothing");
        }
        if (DECLARATIONS.contains(word)) {
            return Optional.of(declaration());
        }
        ShellNode.Command command = switch (word) {
            case "{" -> {
                cursor.next();
                yield compound(List.of(), block("}"));
            }
            case "if" -> conditional();
            case "while", "until" -> {
                cursor.expect(word);
                yield loop(List.of(), block("do"));
            }
            case "for", "select" -> iteration(word);
            case "case" -> choice();
            case "[[" -> test();
            case "function" -> {
                cursor.expect(word);
                cursor.skipBlanks();
                words.word();
                yield function();
            }
            case "time", "coproc" -> prefixed(word);
            default -> null;
        };
        return Optional.ofNullable(command);
    }

    private static ShellNode.Compound compound(List<ShellNode.Word> words, List<ShellNode.Statement> statements) {
        return new ShellNode.Compound(words, statements);
    }

    /** Statements up to a reserved word, which is taken. */
    private List<ShellNode.Statement> block(String end) throws ShellSyntaxException {
        List<ShellNode.Statement> statements = parser.statements(Set.of(end));
        cursor.expect(end);
        return statements;
    }

    private ShellNode.Command parenthesized() throws ShellSyntaxException {
        cursor.next();
        int start = cursor.at();
        if (cursor.peek() == '(') {
            cursor.next();
            try {
                List<ShellNode.Part> expression = words.nested(')');
                if (cursor.take(")")) {
                    return compound(List.of(new ShellNode.Word(expression)), List.of());
                }
            } catch (ShellSyntaxException e) {
                // Silent: then it is a group within a group, or nothing.
            }
            cursor.moveTo(start);
        }
        return compound(List.of(), parser.until(")"));
    }

    private ShellNode.Command conditional() throws ShellSyntaxException {
        List<ShellNode.Statement> all = new ArrayList<>();
        String word = "if";
        while (!word.equals("fi")) {
            cursor.expect(word);
            if (!word.equals("else")) {
                all.addAll(block("then"));
            }
            all.addAll(parser.statements(Set.of("elif", "else", "fi")));
            word = parser.reserved();
        }
        cursor.expect("fi");
        return compound(List.of(), all);
    }

    private ShellNode.Command loop(List<ShellNode.Word> over, List<ShellNode.Statement> condition)
            throws ShellSyntaxException {
        List<ShellNode.Statement> all = new ArrayList<>(condition);
        all.addAll(block("done"));
        return compound(over, all);
    }

    private ShellNode.Command iteration(String word) throws ShellSyntaxException {
        cursor.expect(word);
        cursor.skipBlanks();
        List<ShellNode.Word> over = new ArrayList<>();
        if (cursor.take("((")) {
            over.add(new ShellNode.Word(words.nested(')')));
            cursor.expect(")");
        } else {
            words.word();
            parser.skipLines();
            if (parser.reserved().equals("in")) {
                cursor.expect("in");
                cursor.skipBlanks();
                while (words.isAhead() && cursor.peek() != '#') {
                    over.add(words.word());
                    cursor.skipBlanks();
                }
            }
        }
        cursor.skipBlanks();
        cursor.take(";");
        parser.skipLines();
        if (parser.reserved().equals("{")) {
            cursor.next();
            return compound(over, block("}"));
        }
        cursor.expect("do");
        return loop(over, List.of());
    }

    private ShellNode.Command choice() throws ShellSyntaxException {
        cursor.expect("case");
        cursor.skipBlanks();
        List<ShellNode.Word> all = new ArrayList<>(List.of(words.word()));
        List<ShellNode.Statement> statements = new ArrayList<>();
        parser.skipLines();
        cursor.expect("in");
        parser.skipLines();
        while (!parser.reserved().equals("esac")) {
            cursor.take("(");
            do {
                cursor.skipBlanks();
                all.add(words.word());
                cursor.skipBlanks();
            } while (cursor.take("|"));
            cursor.expect(")");
            statements.addAll(parser.statements(Set.of("esac")));
            boolean next = cursor.take(";;&") || cursor.take(";;") || cursor.take(";&");
            parser.skipLines();
            if (!next && !parser.reserved().equals("esac")) {
                throw new ShellSyntaxException("there is no esac");
            }
        }
        cursor.expect("esac");
        return compound(all, statements);
    }

    /** Between {@code [[} and {@code ]]}: words with operators between them. */
    private ShellNode.Command test() throws ShellSyntaxException {
        List<ShellNode.Word> all = new ArrayList<>();
        while (!parser.reserved().equals("]]")) {
            if (words.isAhead()) {
                all.add(words.word());
            } else {
                cursor.next();
            }
            parser.skipLines();
        }
        cursor.skip(2);
        return compound(all, List.of());
    }

    private ShellNode.Command declaration() throws ShellSyntaxException {
        List<ShellNode.Word> all = new ArrayList<>();
        while (words.isAhead() && cursor.peek() != '#') {
            all.add(isAssignment() ? assignment() : words.word());
            cursor.skipBlanks();
        }
        return compound(all, List.of());
    }

    private ShellNode.Command prefixed(String word) throws ShellSyntaxException {
        cursor.expect(word);
        cursor.skipBlanks();
        if (parser.reserved().equals("-p")) {
            cursor.skip(2);
            cursor.skipBlanks();
        }
        boolean bare = cursor.isAtEnd() || "\n;&)".indexOf(cursor.peek()) >= 0;
        return compound(List.of(), bare ? List.of() : List.of(parser.pipeline()));
    }

    /** A function from behind its name on. */
    ShellNode.Command function() throws ShellSyntaxException {
        cursor.skipBlanks();
        if (cursor.take("(")) {
            cursor.skipBlanks();
            cursor.expect(")");
        }
        parser.skipLines();
        return compound(List.of(), List.of(parser.command()));
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

    /** The word of an assignment; of an array, all of its values' parts. */
    ShellNode.Word assignment() throws ShellSyntaxException {
        while (cursor.next() != '=') {
            // The name is not asked for.
        }
        if (!cursor.take("(")) {
            return words.word();
        }
        List<ShellNode.Part> parts = new ArrayList<>();
        parser.skipLines();
        while (words.isAhead()) {
            parts.addAll(words.word().parts());
            parser.skipLines();
        }
        cursor.expect(")");
        return new ShellNode.Word(parts);
    }
}
