package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.PostureCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This repository keeps what it demands of others, whatever the persona. */
class OwnPostureTest {

    static List<PostureCheck> checks() {
        List<PostureCheck> checks = Checks.load(OwnPostureTest.class.getClassLoader()).of(PostureCheck.class).stream()
                .filter(check -> check.info().enabledByDefault())
                .toList();
        assertThat(checks).hasSizeGreaterThanOrEqualTo(5);
        return checks;
    }

    @ParameterizedTest
    @MethodSource("checks")
    void findsNothing(PostureCheck check) {
        PostureCase.of(check).in(Path.of("")).licensed("Apache-2.0").findsNothing();
    }
}
