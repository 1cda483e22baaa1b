package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the words of a script of a POSIX shell bring: those in quotes, variables, substitutions and expressions.
 *
 * @param <C> what is carried
 * @param <T> where statements print to
 */
abstract class CarriedWords<C, T extends ShellCarrier.Target<C>> extends ShellCarrier<C, T> {

    /** A parameter with what stands for it where it is not set, or where it is. */
    private static final Pattern OTHERWISE = Pattern.compile("\\$\\{\\w{1,100}:?[-=+]");

    /**
     * What substitutions print. They stand in words that several readings may ask for, each of which would ask for what is nested
     * in them again. A function that is called again gets an empty one, for its parameters are others then.
     */
    IdentityHashMap<ShellNode.Substitution, Optional<C>> substitutions = new IdentityHashMap<>();

    /** What the statements of a substitution print. */
    abstract Optional<C> printed(ShellNode.Substitution substitution);

    /** The first that a word brings. */
    public final Optional<C> carried(ShellNode.Word word) {
        return first(word.parts(), word);
    }

    /** The first that words bring. */
    public final Optional<C> any(List<ShellNode.Word> words) {
        for (ShellNode.Word word : words) {
            Optional<C> found = carried(word);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What a part of a word brings. */
    public final Optional<C> carried(ShellNode.Part part, ShellNode.Word word) {
        if (part instanceof ShellNode.DoubleQuoted quoted) {
            return first(quoted.parts(), word);
        }
        if (part instanceof ShellNode.Substitution substitution) {
            Optional<C> known = substitutions.get(substitution);
            if (known == null) {
                known = printed(substitution);
                substitutions.put(substitution, known);
            }
            return known;
        }
        String text = part.plain();
        if (text.contains(Fence.OPEN)) {
            return expression(text, word);
        }
        if (part instanceof ShellNode.Expansion expansion) {
            Optional<C> found = expanded(expansion, word);
            return found.isEmpty() && OTHERWISE.matcher(text).lookingAt() ? first(expansion.parts(), word) : found;
        }
        return Optional.empty();
    }

    private Optional<C> first(List<ShellNode.Part> parts, ShellNode.Word word) {
        for (int i = 0; i < parts.size(); i++) {
            Optional<C> found = carried(parts.get(i), word);
            if (found.isPresent()) {
                StringBuilder before = new StringBuilder();
                for (ShellNode.Part part : parts.subList(0, i)) {
                    before.append(part.plain());
                }
                return before.isEmpty() ? found : Optional.of(behind(before.toString(), found.get()));
            }
        }
        return Optional.empty();
    }

    /** What a file holds, or what statements print that stand where a file may be named. */
    public final Optional<C> content(ShellNode.Word name) {
        return name.onlyPart().orElse(null) instanceof ShellNode.Substitution substitution && substitution.isInput()
                ? carried(substitution, name)
                : file(name);
    }
}
