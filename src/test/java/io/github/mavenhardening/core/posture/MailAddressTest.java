package io.github.mavenhardening.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "Ada.Lovelace+git@Mail.Example-Site.co.uk",
                "49699333+octo@users.noreply.github.com",
                "o'neil/{x}|y=z@example.museum",
                "a@b-.c--d.io",
                "1@1.x1",
                "st@x.ai",
                "ada@mail-.example.org",
                "_@xn--e1afmkfd.org",
            })
    void takesWhatTheAppTakes(String address) {
        assertThat(MailAddress.is(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@example.o",
                "ada@example.42",
                "ada@example.org.",
                "ada@example..org",
                "ada@-example.org",
                "ada@exa_mple.org",
                "ada@ex\u00E4mple.org",
                "zo\u00EB@example.org",
                "ada@home@example.org",
                "ada lovelace@example.org",
                ".ada@example.org",
                "ada.@example.org",
                "a..b@example.org",
                "ci[bot]@users.noreply.github.com",
                "\"ada\"@example.org",
                "ada@[127.0.0.1]",
                "ada@example.c--m",
                "ada@example.xn--p1ai",
                "ada@example-.org",
                "ada@mail.example-.org",
            })
    void refusesTheRest(String address) {
        assertThat(MailAddress.is(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void knowsTheLongestNames(int length) {
        assertThat(MailAddress.is("a".repeat(length) + "@example.org")).isEqualTo(length == 64);
        assertThat(MailAddress.is("a@" + "b".repeat(length - 1) + ".org")).isEqualTo(length == 64);
        assertThat(MailAddress.is("a@" + "b.".repeat(length * 2 - 2) + "org")).isEqualTo(length == 64);
    }
}
