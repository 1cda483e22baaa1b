package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.List;
import java.util.Optional;

/**
 * What the parts of a script of a POSIX shell mean to whoever carries something through it.
 *
 * @param <C> what is carried
 * @param <T> where statements print to
 */
public abstract class ShellCarrier<C, T extends ShellCarrier.Target<C>> {

    /** Where a statement prints to. */
    public static class Target<C> {
        /** The first that was printed there and not taken further. */
        public Optional<C> kept = Optional.empty();
    }

    /** Where what is printed is kept, for a pipe or a substitution. */
    public abstract T keeping();

    /** Where a redirection to a file leads; without it the statement would print to the one around. */
    public abstract T target(ShellNode.Word file, T around);

    /** Where {@code >&1} and its like print to. */
    public abstract T descriptor(String number, T around);

    /** What a here-document brings to the statement that reads it. */
    public abstract Optional<C> document(ShellNode.Word text, ShellNode.Statement statement);

    /** What a file holds. */
    public abstract Optional<C> file(ShellNode.Word name);

    /** What a variable holds that the script did not set. */
    public abstract Optional<C> given(String variable, ShellNode.Word word);

    /** What the shell puts in place of a parameter. */
    public abstract Optional<C> expanded(ShellNode.Expansion expansion, ShellNode.Word word);

    /** What GitHub puts in place of the expressions in a text. */
    public abstract Optional<C> expression(String text, ShellNode.Word word);

    /** What is carried where other text stands before it. */
    public abstract C behind(String before, C carried);

    /** A word of those that a value is cut into at blanks, and where others than blanks cut it, at those. */
    public abstract C cut(C carried, boolean atBlanks);

    /** A line of it. */
    public abstract C line(C carried);

    /** What a variable holds that is set to that value. */
    public abstract Optional<C> assigned(String name, Optional<C> value, ShellNode.Word word);

    /** Takes in a command before it does anything. */
    public abstract void begin(Command<C> command);

    /** Takes in what a script tests or evaluates between double brackets. */
    public void test(String brackets, List<ShellNode.Word> words) {}

    /** Takes in what a command prints. */
    public abstract void print(Command<C> command, T target);

    /**
     * A command of a script.
     *
     * @param name the program's, without its folder
     * @param assigned what is set for it alone
     * @param document the here-document that it reads
     */
    public record Command<C>(
            List<ShellNode.Assignment> assigned,
            String name,
            ShellNode.Word program,
            List<ShellNode.Word> arguments,
            Optional<C> input,
            Optional<ShellNode.Word> document) {}
}
