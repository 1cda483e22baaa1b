package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;

/** The syntax tree of a shell script, as far as it tells which commands run, what they are given and where their output goes. */
public sealed interface ShellNode {

    /** A part of a word. */
    sealed interface Part {}

    /** Text outside of quotes, its backslashes kept. */
    record Literal(String text) implements Part {}

    /** Text between single quotes. */
    record SingleQuoted(String text) implements Part {}

    /** What stands between double quotes. */
    record DoubleQuoted(List<Part> parts) implements Part {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Statements whose output takes the place of the part, or of a file's name.
     *
     * @param opening {@code $(}, {@code `}, {@code <(} or {@code >(}
     */
    record Substitution(String opening, List<Statement> statements) implements Part {
        public Substitution {
            statements = List.copyOf(statements);
        }
    }

    /** A parameter, an arithmetic expression or a pattern; its value is not known, the parts inside of it are. */
    record Unknown(List<Part> parts) implements Part {
        public Unknown {
            parts = List.copyOf(parts);
        }
    }

    /** A word. */
    record Word(List<Part> parts) implements ShellNode {
        public Word {
            parts = List.copyOf(parts);
        }

        /** Its only part; empty where there are several or none. */
        public Optional<Part> onlyPart() {
            return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
        }
    }

    /** A redirection; the target of a here document is its content. */
    record Redirection(String operator, Word target) implements ShellNode {}

    /**
     * A command with its redirections.
     *
     * @param command empty where there are redirections alone
     * @param redirections complete when the script is read to its end: here documents come behind their line
     */
    record Statement(Optional<Command> command, List<Redirection> redirections) implements ShellNode {}

    /** What a statement runs. */
    sealed interface Command extends ShellNode {}

    /** A program and its arguments, or assignments alone. */
    record Call(List<Word> assigned, List<Word> arguments) implements Command {
        public Call {
            assigned = List.copyOf(assigned);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Two statements with an operator between them; of several the first two are the left one.
     *
     * @param operator {@code |}, {@code |&}, {@code &&} or {@code ||}
     */
    record Binary(String operator, Statement left, Statement right) implements Command {}

    /** Anything else: a loop, a condition, a group, a function, a declaration. */
    record Compound(List<Word> words, List<Statement> statements) implements Command {
        public Compound {
            words = List.copyOf(words);
            statements = List.copyOf(statements);
        }
    }
}
