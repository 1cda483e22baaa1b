package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions evaluated under an assumption. */
public final class Assumed {

    private final Constants constants = new Constants();
    private final Assumption assumption;

    public Assumed(Assumption assumption) {
        this.assumption = assumption;
    }

    /** The value of an expression; empty when it depends on more. */
    public Optional<Value> valueOf(Expression expression) {
        return of(expression).constant();
    }

    private Expression of(Expression expression) {
        Optional<ContextPath> path = ContextPath.of(expression);
        if (path.isPresent()) {
            Optional<Value> read = assumption.read(path.get());
            return read.isPresent() ? literal(read.get(), expression) : expression;
        }
        if (expression instanceof Expression.Call call) {
            Optional<Value> known = assumption.call(call);
            return known.isPresent() ? literal(known.get(), call) : of(call);
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

    private static Expression literal(Value value, Expression at) {
        return new Expression.Literal(value, at.from(), at.to());
    }
}
