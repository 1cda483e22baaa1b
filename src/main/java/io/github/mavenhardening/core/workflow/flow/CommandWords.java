package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.ArrayList;
import java.util.List;

/** The words of a command behind its name. */
final class CommandWords {

    private CommandWords() {}

    /** As they are written, without quotes. */
    static List<String> texts(List<ShellNode.Word> words) {
        List<String> texts = new ArrayList<>();
        for (ShellNode.Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }

    /** A word without its quotes, the backslashes kept that the shell leaves to the command. */
    static String raw(ShellNode.Word word) {
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
    static boolean anyMatches(List<String> words, String pattern) {
        for (String word : words) {
            if (word.matches(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** One of the words that are not options, 0-based; empty where there are fewer. */
    static String operand(List<String> words, int index) {
        int found = 0;
        for (String word : words) {
            if (!word.startsWith("-") && found++ == index) {
                return word;
            }
        }
        return "";
    }

    static boolean isOption(ShellNode.Word word) {
        return word.text().startsWith("-");
    }
}
