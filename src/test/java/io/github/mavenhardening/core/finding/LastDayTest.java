package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastDayTest {

    private static final LocalDate LAST = LocalDate.of(2027, 1, 31);

    @Test
    void isTheLastDayItself() {
        LastDay day = LastDay.of(" 2027-01-31 ");

        assertThat(day.date()).contains(LAST);
        assertThat(day.isOver(LAST)).isFalse();
        assertThat(day.isOver(LAST.plusDays(1))).isTrue();
        assertThat(day.end()).isEqualTo("expired on 2027-01-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-30", "31.01.2027", "2027-1-31", "soon", ""})
    void isOverWhereItIsNoDate(String text) {
        LastDay day = LastDay.of(text);

        assertThat(day.date()).isEmpty();
        assertThat(day.isOver(LocalDate.MIN)).isTrue();
        assertThat(day.end()).isEqualTo("counts as expired, as '" + text + "' is not a date such as 2027-01-31");
    }

    @Test
    void isWhatIsWritten() {
        assertThat(LastDay.of("2027-01-31 "))
                .hasToString("2027-01-31")
                .isEqualTo(LastDay.of("2027-01-31"))
                .hasSameHashCodeAs(LastDay.of("2027-01-31"))
                .doesNotHaveSameHashCodeAs(LastDay.of("2027-02-01"))
                .isNotEqualTo(LastDay.of("2027-02-01"))
                .isNotEqualTo("2027-01-31");
    }
}
