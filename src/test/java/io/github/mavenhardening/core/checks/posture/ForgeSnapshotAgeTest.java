package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeSnapshotAgeTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository =
            PostureCase.of(new ForgeSnapshotAge()).with("pom.xml", "<project/>");

    @Test
    void saysOnceWhatNoFileTells() {
        repository.findsNothing();
        assertThat(repository.audit().notes()).isEmpty();
        repository.with(".github/workflows/ci.yml", "on: push").findsNothing();
        assertThat(repository.audit().notes()).hasSize(1).allMatch(note -> note.contains("'mvn hardening:forge'"));
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        assertThat(repository.audit().notes()).isEmpty();
    }

    @Test
    void saysItOfGitLabToo() {
        repository.with(".gitlab-ci.yml", "build: {script: [make]}").findsNothing();
        assertThat(repository.audit().notes()).hasSize(1);
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        assertThat(repository.audit().notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1969-10-03,0", "1969-10-02,1", "1960-01-01,1", "1970-01-02,0", "1970-01-03,1", "9999-01-01,1"})
    void knowsHowLongASnapshotIsGood(String taken, int findings) {
        repository.with(FILE, TestSnapshots.with("/taken", "\"" + taken + "\""));
        assertThat(repository.found()).hasSize(findings).allMatch(line -> line.startsWith("medium " + FILE + ":5 "));
    }

    @Test
    void obeysThePolicy() {
        repository.with(FILE, TestSnapshots.with("/taken", "\"1969-12-01\"")).findsNothing();
        assertThat(repository.option("{max-age: P7D}").found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"version\": 2}", "<<<<<<< ours"})
    void findsOneThatCannotBeRead(String text) {
        repository.with(FILE, text);
        assertThat(repository.found())
                .hasSize(1)
                .allMatch(line -> line.startsWith("high " + FILE) && line.contains("cannot be read"));
    }
}
