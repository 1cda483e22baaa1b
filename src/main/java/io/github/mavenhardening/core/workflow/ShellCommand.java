package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A simple command of a script: a program and its arguments, without what only leads up to it (keywords, assignments,
 * {@code sudo} and its like).
 *
 * @param words the program's name and its arguments, at least one
 */
public record ShellCommand(List<Word> words) {

    private static final Set<String> KEYWORDS = Set.of("if", "then", "else", "elif", "do", "while", "until", "!");
    private static final Set<String> WRAPPERS = Set.of("sudo", "env", "command", "exec", "time", "nohup");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+\\+?=.*+", Pattern.DOTALL);

    public ShellCommand {
        words = List.copyOf(words);
    }

    /**
     * A word.
     *
     * @param text without quotes and escapes
     * @param from offset in the script of its first character
     * @param to offset after its last
     */
    public record Word(String text, int from, int to) {}

    /** The commands of a script, in the order of the text. Text that another program gets (here documents) holds none. */
    public static List<ShellCommand> of(String script, Dialect dialect) {
        List<ShellCommand> commands = new ArrayList<>();
        for (List<Word> words : new ShellLexer(script, dialect).commands()) {
            int first = beginning(words);
            if (first < words.size()) {
                commands.add(new ShellCommand(words.subList(first, words.size())));
            }
        }
        return List.copyOf(commands);
    }

    /** The languages that are read; others are not. */
    public enum Dialect {
        POSIX,
        POWERSHELL
    }

    private static int beginning(List<Word> words) {
        boolean wrapped = false;
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            boolean wrapper = WRAPPERS.contains(text);
            boolean leadsUp = wrapper
                    || KEYWORDS.contains(text)
                    || (text.indexOf('=') > 0 && ASSIGNMENT.matcher(text).matches())
                    || (wrapped && text.startsWith("-"));
            if (!leadsUp) {
                return i;
            }
            wrapped |= wrapper;
        }
        return words.size();
    }

    /** The program's name as written. */
    public String program() {
        return words.get(0).text();
    }

    /** The arguments' texts. */
    public List<String> arguments() {
        List<String> texts = new ArrayList<>();
        for (Word word : words.subList(1, words.size())) {
            texts.add(word.text());
        }
        return List.copyOf(texts);
    }

    /** Offset in the script of the first character. */
    public int from() {
        return words.get(0).from();
    }

    /** Offset in the script after the last character. */
    public int to() {
        return words.get(words.size() - 1).to();
    }
}
