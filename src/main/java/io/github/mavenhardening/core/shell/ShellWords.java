package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads words.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
final class ShellWords {

    private static final String METACHARACTERS = " \t\r\n;&|<>()";
    private static final String SPECIAL_PARAMETERS = "@*#?$!-0123456789";
    private static final String GLOB_OPERATORS = "?*+@!";

    private final ShellCursor cursor;
    private final boolean isPosix;
    /** Reads statements up to a closing text, which is taken; up to the end where that is empty. */
    private final ShellStatements statements;

    ShellWords(ShellCursor cursor, boolean isPosix, ShellStatements statements) {
        this.cursor = cursor;
        this.isPosix = isPosix;
        this.statements = statements;
    }

    static boolean isMetacharacter(char c) {
        return c == ShellCursor.END || METACHARACTERS.indexOf(c) >= 0;
    }

    /** Whether a word begins here. */
    boolean isAhead() {
        return cursor.peek() != '#' && (!isMetacharacter(cursor.peek()) || isFile());
    }

    private boolean isFile() {
        return cursor.isAhead("<(") || cursor.isAhead(">(");
    }

    /** The word here; without parts where there is none. */
    ShellNode.Word word() {
        int from = cursor.offset();
        return new ShellNode.Word(parts(), from, cursor.offset());
    }

    /** The regular expression here, up to a blank outside of its parentheses. */
    ShellNode.Word pattern() {
        int from = cursor.offset();
        List<ShellNode.Part> parts = new ArrayList<>(parts());
        int open = 0;
        while (cursor.peek() == '('
                || cursor.peek() == '|'
                || (open > 0 && !cursor.isAtEnd() && cursor.peek() != '\n')) {
            char sign = cursor.next();
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            parts.add(new ShellNode.Literal(String.valueOf(sign)));
            parts.addAll(parts());
        }
        return new ShellNode.Word(parts, from, cursor.offset());
    }

    private List<ShellNode.Part> parts() {
        Parts parts = new Parts();
        while (true) {
            char c = cursor.peek();
            if (isMetacharacter(c)) {
                if (!isFile()) {
                    return parts.all();
                }
                parts.add(substitution());
            } else if (c == '\'') {
                parts.add(singleQuoted(false));
            } else if (c == '"') {
                parts.add(doubleQuoted());
            } else if (c == '$' && (cursor.peek(1) == '"' || cursor.peek(1) == '\'')) {
                cursor.next();
                parts.add(cursor.peek() == '"' ? doubleQuoted() : singleQuoted(true));
            } else if (isPosix && cursor.peek(1) == '(' && GLOB_OPERATORS.indexOf(c) >= 0) {
                parts.add(expansion(2, ')'));
            } else {
                shared(parts);
            }
        }
    }

    /** What means the same within double quotes and without. */
    private void shared(Parts parts) {
        char c = cursor.peek();
        if (c == '\\') {
            escaped(parts);
        } else if (c == '$') {
            dollar(parts);
        } else if (c == '`') {
            backquoted(parts);
        } else {
            parts.text(cursor.plain());
        }
    }

    private void escaped(Parts parts) {
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

    private ShellNode.SingleQuoted singleQuoted(boolean hasEscapes) {
        cursor.next();
        int from = cursor.offset();
        while (!cursor.isAtEnd() && cursor.peek() != '\'') {
            // An expression may hold quotes: it is gone before the shell comes.
            cursor.skip(Math.max(hasEscapes && cursor.peek() == '\\' ? 2 : 1, cursor.fence()));
        }
        String text = cursor.since(from);
        cursor.expect("'");
        return new ShellNode.SingleQuoted(text);
    }

    private ShellNode.DoubleQuoted doubleQuoted() {
        cursor.next();
        Parts parts = new Parts();
        cursor.enter();
        while (!cursor.isAtEnd() && cursor.peek() != '"') {
            shared(parts);
        }
        cursor.leave();
        cursor.expect("\"");
        return new ShellNode.DoubleQuoted(parts.all());
    }

    /** What a here-document holds whose name is not quoted: all up to the end, as between double quotes. */
    List<ShellNode.Part> document() {
        Parts parts = new Parts();
        while (!cursor.isAtEnd()) {
            shared(parts);
        }
        return parts.all();
    }

    private void dollar(Parts parts) {
        char next = cursor.peek(1);
        int fence = cursor.fence();
        if (fence > 0) {
            parts.add(expansion(fence));
        } else if (next == '(') {
            parts.add(
                    cursor.peek(2) == '('
                            ? cursor.<ShellNode.Part>either(this::arithmetic, this::substitution)
                            : substitution());
        } else if (next == '{' || next == '[') {
            parts.add(expansion(2, next == '{' ? '}' : ']'));
        } else if (SPECIAL_PARAMETERS.indexOf(next) >= 0) {
            parts.add(expansion(2));
        } else if (isNamePart(next)) {
            int length = 2;
            while (isNamePart(cursor.peek(length))) {
                length++;
            }
            parts.add(expansion(length));
        } else {
            // A dollar that begins nothing is a part of its own.
            parts.add(new ShellNode.Literal(String.valueOf(cursor.next())));
        }
    }

    static boolean isNamePart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private ShellNode.Expansion expansion(int length) {
        int from = cursor.offset();
        cursor.skip(length);
        return new ShellNode.Expansion(cursor.since(from), List.of());
    }

    /** One with parts from behind its beginning, of that length, up to a bracket. */
    private ShellNode.Expansion expansion(int opening, char closing) {
        int from = cursor.offset();
        cursor.skip(opening);
        List<ShellNode.Part> parts = nested(closing);
        return new ShellNode.Expansion(cursor.since(from), parts);
    }

    private ShellNode.Expansion arithmetic() {
        int from = cursor.offset();
        cursor.skip("$((".length());
        List<ShellNode.Part> parts = nested(')');
        cursor.expect(")");
        return new ShellNode.Expansion(cursor.since(from), parts);
    }

    private ShellNode.Substitution substitution() {
        int from = cursor.offset();
        cursor.skip("$(".length());
        List<ShellNode.Statement> inner = statements.until(")");
        return new ShellNode.Substitution(cursor.since(from), inner);
    }

    /** The parts up to a closing bracket, which is taken; brackets of its kind are balanced. */
    List<ShellNode.Part> nested(char closing) {
        char opening = closing == ')' ? '(' : closing == ']' ? '[' : ShellCursor.END;
        Parts parts = new Parts();
        cursor.enter();
        int open = 1;
        while (!cursor.isAtEnd()) {
            char c = cursor.peek();
            if (c == closing) {
                cursor.next();
                if (--open == 0) {
                    break;
                }
            } else if (c == opening) {
                cursor.next();
                open++;
            } else if (c == '\'' && closing != '}') {
                parts.add(singleQuoted(false));
            } else if (c == '"') {
                parts.add(doubleQuoted());
            } else {
                shared(parts);
            }
        }
        if (open > 0) {
            cursor.fault();
        }
        cursor.leave();
        return parts.all();
    }

    private void backquoted(Parts parts) {
        int length = cursor.backquoted();
        if (length < 0) {
            // The shell would not run such a script.
            cursor.fault();
            parts.text(cursor.isAtEnd() ? '`' : cursor.next());
            return;
        }
        int from = cursor.offset();
        cursor.next();
        cursor.skip(length);
        String inner = cursor.since(from + 1);
        cursor.next();
        List<ShellNode.Statement> read = cursor.within(unescaped(inner), from + 1, () -> statements.until(""));
        parts.add(new ShellNode.Substitution("`" + inner + "`", read));
    }

    private static String unescaped(String backquoted) {
        if (backquoted.indexOf('\\') < 0) {
            return backquoted;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < backquoted.length(); i++) {
            boolean escapes = backquoted.charAt(i) == '\\'
                    && i + 1 < backquoted.length()
                    && "\\`$".indexOf(backquoted.charAt(i + 1)) >= 0;
            i += escapes ? 1 : 0;
            text.append(backquoted.charAt(i));
        }
        return text.toString();
    }

    /** The parts of a word; neighbouring text is one part. */
    private static final class Parts {

        private final List<ShellNode.Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        void text(char c) {
            text.append(c);
        }

        void text(String plain) {
            text.append(plain);
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
