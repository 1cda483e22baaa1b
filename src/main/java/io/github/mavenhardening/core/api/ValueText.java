package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.text.NearestName;
import io.github.mavenhardening.core.text.OtherNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of values that one text gives: what an option, a setting and a parameter can be. */
public final class ValueText {

    /** A longer period than a thousand years leads out of the calendar sooner or later. */
    private static final LocalDate BEYOND = LocalDate.EPOCH.plusYears(1000).plusDays(1);

    private ValueText() {}

    /**
     * The value of that type that a text gives.
     *
     * @throws IllegalArgumentException when it gives none; the message is the reason, "Must be …"
     */
    @SuppressWarnings("unchecked") // What is read of a text is of its type, which may be a primitive one.
    public static <T> T read(Class<T> type, String text) {
        return (T) valueOf(type, text);
    }

    private static Object valueOf(Class<?> type, String text) {
        if (type.isEnum()) {
            return constant(type, text.strip());
        }
        if (type == String.class) {
            return text;
        }
        String must = must(type);
        try {
            return parsed(type, text.strip());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            // The parsers' own words are not for users.
            throw new IllegalArgumentException("Must " + must, e);
        }
    }

    /** What a text of that type must be. */
    private static String must(Class<?> type) {
        if (isFlag(type)) {
            return "be true or false";
        }
        if (isNumber(type)) {
            return "be a whole number, 0 or more";
        }
        if (type == Period.class) {
            return "be an ISO 8601 period such as P90D or P1Y, of at most a thousand years";
        }
        if (type == Duration.class) {
            return "be an ISO 8601 duration such as PT12H";
        }
        if (type == LocalDate.class) {
            return "be a date such as 2027-01-31";
        }
        throw new IllegalStateException("no option can be a " + type.getName());
    }

    private static Object parsed(Class<?> type, String text) {
        if (isFlag(type)) {
            return flag(text);
        }
        if (isNumber(type)) {
            return number(text);
        }
        if (type == Period.class) {
            return period(text);
        }
        return type == Duration.class ? duration(text) : LocalDate.parse(text);
    }

    private static boolean isFlag(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    /**
     * The value of that type that a parameter gives.
     *
     * @param property the parameter's property
     * @throws ConfigurationException when the text gives none
     */
    public static <T> T ofParameter(String property, Class<T> type, String text) {
        try {
            return type.cast(read(type, text));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    property, "'" + text + "' " + e.getMessage().replaceFirst("^Must", "must"));
        }
    }

    /** A constant's name as users write it: {@code hash-pin}. */
    public static String label(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A value as a file would have it. */
    public static String of(Object value) {
        return value instanceof Enum<?> ? label(value) : value.toString();
    }

    private static Object constant(Class<?> type, String text) {
        List<String> labels = new ArrayList<>();
        Optional<String> meant = Optional.empty();
        for (Object constant : type.getEnumConstants()) {
            String label = label(constant);
            if (label.equalsIgnoreCase(text)) {
                return constant;
            }
            labels.add(label);
            if (constant instanceof OtherNames named && named.otherNames().contains(text.toLowerCase(Locale.ROOT))) {
                meant = Optional.of(label);
            }
        }
        String known = String.join(", ", labels.subList(0, labels.size() - 1));
        throw new IllegalArgumentException("Must be " + (known.isEmpty() ? "" : known + " or ")
                + labels.get(labels.size() - 1)
                + NearestName.hint(meant.orElse(text.toLowerCase(Locale.ROOT)), labels));
    }

    private static Object number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9' || i == 9) {
                throw new IllegalArgumentException(text);
            }
        }
        return Integer.valueOf(text);
    }

    private static Object flag(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(text);
    }

    private static Object period(String text) {
        Period period = Period.parse(text);
        if (period.isNegative() || !LocalDate.EPOCH.plus(period).isBefore(BEYOND)) {
            throw new IllegalArgumentException(text);
        }
        return period;
    }

    private static Object duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }
}
