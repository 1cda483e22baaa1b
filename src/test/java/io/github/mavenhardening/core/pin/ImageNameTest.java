package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"registry.example.org", "registry.example.org:5000", "localhost:5000", "10.0.0.1"})
    void takesHostsForRegistries(String text) {
        assertThat(PinRun.isRegistry(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://registry.example.org",
                "registry.example.org/",
                "registry.example.org/team",
                "a b",
                "user@host",
                ":5000",
                "host:port",
                "-host"
            })
    void refusesEverythingElse(String text) {
        assertThat(PinRun.isRegistry(text)).isFalse();
    }
}
