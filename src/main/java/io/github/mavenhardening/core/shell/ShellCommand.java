package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A simple command of a script: what runs, and with which words. Keywords, assignments and wrappers such as {@code sudo} and
 * {@code env} stand no longer before it.
 */
public final class ShellCommand implements Comparable<ShellCommand> {

    private static final Pattern ENDING = Pattern.compile("\\.(?:exe|cmd|bat)$");

    private final List<String> words;
    private final Map<String, String> assignments;
    private final int pipeline;
    private final int from;
    private final int to;
    private final String output;
    /** Kept, as every table of known programs asks for it. */
    private final String name;

    /**
     * A command.
     *
     * @param words the command and its arguments, without their quotes; never empty
     * @param assignments the variables that are set for it alone, by name
     * @param pipeline number of the pipeline that it is part of; {@code a | b} and {@code b <(a)} are one, commands in the order
     *     in which text flows
     * @param from offset in the script of the command's first character
     * @param to offset after its last word
     * @param output the file that what it prints is written to; empty text where none is named
     */
    public ShellCommand(
            List<String> words, Map<String, String> assignments, int pipeline, int from, int to, String output) {
        this.words = List.copyOf(words);
        // Not Map.copyOf, which is slow where somebody has chosen names of one hash.
        this.assignments = assignments.isEmpty() ? Map.of() : Collections.unmodifiableMap(new HashMap<>(assignments));
        this.pipeline = pipeline;
        this.from = from;
        this.to = to;
        this.output = output;
        this.name = name(path());
    }

    /** A command that prints to no file. */
    public ShellCommand(List<String> words, Map<String, String> assignments, int pipeline, int from, int to) {
        this(words, assignments, pipeline, from, to, "");
    }

    private static String name(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String name = file.toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0 ? name : ENDING.matcher(name).replaceFirst("");
    }

    /** Another command in its place, one that it starts. */
    ShellCommand starting(String program, List<String> arguments) {
        List<String> started = new ArrayList<>(arguments.size() + 1);
        started.add(program);
        started.addAll(arguments);
        return new ShellCommand(started, assignments, pipeline, from, to);
    }

    /** The command and its arguments, without their quotes; never empty. */
    public List<String> words() {
        return words;
    }

    /** The variables that are set for it alone, by name. */
    public Map<String, String> assignments() {
        return assignments;
    }

    /** Number of the pipeline that it is part of. */
    public int pipeline() {
        return pipeline;
    }

    /** Offset in the script of its first character. */
    public int from() {
        return from;
    }

    /** Offset after its last word. */
    public int to() {
        return to;
    }

    /** The file that what it prints is written to; empty text where none is named. */
    public String output() {
        return output;
    }

    /** The program's name in lower case, without its folder and without an ending that Windows needs: {@code mvnw}. */
    public String name() {
        return name;
    }

    /** The program as written: {@code ./tools/mvnw}. */
    public String path() {
        return words.get(0);
    }

    /** The words after the program. */
    public List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** The argument at a place, counted from 0 and without options; empty text where there are fewer. */
    public String operand(int index) {
        return Arguments.operand(arguments(), index);
    }

    /**
     * The arguments that are neither options nor values of options, in a list of the caller's own.
     *
     * @param withValue the options whose value is the next word
     */
    public List<String> operands(Set<String> withValue) {
        return Arguments.operands(arguments(), withValue);
    }

    /** The one of them at a place, counted from 0; empty text where there are fewer. */
    public String operand(int index, Set<String> withValue) {
        List<String> operands = operands(withValue);
        return index < operands.size() ? operands.get(index) : "";
    }

    /** The values that are given by an option, which may have several names. */
    public List<String> values(String... names) {
        return Arguments.values(arguments(), names);
    }

    /** The first of these; empty where the option is not given. */
    public Optional<String> value(String... names) {
        return Arguments.value(arguments(), names);
    }

    /** In the order of the text. */
    @Override
    public int compareTo(ShellCommand other) {
        return Integer.compare(from, other.from);
    }

    /** Whether an argument is that very word. */
    public boolean has(String word) {
        return arguments().contains(word);
    }

    /** Whether an argument matches as a whole. */
    public boolean hasMatch(Pattern pattern) {
        for (String word : arguments()) {
            if (pattern.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the option is given, as {@code --push} or with a value after {@code =} that is not {@code false}. */
    public boolean hasOption(String option) {
        for (String word : arguments()) {
            if (word.equals(option) || (word.startsWith(option + "=") && !word.equals(option + "=false"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the same command at the same place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ShellCommand command
                && from == command.from
                && to == command.to
                && pipeline == command.pipeline
                && words.equals(command.words)
                && assignments.equals(command.assignments)
                && output.equals(command.output);
    }

    @Override
    public int hashCode() {
        return 31 * from + words.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
