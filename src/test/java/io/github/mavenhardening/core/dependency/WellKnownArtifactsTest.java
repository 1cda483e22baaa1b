package io.github.mavenhardening.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.WellKnownArtifacts.Likeness;
import io.github.mavenhardening.core.dependency.WellKnownArtifacts.Lookalike;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.LockPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WellKnownArtifactsTest {

    private static Optional<Lookalike> lookalike(String name) {
        String[] parts = name.split(":", 2);
        return WellKnownArtifacts.table().imitatedBy(parts[0], parts[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "com.google.guavaa:guava, com.google.guava:guava, SAME_ARTIFACT",
        "io.github.someone:guava, com.google.guava:guava, SAME_ARTIFACT",
        "com.example:commons-lang3, org.apache.commons:commons-lang3, SAME_ARTIFACT",
        "junit.evil:junit, junit:junit, SAME_ARTIFACT",
        "com:guava, com.google.guava:guava, SAME_ARTIFACT",
        "com.fasterxml.jackson.cor:jackson-databind, com.fasterxml.jackson.core:jackson-databind, SAME_ARTIFACT",
        "org.fasterxml.jackson.core:jackson-databind, com.fasterxml.jackson.core:jackson-databind, SAME_ARTIFACT",
        "com.google.guaav:anything, com.google.guava, LIKE_GROUP",
        "org.apache.common:something, org.apache.commons, LIKE_GROUP",
        "org.springfamework:spring-extra, org.springframework, LIKE_GROUP",
        "com.example:snakeyamll, org.yaml:snakeyaml, LIKE_ARTIFACT",
        "com.example:common-io, commons-io:commons-io, LIKE_ARTIFACT",
        "com.example:jackson-databnid, com.fasterxml.jackson.core:jackson-databind, LIKE_ARTIFACT",
    })
    void findsWhatCouldBeMistaken(String name, String of, Likeness likeness) {
        assertThat(lookalike(name)).contains(new Lookalike(of, likeness));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.guava:guava",
                "com.google.guava:guava-testlib",
                "org.apache.commons.io:commons-io", // below a known group
                "org.apache.commons:commons-io", // relocated
                "org.testcontainers:junit-jupiter", // another artifact of a known publisher
                "asm:asm", // a predecessor
                "org.apache.camel.springboot:spring-boot", // another project's module
                "org.jsr-305:jsr305", // the same project's own name
                "tools.jackson.core:jackson-databind", // a successor
                "com.squareup.okhttp:okhttp", // an older generation
                "jakarta.servlet:jakarta.servlet-api",
                "org.bouncycastle:bcprov-jdk15on",
                "io.reactivex.rxjava2:rxjava",
                "com.github.java-json-tools:json-patch", // one letter from json-path
                "com.example:commons-lang4", // a number
                "com.example:gson2", // a number, and short
                "com.example:unit", // short
                "com.example:guava-extras",
                "org.example:lib",
            })
    void leavesAloneWhatIsLegitimateOrUnlike(String name) {
        assertThat(lookalike(name)).isEmpty();
    }

    @Test
    void needsEachExceptionOfTheTable() {
        List<String> needless = new ArrayList<>();
        for (String line : WellKnownArtifacts.lines()) {
            if (line.startsWith("also ") && !line.endsWith(":*")) {
                String[] parts = line.substring("also ".length()).split(":", 2);
                if (WellKnownArtifacts.table().likeness(parts[0], parts[1]).isEmpty()) {
                    needless.add(line);
                }
            }
        }
        assertThat(needless).isEmpty();
    }

    @Test
    void mistakesNoneOfItsOwn() {
        for (String line : WellKnownArtifacts.lines()) {
            if (!line.startsWith("also ")) {
                assertThat(lookalike(line)).as(line).isEmpty();
            }
        }
        assertThat(WellKnownArtifacts.lines()).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @Test
    void findsNothingInThisProjectsOwnLock() throws Exception {
        Lock lock = new LockFile(Path.of("")).read().orElseThrow();
        List<String> found = new ArrayList<>();
        for (String path : lock.entries().keySet()) {
            LockPath.coordinatesOf(path)
                    .flatMap(it -> WellKnownArtifacts.table().imitatedBy(it.groupId(), it.artifactId()))
                    .ifPresent(it -> found.add(path + ": " + it));
        }
        assertThat(lock.entries()).hasSizeGreaterThan(100);
        assertThat(found).isEmpty();
    }
}
