package io.github.mavenhardening.core.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or operator of a shell script.
 *
 * @param text the word without its quotes, or the operator
 * @param isOperator whether it is an operator; a line's end is {@code ;}
 * @param isDynamic whether the shell or GitHub puts something into the word: a variable, a command's output, an expression
 * @param from offset in the script of its first character, quotes included
 * @param to offset after its last character
 * @param document offset of the text of the here-document that the word stands for; -1 for what is none
 * @param isVerbatim whether it is a here-document with quotes around its name: the shell leaves the text as it is, though
 *     GitHub may have put something into it before
 */
record ShellToken(
        String text, boolean isOperator, boolean isDynamic, int from, int to, int document, boolean isVerbatim) {

    private static final int NONE = -1;

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:(\\w{1,100})|\\{(\\w{1,100})(?::?[-=?][^{}]{0,100})?\\})");

    static ShellToken operator(String text, int from, int to) {
        return new ShellToken(text, true, false, from, to, NONE, false);
    }

    static ShellToken word(String text, boolean isDynamic, int from, int to) {
        return new ShellToken(text, false, isDynamic, from, to, NONE, false);
    }

    /** A here-document's text in the place of its name. */
    ShellToken asDocument(String body, boolean isFilledIn, boolean isLeftAlone, int at) {
        return new ShellToken(body, false, isFilledIn, from, to, at, isLeftAlone);
    }

    boolean isDocument() {
        return document != NONE;
    }

    /** Whether it is an operator that a file, or a text, follows. */
    boolean isRedirection() {
        return isOperator && (text.contains(">") || text.contains("<"));
    }

    /** Whether it is an operator that hands what the command before it prints to the next one. */
    boolean isPipe() {
        return isOperator && (text.equals("|") || text.equals("|&"));
    }

    /** The variable that the word is, and nothing else; one that is given a default among them. */
    Optional<String> variable() {
        Matcher matcher = VARIABLE.matcher(text);
        return isDynamic && matcher.matches()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }
}
