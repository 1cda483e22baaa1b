package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a POSIX shell script into words and operators. A here-document becomes the word that follows its operator; what a
 * {@link Substitution} holds is part of its word.
 */
final class ShellLexer {

    private static final Pattern OPERATOR =
            Pattern.compile("[0-9]?(?:<<<|<<-|<<|>>|>\\||>&|<&|>|<)|&>>|&>|&&|\\|\\||\\|&|;;|[|&;()]");
    private static final String LINE_END = ";";
    private static final Set<String> CONTINUED = Set.of("|", "|&", "||", "&&");
    /** The characters that end a word without quotes: those with which operators begin, but for digits. */
    private static final String BREAKING = "|&;()<>";

    private final String script;
    private final List<ShellToken> tokens = new ArrayList<>();
    /** Where in {@link #tokens} the words that name here-documents stand, until their text comes. */
    private final Deque<Integer> documents = new ArrayDeque<>();

    /** Where the last expression can end: none is looked for behind, however many seem to begin there. */
    private final int lastFenceEnd;

    private int at;

    private ShellLexer(String script) {
        this.script = script;
        this.lastFenceEnd = script.lastIndexOf("}}");
    }

    static List<ShellToken> tokens(String script) {
        ShellLexer lexer = new ShellLexer(script);
        lexer.read();
        return List.copyOf(lexer.tokens);
    }

    private void read() {
        Matcher operator = OPERATOR.matcher(script);
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '\n') {
                if (!continues()) {
                    tokens.add(ShellToken.operator(LINE_END, at, at + 1));
                }
                at++;
                readDocuments();
            } else if (c == '\\' && script.startsWith("\n", at + 1)) {
                at += 2;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                at = lineEnd(at);
            } else if (mayBeOperator(c) && operator.region(at, script.length()).lookingAt()) {
                String text = operator.group();
                text = isDigit(c) ? text.substring(1) : text;
                tokens.add(ShellToken.operator(text, at, operator.end()));
                at = operator.end();
            } else {
                word();
            }
        }
        readDocuments();
    }

    /** Whether the line ends behind an operator that wants another command. */
    private boolean continues() {
        ShellToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && last.isOperator() && CONTINUED.contains(last.text());
    }

    private boolean mayBeOperator(char c) {
        return isDigit(c)
                ? at + 1 < script.length() && "<>".indexOf(script.charAt(at + 1)) >= 0
                : BREAKING.indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void word() {
        int from = at;
        StringBuilder text = new StringBuilder();
        boolean dynamic = false;
        char quote = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (isPlain(c)) {
                int plain = at++;
                while (at < script.length() && isPlain(script.charAt(at))) {
                    at++;
                }
                text.append(script, plain, at);
                continue;
            }
            if (quote == 0 && (Character.isWhitespace(c) || BREAKING.indexOf(c) >= 0)) {
                break;
            }
            int end = quote == '\'' ? fenceEnd() : expansionEnd(c);
            if (end > at) {
                text.append(script, at, end);
                dynamic = true;
                at = end;
            } else if (c == '\\' && quote != '\'' && at + 1 < script.length()) {
                text.append(script.charAt(at + 1));
                at += 2;
            } else if ((c == '"' || c == '\'') && (quote == 0 || quote == c)) {
                quote = quote == 0 ? c : 0;
                at++;
            } else {
                dynamic |= quote != '\'' && (c == '`' || (c == '$' && isName(at + 1)));
                dynamic |= c == '$' && script.startsWith("${{", at);
                text.append(c);
                at++;
            }
        }
        if (isDocument()) {
            documents.add(tokens.size());
            // Quotes around the name keep the shell from putting anything into the text.
            dynamic = script.substring(from, at).equals(text.toString());
        }
        tokens.add(ShellToken.word(text.toString(), dynamic, from, at));
    }

    /** The offset after the substitution, or the variable in braces, that begins here; the same offset where none does. */
    private int expansionEnd(char first) {
        if (first != '$' && first != '`') {
            return at;
        }
        int fence = fenceEnd();
        if (fence > at) {
            return fence;
        }
        return script.startsWith("${", at) ? Substitution.closing(script, at + 1) : Substitution.end(script, at);
    }

    /** The offset after the expression that GitHub fills in here before the shell reads anything; the same where none is. */
    private int fenceEnd() {
        return script.charAt(at) == '$' && at < lastFenceEnd ? Math.max(at, Fence.end(script, at)) : at;
    }

    /** Whether a character stands for itself wherever a word has it. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '+' && c <= ':') || c == '_' || c == '=';
    }

    /** Whether the word to come names the end of a here-document. */
    private boolean isDocument() {
        ShellToken before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return before != null
                && before.isOperator()
                && (before.text().equals("<<") || before.text().equals("<<-"));
    }

    /** The text of the here-documents that a line has named takes the place of their names. */
    private void readDocuments() {
        while (!documents.isEmpty()) {
            int index = documents.remove();
            ShellToken name = tokens.get(index);
            int from = at;
            int end = at;
            boolean closed = false;
            while (!closed && end < script.length()) {
                int lineEnd = lineEnd(end);
                closed = script.substring(end, lineEnd).strip().equals(name.text());
                at = Math.min(script.length(), lineEnd + 1);
                end = closed ? end : at;
            }
            String text = script.substring(from, end);
            boolean verbatim = !name.isDynamic();
            boolean dynamic = text.contains("${{") || (!verbatim && (text.contains("$") || text.contains("`")));
            tokens.set(index, name.asDocument(text, dynamic, verbatim, from));
        }
    }

    private boolean isName(int offset) {
        return offset < script.length()
                && (Character.isLetterOrDigit(script.charAt(offset)) || "_@*#?$!-".indexOf(script.charAt(offset)) >= 0);
    }

    private int lineEnd(int from) {
        int end = script.indexOf('\n', from);
        return end < 0 ? script.length() : end;
    }
}
