package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The environment variable through which a script reads the value that an expression would expand to.
 *
 * @param name its name
 * @param isSet whether it is there without being set: a default variable, or one of {@code env}
 * @param isPath whether it is a path of the runner, which a job's container has elsewhere
 */
public record ShellVariable(String name, boolean isSet, boolean isPath) {

    private static final Set<String> DEFAULTS =
            Set.copyOf(ResourceLines.of(ShellVariable.class, "default-variables.txt"));
    private static final Set<String> PATHS = Set.copyOf(ResourceLines.of(ShellVariable.class, "path-variables.txt"));
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_]");
    private static final List<String> ORDINALS = List.of("FIRST", "SECOND", "THIRD");

    /** The variable for a reference to a context; empty where it is another expression, or computes what it refers to. */
    public static Optional<ShellVariable> of(Expression reference) {
        Deque<String> parts = new ArrayDeque<>();
        List<String> qualifiers = new ArrayList<>();
        Expression at = reference;
        while (!(at instanceof Expression.Context)) {
            Optional<String> part = part(at);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            if (isQualifier(at)) {
                qualifiers.add(0, part.get());
            } else {
                // labels[0] is FIRST_LABELS.
                parts.push(String.join("_", joined(qualifiers, part.get())));
                qualifiers.clear();
            }
            at = at.parts().get(0);
        }
        parts.push(String.join("_", joined(qualifiers, ((Expression.Context) at).name())));
        return named(List.copyOf(parts), ContextPath.of(reference).orElseThrow());
    }

    private static Optional<ShellVariable> named(List<String> parts, ContextPath path) {
        if (path.context().equals("env")) {
            boolean readable = parts.size() == 2 && NAME.matcher(parts.get(1)).matches();
            return readable ? Optional.of(new ShellVariable(parts.get(1), true, false)) : Optional.empty();
        }
        String name = NO_NAME.matcher(String.join("_", parts)).replaceAll("_").toUpperCase(Locale.ROOT);
        boolean isPath = PATHS.contains(path.toString());
        boolean isSet = isPath || DEFAULTS.contains(path.toString());
        return parts.size() < 2 ? Optional.empty() : Optional.of(new ShellVariable(name, isSet, isPath));
    }

    private static List<String> joined(List<String> qualifiers, String part) {
        List<String> all = new ArrayList<>(qualifiers);
        all.add(part);
        return all;
    }

    private static boolean isQualifier(Expression expression) {
        return expression instanceof Expression.Filter
                || (expression instanceof Expression.Index index
                        && index.index().constant().orElse(null) instanceof Value.Numeric);
    }

    private static Optional<String> part(Expression expression) {
        if (expression instanceof Expression.Property property) {
            return Optional.of(property.name());
        }
        if (expression instanceof Expression.Filter) {
            return Optional.of("ANY");
        }
        Optional<Value> index =
                expression instanceof Expression.Index i ? i.index().constant() : Optional.empty();
        if (index.orElse(null) instanceof Value.Numeric number) {
            int n = (int) number.number();
            return n == number.number() && n >= 0
                    ? Optional.of(n < ORDINALS.size() ? ORDINALS.get(n) : n + 1 + "TH")
                    : Optional.empty();
        }
        return index.orElse(null) instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /**
     * How a shell's script reads it.
     *
     * @param next what follows in the script: a name's character must not become part of this one's; 0 at the end
     * @return empty where the shell reads variables in no text
     */
    public Optional<String> expansion(Shell shell, char next) {
        return switch (shell) {
            case POSIX -> Optional.of("${" + name + "}");
            case POWERSHELL ->
                Optional.of(
                        Character.isLetterOrDigit(next) || next == '_' || next == ':'
                                ? "${env:" + name + "}"
                                : "$env:" + name);
            case CMD -> Optional.of("%" + name + "%");
            case PYTHON, OTHER -> Optional.empty();
        };
    }
}
