package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads words.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
final class ShellWords {

    private static final String METACHARACTERS = " \t\n;&|<>()";
    private static final String SPECIAL_PARAMETERS = "@*#?$!-0123456789";
    private static final String GLOB_OPERATORS = "?*+@!";

    private final ShellCursor cursor;
    private final ShellParser parser;

    ShellWords(ShellCursor cursor, ShellParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    static boolean isMetacharacter(char c) {
        return c == ShellCursor.END || METACHARACTERS.indexOf(c) >= 0;
    }

    /** Whether a word begins here. */
    boolean isAhead() {
        return !isMetacharacter(cursor.peek()) || isProcessSubstitution();
    }

    private boolean isProcessSubstitution() {
        return cursor.isAhead("<(") || cursor.isAhead(">(");
    }

    /** The word here; without parts where there is none. */
    ShellNode.Word word() throws ShellSyntaxException {
        Parts parts = new Parts();
        while (true) {
            char c = cursor.peek();
            if (isProcessSubstitution()) {
                String opening = c == '<' ? "<(" : ">(";
                cursor.skip(2);
                parts.add(new ShellNode.Substitution(opening, parser.until(")")));
            } else if (isMetacharacter(c)) {
                return new ShellNode.Word(parts.all());
            } else if (c == '\'') {
                parts.add(singleQuoted());
            } else if (c == '"') {
                parts.add(doubleQuoted());
            } else if (c == '$' && (cursor.peek(1) == '"' || cursor.peek(1) == '\'')) {
                cursor.next();
                parts.add(cursor.peek() == '"' ? doubleQuoted() : dollarQuoted());
            } else if (cursor.peek(1) == '(' && GLOB_OPERATORS.indexOf(c) >= 0) {
                cursor.skip(2);
                parts.add(new ShellNode.Unknown(nested(')')));
            } else {
                shared(parts);
            }
        }
    }

    /** What means the same within double quotes and without. */
    private void shared(Parts parts) throws ShellSyntaxException {
        char c = cursor.peek();
        if (c == '\\') {
            escaped(parts);
        } else if (c == '$') {
            dollar(parts);
        } else if (c == '`') {
            parts.add(backquoted());
        } else {
            parts.text(cursor.next());
        }
    }

    private void escaped(Parts parts) throws ShellSyntaxException {
        cursor.next();
        if (cursor.peek() == '\n') {
            cursor.next();
        } else {
            parts.text('\\');
            if (!cursor.isAtEnd()) {
                parts.text(cursor.next());
            }
        }
    }

    private ShellNode.SingleQuoted singleQuoted() throws ShellSyntaxException {
        cursor.next();
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != '\'' || cursor.isAtEnd()) {
            text.append(cursor.next());
        }
        cursor.next();
        return new ShellNode.SingleQuoted(text.toString());
    }

    private ShellNode.SingleQuoted dollarQuoted() throws ShellSyntaxException {
        cursor.next();
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != '\'' || cursor.isAtEnd()) {
            char c = cursor.next();
            text.append(c);
            if (c == '\\') {
                text.append(cursor.next());
            }
        }
        cursor.next();
        return new ShellNode.SingleQuoted(text.toString());
    }

    private ShellNode.DoubleQuoted doubleQuoted() throws ShellSyntaxException {
        cursor.next();
        Parts parts = new Parts();
        cursor.enter();
        while (cursor.peek() != '"') {
            shared(parts);
        }
        cursor.leave();
        cursor.next();
        return new ShellNode.DoubleQuoted(parts.all());
    }

    /** What a here document holds whose delimiter is not quoted: all up to the end, as between double quotes. */
    ShellNode.Word hereDocument() throws ShellSyntaxException {
        Parts parts = new Parts();
        while (!cursor.isAtEnd()) {
            shared(parts);
        }
        return new ShellNode.Word(parts.all());
    }

    private void dollar(Parts parts) throws ShellSyntaxException {
        char next = cursor.peek(1);
        if (next == '(') {
            cursor.skip(2);
            parts.add(parenthesized());
        } else if (next == '{' || next == '[') {
            cursor.skip(2);
            parts.add(new ShellNode.Unknown(nested(next == '{' ? '}' : ']')));
        } else if (SPECIAL_PARAMETERS.indexOf(next) >= 0) {
            cursor.skip(2);
            parts.add(new ShellNode.Unknown(List.of()));
        } else if (isNamePart(next)) {
            cursor.next();
            while (isNamePart(cursor.peek())) {
                cursor.next();
            }
            parts.add(new ShellNode.Unknown(List.of()));
        } else {
            // A dollar that begins nothing is a part of its own.
            parts.add(new ShellNode.Literal(String.valueOf(cursor.next())));
        }
    }

    static boolean isNamePart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Behind {@code $(}: an expression between two pairs of parentheses, or statements. */
    private ShellNode.Part parenthesized() throws ShellSyntaxException {
        int start = cursor.at();
        if (cursor.peek() == '(') {
            cursor.next();
            try {
                List<ShellNode.Part> expression = nested(')');
                if (cursor.take(")")) {
                    return new ShellNode.Unknown(expression);
                }
            } catch (ShellSyntaxException e) {
                // Silent: then it is a group of statements, or nothing.
            }
            cursor.moveTo(start);
        }
        return new ShellNode.Substitution("$(", parser.until(")"));
    }

    /** The parts up to a closing bracket, which is taken; brackets of its kind are balanced. */
    List<ShellNode.Part> nested(char closing) throws ShellSyntaxException {
        char opening = closing == ')' ? '(' : closing == ']' ? '[' : ShellCursor.END;
        Parts parts = new Parts();
        cursor.enter();
        int open = 1;
        while (true) {
            char c = cursor.peek();
            if (c == closing && !cursor.isAtEnd()) {
                cursor.next();
                if (--open == 0) {
                    break;
                }
            } else if (c == opening && !cursor.isAtEnd()) {
                cursor.next();
                open++;
            } else if (c == '\'' && closing != '}') {
                parts.add(singleQuoted());
            } else if (c == '"') {
                parts.add(doubleQuoted());
            } else {
                shared(parts);
            }
        }
        cursor.leave();
        return parts.all();
    }

    private ShellNode.Substitution backquoted() throws ShellSyntaxException {
        cursor.next();
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != '`') {
            char c = cursor.next();
            if (c == '\\' && "\\`$".indexOf(cursor.peek()) >= 0) {
                c = cursor.next();
            }
            text.append(c);
        }
        cursor.next();
        cursor.enter();
        List<ShellNode.Statement> statements = ShellParser.parse(text.toString());
        cursor.leave();
        return new ShellNode.Substitution("`", statements);
    }

    /** The parts of a word; neighbouring text is one part. */
    private static final class Parts {

        private final List<ShellNode.Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        void text(char c) {
            text.append(c);
        }

        void add(ShellNode.Part part) {
            flush();
            parts.add(part);
        }

        List<ShellNode.Part> all() {
            flush();
            return parts;
        }

        private void flush() {
            if (text.length() > 0) {
                parts.add(new ShellNode.Literal(text.toString()));
                text.setLength(0);
            }
        }
    }
}
