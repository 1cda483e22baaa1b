package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into commands and these into words, in one pass. It knows quotes, escapes, line continuations, comments,
 * separators, redirections, here documents and {@code ${{ }}}; it does not look into strings.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
final class ShellLexer {

    private final String script;
    private final char escape;
    private final boolean posix;
    private final List<List<ShellCommand.Word>> commands = new ArrayList<>();
    private List<ShellCommand.Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;
    private int wordStart = -1;
    private boolean target;
    private boolean delimiter;
    private String hereEnd = "";

    ShellLexer(String script, ShellCommand.Dialect dialect) {
        this.script = script;
        this.posix = dialect == ShellCommand.Dialect.POSIX;
        this.escape = posix ? '\\' : '`';
    }

    List<List<ShellCommand.Word>> commands() {
        while (at < script.length()) {
            char c = script.charAt(at);
            if (isPlain(c)) {
                take(plainEnd(at + 1));
            } else if (c == '$' && script.startsWith("${{", at)) {
                int end = script.indexOf("}}", at);
                take(end < 0 ? script.length() : end + 2);
            } else if (c == escape) {
                escaped();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '#' && wordStart < 0) {
                int end = script.indexOf('\n', at);
                at = end < 0 ? script.length() : end;
            } else if (c == '<' || c == '>') {
                redirection();
            } else if (c == '\n' || ";&|()".indexOf(c) >= 0 || (posix && c == '`')) {
                separator(c);
            } else if (c == ' ' || c == '\t' || c == '\r') {
                endWord();
                at++;
            } else if ((c == '{' || c == '}') && wordStart < 0) {
                endCommand();
                at++;
            } else {
                take(at + 1);
            }
        }
        endCommand();
        return commands;
    }

    /** Whether a character stands for itself wherever a word has it, in either language. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '+' && c <= ':') || c == '_' || c == '=';
    }

    private int plainEnd(int from) {
        int end = from;
        while (end < script.length() && isPlain(script.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Takes the text up to an offset into the word. */
    private void take(int end) {
        begin();
        word.append(script, at, end);
        at = end;
    }

    private void begin() {
        if (wordStart < 0) {
            wordStart = at;
        }
    }

    private void escaped() {
        int next = at + 1;
        if (script.startsWith("\r\n", next)) {
            at = next + 2;
        } else if (script.startsWith("\n", next)) {
            at = next + 1;
        } else {
            begin();
            at = next;
            if (at < script.length()) {
                take(at + 1);
            }
        }
    }

    private void quoted(char quote) {
        begin();
        at++;
        while (at < script.length() && script.charAt(at) != quote) {
            if (quote == '"' && script.charAt(at) == escape && at + 1 < script.length()) {
                at++;
            }
            take(plainEnd(at + 1));
        }
        at = Math.min(at + 1, script.length());
    }

    /** What follows a redirection is a file's name and no argument, or the end of a here document. */
    private void redirection() {
        boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
        if (number) {
            word.setLength(0);
            wordStart = -1;
        }
        endWord();
        boolean here = posix && script.startsWith("<<", at) && !script.startsWith("<<<", at);
        while (at < script.length() && "<>&-|".indexOf(script.charAt(at)) >= 0) {
            at++;
        }
        target = true;
        delimiter = here;
    }

    private void separator(char c) {
        endCommand();
        at++;
        if (c == '\n' && !hereEnd.isEmpty()) {
            skipHereDocument();
        }
    }

    private void skipHereDocument() {
        while (at < script.length()) {
            int end = script.indexOf('\n', at);
            int lineEnd = end < 0 ? script.length() : end;
            String line = script.substring(at, lineEnd).strip();
            at = end < 0 ? lineEnd : lineEnd + 1;
            if (line.equals(hereEnd)) {
                break;
            }
        }
        hereEnd = "";
    }

    private void endWord() {
        if (wordStart < 0) {
            return;
        }
        if (delimiter) {
            hereEnd = word.toString();
        } else if (!target) {
            words.add(new ShellCommand.Word(word.toString(), wordStart, at));
        }
        target = false;
        delimiter = false;
        word.setLength(0);
        wordStart = -1;
    }

    private void endCommand() {
        endWord();
        target = false;
        delimiter = false;
        // The dollar of a command substitution belongs to no command.
        if (!words.isEmpty() && !(words.size() == 1 && words.get(0).text().equals("$"))) {
            commands.add(words);
        }
        words = new ArrayList<>();
    }
}
