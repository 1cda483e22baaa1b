package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.ConfigurationException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

/** Spans of time among a check's options, kept to what dates can be moved by. */
final class Periods {

    private static final int MOST_YEARS = 1000;
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private Periods() {}

    static Period option(CheckContext context, String checkId, String option, Period standard) {
        Period period = context.optionsOf(checkId).period(option).orElse(standard);
        if (period.isNegative() || isTooLong(period)) {
            throw new ConfigurationException(
                    "checks." + checkId + "." + option, "must be between P0D and P" + MOST_YEARS + "Y");
        }
        return period;
    }

    private static boolean isTooLong(Period period) {
        try {
            return ANY_DAY.plus(period).isAfter(ANY_DAY.plusYears(MOST_YEARS));
        } catch (DateTimeException | ArithmeticException e) {
            // Silent: what overflows the calendar is too long, and refused.
            return true;
        }
    }
}
