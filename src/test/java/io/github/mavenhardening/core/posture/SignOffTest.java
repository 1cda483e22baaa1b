package io.github.mavenhardening.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignOffTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Signed-off-by: Ada <ada@example.org>",
                "SIGNED-OFF-BY: Ada <ada@example.org>",
                "Signed-off-by: Ada <ada@example.org>\u00A0\uFEFF\t",
                "Subject\u2028Signed-off-by: Ada <ada@example.org>\u2029More",
                "Subject\rSigned-off-by: Ada <ada@example.org>\rMore",
            })
    void readsWhatTheAppReads(String message) {
        assertThat(SignOff.of(message)).containsExactly(new SignOff("Ada", "ada@example.org"));
    }

    /** JavaScript knows no letter outside ASCII that stands for one within, and no line end but four. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u017Figned-off-by: Ada <ada@example.org>",
                "S\u0131gned-off-by: Ada <ada@example.org>",
                "Subject\u0085Signed-off-by: Ada <ada@example.org>",
                "Signed-off-by:  <ada@example.org",
                "Signed-off-by: Ada<ada@example.org>",
                "Signed-off-by",
                "",
            })
    void readsNoMore(String message) {
        assertThat(SignOff.of(message)).isEmpty();
    }

    @Test
    void takesTheLastBracketForTheAddress() {
        assertThat(SignOff.of("Signed-off-by: A <b> <c> d>")).containsExactly(new SignOff("A <b>", "c> d"));
        assertThat(SignOff.of("Signed-off-by:  <ada@example.org>"))
                .as("an empty name")
                .containsExactly(new SignOff("", "ada@example.org"));
    }
}
