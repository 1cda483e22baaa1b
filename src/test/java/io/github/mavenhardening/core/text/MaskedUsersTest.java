package io.github.mavenhardening.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedUsersTest {

    @ParameterizedTest
    @CsvSource({
        "Blocked: [a (http://bob:s@cret@a.example.org/m2)], Blocked: [a (http://**********@a.example.org/m2)]",
        "<url>https://t0ken@a.example.org</url>, <url>https://*****@a.example.org</url>",
        "x://a:b@c x://d@e, x://***@c x://*@e",
        "https://bob:${TOKEN}@a.example.org, https://bob:${TOKEN}@a.example.org",
        "ssh://git@example.org/a, ssh://git@example.org/a",
        "https://example.org/@a, https://example.org/@a",
        "https://@a, https://@a",
        "docker://alpine:3@sha256:12, docker://alpine:3@sha256:12",
        "://, ://"
    })
    void masksThemWithinATextOfTheSameLength(String text, String masked) {
        assertThat(MaskedUsers.in(text)).isEqualTo(masked).hasSameSizeAs(text);
    }
}
