package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTest {

    @ParameterizedTest
    @CsvSource({
        "org.example:lib, org.example:lib",
        "org.example:lib:1.0, org.example:lib:1.0",
        "'org.example:lib:[1.0,2.0)', 'org.example:lib:[1.0,2.0)'",
        "org.example:lib:jar:1.0, org.example:lib:1.0",
        "org.example:lib:jar:sources:1.0, org.example:lib:1.0"
    })
    void namesAnArtifactWithoutWhatItsFilesDifferIn(String coordinates, String expected) {
        assertThat(Element.ofArtifact(coordinates).coordinates()).contains(expected);
        assertThat(finding(coordinates).element().coordinates()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"lib", "''", "org/example/lib/1.0/lib-1.0.jar", "lib/C:x:y", "a:b:c:d:e:f"})
    void namesNoArtifactWhereThereIsNone(String text) {
        assertThat(Element.ofArtifact(text)).isEqualTo(Element.NONE);
        assertThat(finding(text).element()).isEqualTo(Element.NONE);
    }

    private static Finding finding(String coordinates) {
        return Finding.of("some-check", Severity.HIGH, Location.ofFile("pom.xml"))
                .message("wrong")
                .remedy("Mend it")
                .artifact(new ArtifactRef("org/example/lib", Optional.of(coordinates)))
                .build();
    }
}
