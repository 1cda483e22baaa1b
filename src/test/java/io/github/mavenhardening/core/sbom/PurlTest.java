package io.github.mavenhardening.core.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Coordinates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "org.example | lib | 1.0 | '' | jar | pkg:maven/org.example/lib@1.0?type=jar",
                "org.example | lib | 1.0 | '' | pom | pkg:maven/org.example/lib@1.0?type=pom",
                "org.example | lib | 1.0 | linux-x86_64 | exe | pkg:maven/org.example/lib@1.0?classifier=linux-x86_64&type=exe",
                "org.example | lib | 1.0 | bin | tar.gz | pkg:maven/org.example/lib@1.0?classifier=bin&type=tar.gz",
                "org.example | lib | 1.0-20260102.030405-6 | '' | jar | pkg:maven/org.example/lib@1.0-20260102.030405-6?type=jar",
                "org.example | lib | 1.0+7~a | '' | jar | pkg:maven/org.example/lib@1.0%2B7~a?type=jar",
                "org.example | lib | 1?type=x#y | '' | jar | pkg:maven/org.example/lib@1%3Ftype%3Dx%23y?type=jar",
                "a b | l/i@b | '' | ü | jar | pkg:maven/a%20b/l%2Fi%40b?classifier=%C3%BC&type=jar"
            })
    void namesAnArtifact(String group, String artifact, String version, String classifier, String type, String purl) {
        assertThat(Purl.of(new Coordinates(group, artifact, version, version, classifier, type)))
                .isEqualTo(purl);
    }
}
