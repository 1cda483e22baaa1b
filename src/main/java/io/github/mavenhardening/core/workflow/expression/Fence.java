package io.github.mavenhardening.core.workflow.expression;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An expression within a scalar: {@code ${{ … }}}, or the whole scalar where a condition is written without fences.
 *
 * @param scalar the scalar that it stands in
 * @param from offset in the scalar's value of the first character, the fence included
 * @param to offset after the last character, the fence included
 * @param body the text between the fences, without blanks around it
 * @param expression the expression; empty when the body is none
 * @param refusal why the body is not an expression, without a final full stop; empty when it is one
 * @param fenced whether it stands between <code>${{</code> and <code>}}</code>
 */
public record Fence(
        YamlScalar scalar,
        int from,
        int to,
        String body,
        Optional<Expression> expression,
        Optional<String> refusal,
        boolean fenced) {

    /** What an expression begins with. */
    public static final String OPEN = "${{";

    private static final int CLOSE_LENGTH = 2;

    /**
     * Whether an expression in a text can read a context: most cannot, and need not be parsed.
     *
     * @param context in lower case
     */
    public static boolean mayRead(String text, String context) {
        return text.contains(OPEN)
                && (text.contains(context) || text.toLowerCase(Locale.ROOT).contains(context));
    }

    /** The fences of a scalar, in the order of the text; one that is not closed is left out. */
    public static List<Fence> of(YamlScalar scalar) {
        String text = scalar.value();
        int open = text.indexOf(OPEN);
        if (open < 0) {
            return List.of();
        }
        List<Fence> fences = new ArrayList<>();
        while (open >= 0) {
            int end = close(text, open + OPEN.length());
            if (end < 0) {
                break;
            }
            fences.add(of(scalar, open, end, open + OPEN.length(), end - CLOSE_LENGTH, true));
            open = text.indexOf(OPEN, end);
        }
        return List.copyOf(fences);
    }

    /** Where a scalar has a fence that is not closed, with all that follows; GitHub refuses such a file. */
    public static Optional<Span> unclosed(YamlScalar scalar) {
        String text = scalar.value();
        int open = text.indexOf(OPEN);
        while (open >= 0) {
            int end = close(text, open + OPEN.length());
            if (end < 0) {
                return Optional.of(scalar.spanOf(open, text.length()));
            }
            open = text.indexOf(OPEN, end);
        }
        return Optional.empty();
    }

    /** A scalar that is an expression as a whole, without fences. */
    public static Fence ofBare(YamlScalar scalar) {
        int length = scalar.value().length();
        return of(scalar, 0, length, 0, length, false);
    }

    private static Fence of(YamlScalar scalar, int from, int to, int bodyFrom, int bodyTo, boolean fenced) {
        Optional<Expression> expression = Optional.empty();
        Optional<String> refusal = Optional.empty();
        try {
            expression = Optional.of(ExpressionParser.parse(scalar.value(), bodyFrom, bodyTo));
        } catch (ExpressionException e) {
            refusal = Optional.of(e.getMessage());
        }
        String body = scalar.value().substring(bodyFrom, bodyTo).strip();
        return new Fence(scalar, from, to, body, expression, refusal, fenced);
    }

    /** The offset after the closing braces, which do not count within quotes; -1 when there are none. */
    private static int close(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '}' && !quoted && text.startsWith("}}", i)) {
                return i + CLOSE_LENGTH;
            }
        }
        return -1;
    }

    /** What the fences of a text read; the text need not be that of a scalar. */
    public static List<ContextPath> readsIn(String text) {
        List<ContextPath> paths = new ArrayList<>();
        for (Expression expression : expressionsIn(text)) {
            collect(expression, paths);
        }
        return paths;
    }

    /** The expressions in the fences of a text, which need not be that of a scalar. */
    public static List<Expression> expressionsIn(String text) {
        List<Expression> expressions = new ArrayList<>();
        int open = text.indexOf(OPEN);
        while (open >= 0) {
            int end = close(text, open + OPEN.length());
            if (end < 0) {
                break;
            }
            try {
                expressions.add(ExpressionParser.parse(text, open + OPEN.length(), end - CLOSE_LENGTH));
            } catch (ExpressionException e) {
                // Silent: what is not an expression reads nothing; it is reported at its place in the scalar.
            }
            open = text.indexOf(OPEN, end);
        }
        return expressions;
    }

    /** The offset after the fence that opens at an offset of a text; -1 where none does, or it is not closed. */
    public static int end(String text, int open) {
        return text.startsWith(OPEN, open) ? close(text, open + OPEN.length()) : -1;
    }

    /** Whether the scalar is this expression and nothing else, not even a blank or a line break. */
    public boolean isWhole() {
        return from == 0 && to == scalar.value().length();
    }

    /** Where it is written, fences included. */
    public Span span() {
        return scalar.spanOf(from, to);
    }

    /** Where a part of its expression is written. */
    public Span span(Expression part) {
        return scalar.spanOf(part.from(), part.to());
    }

    /** The context paths that it reads, in the order of the text; only whole ones, not their beginnings. */
    public List<ContextPath> reads() {
        List<ContextPath> paths = new ArrayList<>();
        if (expression.isPresent()) {
            collect(expression.get(), paths);
        }
        return List.copyOf(paths);
    }

    private static void collect(Expression expression, List<ContextPath> paths) {
        Optional<ContextPath> path = ContextPath.of(expression);
        path.ifPresent(paths::add);
        Expression at = expression;
        // Of a.b[c.d] the target's beginnings are not read by themselves, the index is.
        while (path.isPresent() && !at.parts().isEmpty()) {
            if (at instanceof Expression.Index index) {
                collect(index.index(), paths);
            }
            at = at.parts().get(0);
        }
        if (path.isEmpty()) {
            for (Expression part : expression.parts()) {
                collect(part, paths);
            }
        }
    }
}
