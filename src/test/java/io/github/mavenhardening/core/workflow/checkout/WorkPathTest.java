package io.github.mavenhardening.core.workflow.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$RUNNER_TEMP/a/b",
                "${RUNNER_TEMP}/a/b",
                "${RUNNER_TEMP:-/tmp}/a/b",
                "${RUNNER_TEMP:?}/a/b/",
                "${{ runner.temp }}/a/./b",
                "${{runner.temp}}/a/c/../b",
                "$env:RUNNER_TEMP\\a\\b",
                "${env:RUNNER_TEMP}/a/b",
                "%RUNNER_TEMP%\\a\\b"
            })
    void namesTheRunnersFolderInOneForm(String path) {
        assertThat(WorkPath.within("sub", path)).isEqualTo("$RUNNER_TEMP/a/b");
        assertThat(WorkPath.isElsewhere(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$GITHUB_WORKSPACE/a",
                "${GITHUB_WORKSPACE}/a",
                "${{ github.workspace }}/a",
                "${{github.workspace}}//a",
                "$env:GITHUB_WORKSPACE\\a"
            })
    void seesTheWorkspaceFromItself(String path) {
        assertThat(WorkPath.within("sub", path)).isEqualTo("a");
        assertThat(WorkPath.isElsewhere(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a, sub/a",
        "./a, sub/a",
        "../a, a",
        "/tmp/a, /tmp/a",
        "~/a, $HOME/a",
        "${HOME}/a, $HOME/a",
        "$HOME/a, $HOME/a",
        "$DIR/a, $DIR/a",
        "~user/a, ~user/a"
    })
    void seesPathsFromAFolder(String path, String seen) {
        assertThat(WorkPath.within("sub", path)).isEqualTo(seen);
    }

    @Test
    void staysBelowAFolderOutsideOfTheWorkspace() {
        assertThat(WorkPath.within("/tmp/a", "b")).isEqualTo("/tmp/a/b");
        assertThat(WorkPath.within("$RUNNER_TEMP/a", "../b")).isEqualTo("$RUNNER_TEMP/b");
    }
}
