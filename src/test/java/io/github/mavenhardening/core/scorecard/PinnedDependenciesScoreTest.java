package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinnedDependenciesScoreTest {

    private static final String SHA = "0123456789ABCDEF012345678901234567890123";

    private final ScorecardFixture files = new ScorecardFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "o/a@v1;                          0 of 1 actions of others",
                "o/a@" + SHA + ";                 1 of 1 actions of others",
                "o/a@0123456;                     0 of 1 actions of others",
                "o/a/b@" + SHA + SHA + ";         1 of 1 actions of others",
                "actions/checkout@v4;             0 of 1 actions of GitHub's own",
                "github/codeql-action/init@" + SHA + "; 1 of 1 actions of GitHub's own",
                "docker://alpine:3;               0 of 1 actions of others",
                "docker://alpine@sha256:" + SHA + "abababababababababababab; 1 of 1 actions of others",
                "./a;                             nothing that can be pinned",
                "../a;                            1 of 1 actions of others",
            })
    void countsActions(String uses, String expected) {
        files.steps("- uses: " + uses);
        assertThat(files.pins()).isEqualTo(expected);
    }

    @Test
    void countsReusableWorkflows() {
        files.workflow(
                "on: push\njobs: {a: {uses: o/r/.github/workflows/w.yml@v1}, b: {uses: ./.github/workflows/w.yml}}\n");
        assertThat(files.pins()).isEqualTo("0 of 1 actions of others");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "runs-on: ubuntu-latest;                                               ;                              1",
                "runs-on: windows-2022;                                                ;                              0",
                "runs-on: [self-hosted, windows];                                      ;                              1",
                "runs-on: windows-2022;                                                shell: bash;                   1",
                "runs-on: x;                                                           shell: pwsh;                   0",
                "runs-on: x;                                                           shell: /bin/sh;                1",
                "runs-on: x;                                                           shell: mksh;                   1",
                "runs-on: x;                                                           shell: dash;                   0",
                "runs-on: x;                                                           shell: zsh;                    0",
                "runs-on: x;                                                           shell: bash -e {0};            0",
                "runs-on: x;                                                           if: runner.os == 'Windows';    0",
                "runs-on: x;                                                           if: runner.os == 'Linux';      1",
                "runs-on: x, defaults: {run: {shell: pwsh}};                           ;                              0",
                "runs-on: '${{ matrix.os }}', strategy: {matrix: {os: [windows-2022, x]}}; ;                          1",
                "runs-on: '${{ matrix.os }}', strategy: {matrix: {os: [windows-2022]}}; ;                             0",
                "runs-on: '${{ matrix.os }}', strategy: {matrix: {include: [{os: x}]}}; ;                             1",
                "runs-on: '${{ matrix.os }}';                                          ;                              0",
            })
    void readsTheScriptsOfThreeShells(String job, String step, int expected) {
        files.workflow("on: push\njobs: {a: {" + job + ", steps: [{run: pip install x"
                + (step == null ? "" : ", " + step) + "}]}}\n");
        assertThat(files.pins()).isEqualTo(expected == 0 ? "nothing that can be pinned" : "0 of 1 pip commands");
    }

    @Test
    void remembersDownloadsFromStepToStep() {
        files.steps("- run: wget https://example.org/i.sh\n- run: sh i.sh\n");
        assertThat(files.pins()).isEqualTo("0 of 1 downloads that are run");
        files.clear();
        files.steps("- run: wget https://example.org/i.sh\n").steps("- run: sh i.sh\n");
        assertThat(files.pins()).as("another job").isEqualTo("nothing that can be pinned");
    }

    /** What an expression holds is not known; in its place stands a variable. */
    @Test
    void readsScriptsWithExpressions() {
        files.steps("- run: pip install ${{ matrix.x == '(' && 'a' }} --require-hashes\n");
        assertThat(files.pins()).isEqualTo("1 of 1 pip commands");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.sh;          ;                      1",
                "a.bash;        ;                      1",
                "a.mksh;        ;                      1",
                "a.bats;        ;                      0",
                "a.zsh;         ;                      0",
                "a.ksh;         ;                      0",
                "sh;            ;                      0",
                "a.sh;          #!/usr/bin/awk -f;     0",
                "a.sh;          #!/bin/zsh;            0",
                "a.sh;          #! /bin/sh;            0",
                "a;             #!/bin/bash -e;        1",
                "a.txt;         #!/bin/sh;             1",
                "a;             #!/usr/bin/env bash;   1",
                "a;             #!/usr/bin/env -S bash; 0",
                "a;             #!/bin/dash;           0",
                "src/test/a.sh; ;                      0",
                "testdata/a.sh; ;                      0",
            })
    void knowsShellScripts(String path, String shebang, int expected) {
        files.with(path, (shebang == null ? "" : shebang + "\n") + "pip install x\n");
        assertThat(files.pins()).isEqualTo(expected == 0 ? "nothing that can be pinned" : "0 of 1 pip commands");
    }

    @Test
    void takesScriptsThatMakeDockerfilesForScripts() {
        files.with("build-dockerfile", "#!/bin/ksh\nRUN pip install x\nFROM a:1\n")
                .with("dockerfile.sh", "FROM a:1\nnpm ci\n");
        assertThat(files.pins()).isEqualTo("1 of 1 npm commands");
    }
}
