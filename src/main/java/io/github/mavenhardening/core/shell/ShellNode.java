package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shell script consists of, as far as it tells which commands run, what they are given and where their output goes.
 * Offsets are those in the script; within backticks with backslashes before others they are approximate.
 */
public sealed interface ShellNode {

    /** A part of a word. */
    sealed interface Part {

        /** It without quotes and backslashes; what is filled in stands there as it is written. */
        String plain();
    }

    /** Text outside of single quotes, its backslashes kept. */
    record Literal(String text) implements Part {
        @Override
        public String plain() {
            if (text.indexOf('\\') < 0) {
                return text;
            }
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
                plain.append(text.charAt(i));
            }
            return plain.toString();
        }
    }

    /** Text between single quotes, or a here-document with quotes around its name. GitHub may have filled in some of it. */
    record SingleQuoted(String text) implements Part {
        @Override
        public String plain() {
            return text;
        }
    }

    /** What stands between double quotes. */
    record DoubleQuoted(List<Part> parts) implements Part {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }

        @Override
        public String plain() {
            return ShellNode.plain(parts);
        }
    }

    /**
     * Statements whose output takes the place of the part, or of a file's name.
     *
     * @param text as written: it begins with {@code $(}, {@code `}, {@code <(} or {@code >(}
     */
    record Substitution(String text, List<Statement> statements) implements Part {
        public Substitution {
            statements = List.copyOf(statements);
        }

        @Override
        public String plain() {
            return text;
        }

        /** Whether it is a file to read from: what the statements print flows into the command. */
        public boolean isInput() {
            return text.startsWith("<(");
        }

        /** Whether it is a file to read from or to write to. */
        public boolean isFile() {
            return isInput() || text.startsWith(">(");
        }
    }

    /**
     * A parameter, an arithmetic expression, a pattern or an expression of GitHub; its value is not known, the parts inside of it
     * are.
     *
     * @param text as written
     */
    record Expansion(String text, List<Part> parts) implements Part {

        private static final Pattern VARIABLE =
                Pattern.compile("\\$(?:(\\w{1,100})|\\{(\\w{1,100})(?::?[-=?][^{}]{0,100})?\\})");

        public Expansion {
            parts = List.copyOf(parts);
        }

        @Override
        public String plain() {
            return text;
        }

        /** The variable whose value it is; one that is given a default among them. */
        public Optional<String> variable() {
            Matcher matcher = VARIABLE.matcher(text);
            return matcher.matches()
                    ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                    : Optional.empty();
        }
    }

    /**
     * A word.
     *
     * @param from offset of its first character, quotes included
     * @param to offset after its last character
     */
    record Word(List<Part> parts, int from, int to) implements ShellNode {
        public Word {
            parts = List.copyOf(parts);
        }

        /** Its only part; empty where there are several or none. */
        public Optional<Part> onlyPart() {
            return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
        }

        /** It without quotes and backslashes; what is filled in stands there as it is written. */
        public String text() {
            return plain(parts);
        }

        /** Whether the shell or GitHub fills in some of it. */
        public boolean isFilledIn() {
            return ShellNode.isFilledIn(parts);
        }

        /** The variable whose value it is, and nothing else. */
        public Optional<String> variable() {
            Optional<Part> only = onlyPart();
            if (only.isPresent()
                    && only.get() instanceof DoubleQuoted quoted
                    && quoted.parts().size() == 1) {
                only = Optional.of(quoted.parts().get(0));
            }
            return only.isPresent() && only.get() instanceof Expansion expansion
                    ? expansion.variable()
                    : Optional.empty();
        }

        /** The substitutions in it, in the order of the text; those within their statements are not among them. */
        public List<Substitution> substitutions() {
            List<Substitution> found = new ArrayList<>();
            collect(parts, found);
            return found;
        }
    }

    /**
     * An assignment of a variable.
     *
     * @param name the variable; of {@code a[0]=b} it is {@code a[0]}
     * @param adds whether the value is added to what the variable holds
     * @param value the value; of an array, all of its values' parts
     * @param words the values of an array; empty where it is none
     * @param from offset of the name
     */
    record Assignment(String name, boolean adds, Word value, Optional<List<Word>> words, int from)
            implements ShellNode {}

    /**
     * A redirection; the target of a here-document is its content.
     *
     * @param descriptor what is redirected; empty where it goes without saying
     * @param to offset after the target or, of a here-document, after its name
     */
    record Redirection(String descriptor, String operator, Word target, int to) implements ShellNode {

        /** Whether a text, not a file's name, is the target. */
        public boolean isDocument() {
            return operator.startsWith("<<");
        }

        /** Whether what would go to the standard output goes elsewhere. */
        public boolean isOutput() {
            return isWrite() && (descriptor.isEmpty() || descriptor.equals("1"));
        }

        /** Whether another descriptor of the shell is named, {@code >&2}, and no file. */
        public boolean isDescriptor() {
            boolean isOne = operator.endsWith("&");
            String text = target.text();
            for (int i = 0; isOne && i < text.length(); i++) {
                isOne = Character.isDigit(text.charAt(i)) || text.charAt(i) == '-';
            }
            return isOne;
        }

        /** Whether it is a file to write to, or another descriptor. */
        public boolean isWrite() {
            return operator.indexOf('>') >= 0;
        }
    }

    /**
     * A command with its redirections.
     *
     * @param command empty where there are redirections alone
     * @param redirections complete when the script is read to its end: here-documents come behind their line
     * @param isNegated whether {@code !} stands before it: it succeeds where the command fails
     */
    record Statement(Optional<Command> command, List<Redirection> redirections, boolean isNegated)
            implements ShellNode {}

    /** What a statement runs. */
    sealed interface Command extends ShellNode permits Call, Chain, ShellCompound {}

    /**
     * A program and its arguments, or assignments alone. A declaration such as {@code export} is a program as well.
     *
     * @param declared those of a declaration's arguments that are assignments
     */
    record Call(List<Assignment> assigned, List<Word> arguments, List<Assignment> declared) implements Command {
        public Call {
            declared = List.copyOf(declared);
            assigned = List.copyOf(assigned);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Several statements, with operators between them.
     *
     * @param operators {@code |} and {@code |&}, or {@code &&} and {@code ||}; one less than statements
     */
    record Chain(List<Statement> statements, List<String> operators) implements Command {
        public Chain {
            statements = List.copyOf(statements);
            operators = List.copyOf(operators);
        }

        /** Whether what each statement prints flows into the next one. */
        public boolean isPipeline() {
            return operators.get(0).equals("|") || operators.get(0).equals("|&");
        }
    }

    private static String plain(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0).plain();
        }
        StringBuilder plain = new StringBuilder();
        for (Part part : parts) {
            plain.append(part.plain());
        }
        return plain.toString();
    }

    private static boolean isFilledIn(List<Part> parts) {
        for (Part part : parts) {
            boolean isFilledIn = part instanceof SingleQuoted single
                    ? single.text().contains("${{")
                    : part instanceof DoubleQuoted quoted ? isFilledIn(quoted.parts()) : !(part instanceof Literal);
            if (isFilledIn) {
                return true;
            }
        }
        return false;
    }

    private static void collect(List<Part> parts, List<Substitution> found) {
        for (Part part : parts) {
            if (part instanceof Substitution substitution) {
                found.add(substitution);
            } else if (part instanceof DoubleQuoted quoted) {
                collect(quoted.parts(), found);
            } else if (part instanceof Expansion expansion) {
                collect(expansion.parts(), found);
            }
        }
    }
}
