package io.github.mavenhardening.core.workflow.expression;

import java.util.regex.Pattern;

/** Numbers as the expression language writes them: decimal, {@code 0x…}, {@code 0o…}, with an exponent. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");
    private static final int INTEGER_DIGITS = 12;

    private Numbers() {}

    /** The number of a text without blanks around it: 0 for the empty text, {@code NaN} for what is none. */
    static double parse(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.startsWith("0x")) {
            return integer(text.substring(2), 16);
        }
        if (text.startsWith("0o")) {
            return integer(text.substring(2), 8);
        }
        return switch (text) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        };
    }

    private static double integer(String digits, int radix) {
        try {
            boolean plain = !digits.isEmpty()
                    && digits.length() <= INTEGER_DIGITS
                    && Character.isLetterOrDigit(digits.charAt(0));
            return plain ? Long.parseLong(digits, radix) : Double.NaN;
        } catch (NumberFormatException e) {
            // Silent: not a number is what GitHub, too, makes of it.
            return Double.NaN;
        }
    }
}
