package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.Wrappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a command of a script. */
public final class CommandWords {

    /** What the shell reads itself, and a command stands behind. */
    private static final Set<String> KEYWORDS = Set.of("!", "then", "do", "else");

    private CommandWords() {}

    /** Where the name of the program stands among the words of a command: behind keywords of the shell and what runs it. */
    static int program(List<String> words) {
        int at = 0;
        while (at < words.size() - 1 && isPrefix(words.get(at), at > 0)) {
            at = Wrappers.isOne(words.get(at)) ? Wrappers.skip(words, at) : at + 1;
        }
        return Math.min(at, words.size() - 1);
    }

    private static boolean isPrefix(String word, boolean isInner) {
        return KEYWORDS.contains(word)
                || Wrappers.isOne(word)
                || (isInner && (word.startsWith("-") || word.matches("[A-Za-z_]\\w{0,100}=.*")));
    }

    /** Whether a statement is a word alone, with redirections or without. */
    static boolean isOnly(ShellNode.Statement statement, String word) {
        return statement.command().orElse(null) instanceof ShellNode.Call call
                && call.arguments().size() == 1
                && call.arguments().get(0).text().equals(word);
    }

    /** As they are written, without quotes. */
    public static List<String> texts(List<ShellNode.Word> words) {
        List<String> texts = new ArrayList<>();
        for (ShellNode.Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }

    /** A word without its quotes, the backslashes kept that the shell leaves to the command. */
    public static String raw(ShellNode.Word word) {
        StringBuilder raw = new StringBuilder();
        for (ShellNode.Part part : word.parts()) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                for (ShellNode.Part inner : quoted.parts()) {
                    raw.append(
                            inner instanceof ShellNode.Literal literal
                                    ? literal.text().replaceAll("\\\\([\\\\$`\"])", "$1")
                                    : inner.plain());
                }
            } else {
                raw.append(part.plain());
            }
        }
        return raw.toString();
    }

    /** Whether one of them matches as a whole. */
    public static boolean anyMatches(List<String> words, String pattern) {
        for (String word : words) {
            if (word.matches(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text reads a variable of the shell, or another one whose name begins with that name. */
    public static boolean reads(String text, String variable) {
        return text.contains("$" + variable) || text.contains("${" + variable);
    }

    /** Whether a word begins with a hyphen. */
    public static boolean isOption(ShellNode.Word word) {
        return word.text().startsWith("-");
    }
}
