package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command of a script that holds statements, or tests words. */
public sealed interface ShellCompound extends ShellNode.Command {

    /** Its own words: what a loop goes over, what {@code case} chooses by, what is tested. */
    List<ShellNode.Word> words();

    /** All statements in it, in the order of the text. */
    List<ShellNode.Statement> statements();

    /**
     * A loop over words, a group, a test.
     *
     * @param variable what a loop sets each time; empty where it is none that does
     * @param brackets what opens it where it is a test, an arithmetic expression or a shell of its own: {@code [[}, {@code ((} or {@code (};
     *     empty text where it is none of them
     */
    record Block(
            List<ShellNode.Word> words,
            List<ShellNode.Statement> statements,
            Optional<String> variable,
            String brackets)
            implements ShellCompound {
        public Block {
            words = List.copyOf(words);
            statements = List.copyOf(statements);
        }

        /** Whether its statements run in a shell of their own, behind which their variables and their folder are lost. */
        public boolean isOwnShell() {
            return brackets.equals("(");
        }
    }

    /** A function. */
    record Function(String name, ShellNode.Statement body) implements ShellCompound {
        @Override
        public List<ShellNode.Word> words() {
            return List.of();
        }

        @Override
        public List<ShellNode.Statement> statements() {
            return List.of(body);
        }
    }

    /**
     * {@code if}, {@code while} or {@code until}.
     *
     * @param word the word that it begins with
     * @param branches in the order in which they are tried; at least one
     */
    record Conditional(String word, List<Branch> branches) implements ShellCompound {
        public Conditional {
            branches = List.copyOf(branches);
        }

        @Override
        public List<ShellNode.Word> words() {
            return List.of();
        }

        @Override
        public List<ShellNode.Statement> statements() {
            List<ShellNode.Statement> all = new ArrayList<>();
            for (Branch branch : branches) {
                all.addAll(branch.condition());
                all.addAll(branch.statements());
            }
            return all;
        }

        /** Whether one of the branches is taken in any case. */
        public boolean isComplete() {
            return branches.get(branches.size() - 1).isElse();
        }
    }

    /**
     * What a condition decides on.
     *
     * @param condition empty of {@code else}
     */
    record Branch(List<ShellNode.Statement> condition, List<ShellNode.Statement> statements) {
        public Branch {
            condition = List.copyOf(condition);
            statements = List.copyOf(statements);
        }

        public boolean isElse() {
            return condition.isEmpty();
        }
    }

    /**
     * {@code case}.
     *
     * @param value what decides
     */
    record Choice(ShellNode.Word value, List<Arm> arms) implements ShellCompound {
        public Choice {
            arms = List.copyOf(arms);
        }

        @Override
        public List<ShellNode.Word> words() {
            List<ShellNode.Word> all = new ArrayList<>(List.of(value));
            for (Arm arm : arms) {
                all.addAll(arm.patterns());
            }
            return all;
        }

        @Override
        public List<ShellNode.Statement> statements() {
            List<ShellNode.Statement> all = new ArrayList<>();
            for (Arm arm : arms) {
                all.addAll(arm.statements());
            }
            return all;
        }
    }

    /**
     * What patterns of {@code case} decide on.
     *
     * @param end {@code ;;}, {@code ;&} behind which the statements of the next arm run, or {@code ;;&} behind which the next patterns
     *     are tried; empty where nothing ends the last arm
     */
    record Arm(List<ShellNode.Word> patterns, List<ShellNode.Statement> statements, String end) {
        public Arm {
            patterns = List.copyOf(patterns);
            statements = List.copyOf(statements);
        }
    }
}
