package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "CI, true, true",
        "CI, 1, true",
        "CI, woodpecker, true",
        "CI, false, false",
        "CI, FALSE, false",
        "CI, 0, false",
        "CI, '', false",
        "CI, ' ', false",
        "GITHUB_ACTIONS, true, true",
        "GITLAB_CI, true, true",
        "JENKINS_URL, https://ci.example.org/, true",
        "TF_BUILD, True, true",
        "HOME, true, false",
    })
    void knowsACiService(String name, String value, boolean service) {
        Environment environment = new Environment(Clock.systemUTC(), Map.of(name, value));
        assertThat(environment.service().isPresent()).isEqualTo(service);
        assertThat(environment.service().orElse(name)).isEqualTo(name);
    }

    @Test
    void knowsOneBesideAVariableThatSaysNo() {
        assertThat(new Environment(Clock.systemUTC(), Map.of("CI", "false", "GITLAB_CI", "true")).service())
                .contains("GITLAB_CI");
    }
}
