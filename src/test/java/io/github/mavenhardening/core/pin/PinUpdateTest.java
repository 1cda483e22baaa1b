package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinUpdateTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"'', false", "true, false", "minor, false", "major, true"})
    void isOfOneMajorVersionUnlessSaidOtherwise(String scope, boolean anyMajor) {
        assertThat(PinUpdate.of(scope, "7", NOW)).isEqualTo(new PinUpdate(anyMajor, 7, NOW));
    }

    @ParameterizedTest
    @CsvSource({"minro, ; did you mean minor?", "Major, ; did you mean major?", "latest, ''", "false, ''"})
    void refusesOtherScopes(String scope, String hint) {
        assertThatThrownBy(() -> PinUpdate.of(scope, "7", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hardening.update must be minor or major, and is '" + scope + "'" + hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "7d", "1.5", "99999", "3651", "\u0667", "1000000000000"})
    void refusesOtherCooldowns(String cooldown) {
        assertThatThrownBy(() -> PinUpdate.of("minor", cooldown, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hardening.cooldown must be a number of days from 0 to 3650, and is '" + cooldown + "'");
    }

    @Test
    void theFutureIsTooYoungUnlessAgeDoesNotMatter() {
        PinUpdate week = PinUpdate.of("", "7", NOW);

        assertThat(week.isOldEnough(Instant.parse("2026-11-13T12:00:00Z"))).isTrue();
        assertThat(week.isOldEnough(Instant.parse("2026-11-13T12:00:01Z"))).isFalse();
        assertThat(week.isOldEnough(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
        assertThat(week.isOldEnough(Instant.MIN)).isTrue();
        assertThat(week.isOldEnough(Instant.MAX)).isFalse();
        assertThat(PinUpdate.of("", "0", NOW).isOldEnough(Instant.MAX)).isTrue();
    }
}
