package io.github.mavenhardening.core.workflow.expression;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The value of an expression, with GitHub's rules of conversion.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators">loose
 *     equality</a>
 */
public sealed interface Value {

    /** Whether it counts as true: neither {@code false}, {@code 0}, {@code NaN}, the empty text nor {@code null}. */
    boolean isTruthy();

    /** As text, the way a {@code ${{ }}} within a text shows it; collections show their kind. */
    String text();

    /** As a number; {@code NaN} where it is none. */
    double number();

    /** {@code null}. */
    record Null() implements Value {
        @Override
        public boolean isTruthy() {
            return false;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public double number() {
            return 0;
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Value {
        @Override
        public boolean isTruthy() {
            return value;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }

        @Override
        public double number() {
            return value ? 1 : 0;
        }
    }

    /** A number. */
    record Numeric(double value) implements Value {
        @Override
        public boolean isTruthy() {
            return value != 0 && !Double.isNaN(value);
        }

        @Override
        public String text() {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? Long.toString((long) value) : Double.toString(value);
        }

        @Override
        public double number() {
            return value;
        }
    }

    record Text(String value) implements Value {
        @Override
        public boolean isTruthy() {
            return !value.isEmpty();
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public double number() {
            return Numbers.parse(value.strip());
        }
    }

    /** An array or an object, as {@code fromJSON} yields it. */
    record Collection(JsonNode json) implements Value {
        @Override
        public boolean isTruthy() {
            return true;
        }

        @Override
        public String text() {
            return json.isArray() ? "Array" : "Object";
        }

        @Override
        public double number() {
            return Double.NaN;
        }
    }
}
