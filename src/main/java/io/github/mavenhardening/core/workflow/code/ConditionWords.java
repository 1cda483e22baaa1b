package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a condition of a script looks at: the words whose text decides, but for whether they are empty. */
final class ConditionWords {

    private static final Set<String> TESTS = Set.of("[", "test", "[[");
    private static final Set<String> AROUND = Set.of("[", "test", "[[", "]", "]]", "!");
    private static final Set<String> OF_EMPTINESS = Set.of("-z", "-n");

    private ConditionWords() {}

    /** Whether a statement is a test, and nothing else. */
    static boolean isTest(ShellNode.Statement statement) {
        ShellNode.Command command = statement.command().orElse(null);
        return command instanceof ShellCompound.Block block
                ? !block.brackets().isEmpty() && !block.words().isEmpty()
                : command instanceof ShellNode.Call call
                        && !call.arguments().isEmpty()
                        && TESTS.contains(call.arguments().get(0).text());
    }

    /** Whether a word that is such decides whether one of the statements succeeds. */
    static boolean anyIs(List<ShellNode.Statement> condition, Predicate<ShellNode.Word> such) {
        for (ShellNode.Statement statement : condition) {
            ShellNode.Command command = statement.command().orElse(null);
            boolean any = command instanceof ShellNode.Chain chain
                    ? anyIs(chain.statements(), such)
                    : command instanceof ShellCompound compound
                            ? any(compound.words(), isTest(statement), such) || anyIs(compound.statements(), such)
                            : command instanceof ShellNode.Call call && any(call.arguments(), isTest(statement), such);
            if (any) {
                return true;
            }
        }
        return false;
    }

    /** The first word of a condition, or of what it decides on. */
    static Optional<ShellNode.Word> first(List<ShellNode.Statement> statements) {
        for (ShellNode.Statement statement : statements) {
            ShellNode.Command command = statement.command().orElse(null);
            Optional<ShellNode.Word> first = Optional.empty();
            if (command instanceof ShellNode.Chain chain) {
                first = first(chain.statements());
            } else if (command instanceof ShellCompound compound) {
                first = compound.words().isEmpty()
                        ? first(compound.statements())
                        : Optional.of(compound.words().get(0));
            } else if (command instanceof ShellNode.Call call) {
                first = Stream.concat(
                                call.assigned().stream().map(ShellNode.Assignment::value), call.arguments().stream())
                        .findFirst();
            }
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static boolean any(List<ShellNode.Word> words, boolean isTest, Predicate<ShellNode.Word> such) {
        boolean isAlone = isTest
                && words.stream().filter(word -> !AROUND.contains(word.text())).count() == 1;
        for (int i = 0; i < words.size() && !isAlone; i++) {
            boolean decides = !isTest || !isOfEmptiness(words, i);
            if (decides && such.test(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a test asks of a word only whether it is empty, as it does of one that is alone. */
    private static boolean isOfEmptiness(List<ShellNode.Word> words, int at) {
        return (at > 0 && OF_EMPTINESS.contains(words.get(at - 1).text()))
                || (at + 2 < words.size() && isEmpty(words.get(at), words.get(at + 2)))
                || (at > 1 && isEmpty(words.get(at), words.get(at - 2)));
    }

    /** Whether what a word is compared with is nothing, or the letter that it is written behind: {@code x$a = x}. */
    private static boolean isEmpty(ShellNode.Word word, ShellNode.Word other) {
        return other.text().isEmpty()
                || (other.text().equalsIgnoreCase("x") && word.text().startsWith(other.text()));
    }
}
