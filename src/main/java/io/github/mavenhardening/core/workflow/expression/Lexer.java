package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. Text stands in single quotes, a quote in it is doubled. */
final class Lexer {

    /** The longest expression that Actions takes, in characters. */
    static final int LENGTH_LIMIT = 21_000;

    private static final String SINGLE_SYMBOLS = ".()[],!*<>";

    private final String text;
    private final int end;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    List<Token> tokens() throws ExpressionException {
        while (at < end) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (c == '\'') {
                quoted();
            } else if (isNumberStart(c)) {
                word(Token.Kind.NUMBER);
            } else if (isLetter(c)) {
                word(Token.Kind.NAME);
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", end, end));
        return tokens;
    }

    private boolean isNumberStart(char c) {
        boolean afterTarget = !tokens.isEmpty() && endsTarget(tokens.get(tokens.size() - 1));
        boolean point = c == '.' && at + 1 < end && isDigit(text.charAt(at + 1)) && !afterTarget;
        return isDigit(c) || c == '+' || c == '-' || point;
    }

    /** Whether a {@code .} after this token reads a property of it. */
    private static boolean endsTarget(Token token) {
        return token.kind() == Token.Kind.NAME || token.is("]") || token.is(")") || token.is("*");
    }

    private void word(Token.Kind kind) {
        int from = at++;
        while (at < end && isWordPart(text.charAt(at), kind)) {
            at++;
        }
        tokens.add(new Token(kind, text.substring(from, at), from, at));
    }

    private boolean isWordPart(char c, Token.Kind kind) {
        if (isLetter(c) || isDigit(c)) {
            return true;
        }
        return c == '-' || (kind == Token.Kind.NUMBER && (c == '.' || c == '+'));
    }

    private void quoted() throws ExpressionException {
        int from = at++;
        StringBuilder content = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at++);
            if (c != '\'') {
                content.append(c);
            } else if (at < end && text.charAt(at) == '\'') {
                content.append('\'');
                at++;
            } else {
                tokens.add(new Token(Token.Kind.TEXT, content.toString(), from, at));
                return;
            }
        }
        throw new ExpressionException("a text has no closing quote");
    }

    private void symbol() throws ExpressionException {
        char c = text.charAt(at);
        char next = at + 1 < end ? text.charAt(at + 1) : 0;
        boolean isDouble = (next == c && (c == '&' || c == '|' || c == '=')) || (next == '=' && "!<>".indexOf(c) >= 0);
        if (!isDouble && SINGLE_SYMBOLS.indexOf(c) < 0) {
            throw new ExpressionException("unexpected character");
        }
        int from = at;
        at += isDouble ? 2 : 1;
        tokens.add(new Token(Token.Kind.SYMBOL, text.substring(from, at), from, at));
    }

    /** Whether GitHub takes a character for a blank: it follows Unicode, which Java's own notion does not. */
    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
