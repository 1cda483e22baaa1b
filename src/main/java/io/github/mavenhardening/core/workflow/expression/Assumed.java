package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Expressions evaluated with values assumed for some of what they read. */
public final class Assumed {

    private final Constants constants = new Constants();
    private final Function<ContextPath, Optional<Value>> reads;
    private final Function<Expression.Call, Optional<Value>> calls;

    /** With the values of contexts; empty for those that nothing is known of. */
    public Assumed(Function<ContextPath, Optional<Value>> reads) {
        this(reads, call -> Optional.empty());
    }

    /** With the values of calls, too, whatever their arguments come to. */
    Assumed(Function<ContextPath, Optional<Value>> reads, Function<Expression.Call, Optional<Value>> calls) {
        this.reads = reads;
        this.calls = calls;
    }

    /** The value of an expression; empty when it depends on more. */
    public Optional<Value> valueOf(Expression expression) {
        return of(expression).constant();
    }

    private Expression of(Expression expression) {
        Optional<ContextPath> path = ContextPath.of(expression);
        if (path.isPresent()) {
            return literal(reads.apply(path.get()), expression).orElse(expression);
        }
        if (expression instanceof Expression.Call call) {
            return literal(calls.apply(call), call).orElseGet(() -> of(call));
        }
        if (expression instanceof Expression.Not not) {
            Expression operand = of(not.operand());
            return new Expression.Not(operand, Constants.not(operand.constant()), not.from(), not.to());
        }
        if (expression instanceof Expression.Binary binary) {
            Expression left = of(binary.left());
            Expression right = of(binary.right());
            Optional<Value> constant = Constants.compared(binary.operator(), left.constant(), right.constant());
            return new Expression.Binary(binary.operator(), left, right, constant, binary.from(), binary.to());
        }
        if (expression instanceof Expression.Logical chain) {
            List<Expression> operands = each(chain.operands());
            Optional<Value> constant = Constants.chained(chain.operator(), Expression.constants(operands));
            return new Expression.Logical(chain.operator(), operands, constant, chain.from(), chain.to());
        }
        return expression;
    }

    private Expression of(Expression.Call call) {
        List<Expression> arguments = each(call.arguments());
        Optional<Value> constant = constants.call(call.name(), Expression.constants(arguments));
        return new Expression.Call(call.name(), arguments, constant, call.from(), call.to());
    }

    private List<Expression> each(List<Expression> parts) {
        List<Expression> assumed = new ArrayList<>(parts.size());
        for (Expression part : parts) {
            assumed.add(of(part));
        }
        return assumed;
    }

    private static Optional<Expression> literal(Optional<Value> value, Expression at) {
        return value.map(known -> new Expression.Literal(known, at.from(), at.to()));
    }
}
