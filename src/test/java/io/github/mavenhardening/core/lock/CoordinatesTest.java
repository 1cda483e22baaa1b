package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/example/lib/1.0/lib-1.0.jar",
                "org/example/lib/1.0/lib-1.0-sources.jar",
                "org/example/lib/1.0-SNAPSHOT/lib-1.0-SNAPSHOT.pom",
                "single/lib/1.0/lib-1.0-bin.tar.gz"
            })
    void readsWhatItWrites(String path) {
        assertThat(Coordinates.ofLayoutPath(path).map(Coordinates::layoutPath)).contains(path);
    }

    @Test
    void writesAsMavenDoes() {
        assertThat(Coordinates.ofLayoutPath("org/example/lib/1.0/lib-1.0-tests.jar"))
                .map(Coordinates::toString)
                .contains("org.example:lib:jar:tests:1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib.jar", "a/b/c", "org/example/lib/1.0/other-1.0.jar", "org/example/lib/1.0/lib-1.0"})
    void refusesWhatIsNotOfTheLayout(String path) {
        assertThat(Coordinates.ofLayoutPath(path)).isEmpty();
    }

    @Test
    void placesASnapshotUnderItsBaseVersion() {
        Coordinates snapshot =
                new Coordinates("org.example", "lib", "1.0-20260102.030405-6", "1.0-SNAPSHOT", "", "jar");

        assertThat(snapshot.layoutPath()).isEqualTo("org/example/lib/1.0-SNAPSHOT/lib-1.0-20260102.030405-6.jar");
    }
}
