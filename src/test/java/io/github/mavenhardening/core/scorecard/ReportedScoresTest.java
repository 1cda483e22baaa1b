package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users reported to Scorecard, in small inputs of our own: the estimate says what Scorecard 5.4 says now. */
class ReportedScoresTest {

    private static final String DIGEST = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String PINS = "Pinned-Dependencies";
    private static final String RIGHTS = "Token-Permissions";

    private final ScorecardFixture files = new ScorecardFixture();

    @BeforeEach
    void begin() {
        files.with("README.md", "# a\n");
    }

    /** scorecard#4220, scorecard#3684: the image stands in an ARG. */
    @Test
    void resolvesArgumentsOfStages() {
        files.with("Dockerfile", "ARG BASE=alpine" + DIGEST + "\nFROM ${BASE} AS build\nFROM build\n");
        assertThat(files.score(PINS)).isEqualTo("10");
    }

    /** scorecard#4643: a stage of nothing is pinned, and what begins from it. */
    @Test
    void takesScratchForPinned() {
        files.with("Dockerfile", "FROM scratch AS empty\nFROM empty\n");
        assertThat(files.score(PINS)).isEqualTo("10");
    }

    /** scorecard#3763, scorecard#2228: the project itself, its extras included. */
    @Test
    void takesTheProjectItselfForPinned() {
        files.steps(
                "- run: |\n    pip install --no-deps --editable .[dev]\n    pip install --no-deps -e .[dev,oidc]\n");
        assertThat(files.score(PINS)).isEqualTo("10");
    }

    /** scorecard#4534, scorecard#3401: it does not look for a checksum. */
    @Test
    void countsVerifiedDownloadsAsScorecardDoes() {
        files.with(
                "Dockerfile",
                "FROM alpine" + DIGEST + "\nRUN wget https://example.org/i.sh && echo 'a i.sh' | sha256sum -c"
                        + " && ./i.sh\n");
        assertThat(files.pins()).contains("0 of 1 downloads that are run");
    }

    /** labsai/EDDI#466: a script at a commit is pinned. */
    @Test
    void takesACommitForPinned() {
        String sha = "0123456789abcdef0123456789abcdef01234567";
        files.with("i.sh", "#!/bin/sh\ncurl -sSL https://raw.githubusercontent.com/o/r/" + sha + "/install.sh | sh\n");
        assertThat(files.score(PINS)).isEqualTo("?");
    }

    /** scorecard#1876: what its parser does not take counts for nothing; scorecard#862: nor do scripts of other programs. */
    @Test
    void leavesOutWhatIsNotRead() {
        files.with("a.sh", "#!/bin/bash\nnpm install\nif [ a ]; then\n")
                .with("b.sh", "#!/usr/bin/awk -f\nnpm install\n");
        assertThat(files.score(PINS)).isEqualTo("?");
    }

    /** scorecard#884: makefiles are not read. */
    @Test
    void leavesMakefilesOut() {
        files.with("Makefile", "all:\n\tcurl https://example.org/i.sh | sh\n");
        assertThat(files.score(PINS)).isEqualTo("?");
    }

    /** scorecard#2991, scorecard#3162: rights of a job cost little where the top gives none. */
    @Test
    void forgivesRightsOfJobs() {
        files.workflow("""
                on: push
                permissions: read-all
                jobs:
                  a:
                    runs-on: x
                    permissions: {contents: write}
                    steps: [{uses: example/a@v1}]
                """);
        assertThat(files.score(RIGHTS)).isEqualTo("10");
    }

    /** scorecard#1400: each workflow is judged by itself. */
    @Test
    void tellsWorkflowsApart() {
        files.workflow("on: push\npermissions: {}\njobs: {a: {runs-on: x, steps: [{run: a}]}}\n")
                .workflow("on: push\njobs: {a: {runs-on: x, steps: [{run: a}]}}\n");
        assertThat(files.score(RIGHTS)).isEqualTo("0");
    }

    /** agno-agi/agno#3971, fedora-iot/greenboot#231: titles and comments in a script, whatever the blanks. */
    @Test
    void findsInjections() {
        files.steps("- run: echo ${{  github.event.pull_request.title  }}\n");
        assertThat(files.score("Dangerous-Workflow")).isEqualTo("0");
        files.clear();
        files.steps("- run: echo ${{github.event.comment.body}}\n");
        assertThat(files.score("Dangerous-Workflow")).isEqualTo("0");
    }

    /** Reported: a script at a commit, with options before its address, piped into a shell that gets arguments. */
    @Test
    void takesACommitForPinnedWhateverTheOptions() {
        String sha = "0123456789abcdef0123456789abcdef01234567";
        String text = "FROM alpine" + DIGEST + "\nRUN curl --proto '=https' --tlsv1.2 -sSf"
                + " 'https://raw.githubusercontent.com/o/r/" + sha
                + "/init.sh' | sh -s -- -v -y && . $HOME/.cargo/env\n";
        files.with("Dockerfile", text);
        assertThat(files.score(PINS)).isEqualTo("10");
        files.with("Dockerfile", text.replace(sha, "main"));
        assertThat(files.pins()).contains("0 of 1 downloads that are run");
    }

    /** Reported: one of several stages, all pinned, is chosen by an argument; without braces Scorecard resolves none. */
    @Test
    void resolvesTheChoiceOfAStage() {
        String stages = "ARG V=9.0\nFROM a:8" + DIGEST + " AS sdk-8.0\nFROM a:9" + DIGEST + " AS sdk-9.0\n";
        files.with("Dockerfile", stages + "FROM sdk-${V} AS build\n");
        assertThat(files.score(PINS)).isEqualTo("10");
        files.with("Dockerfile", "ARG BASE=alpine" + DIGEST + "\nFROM $BASE\n");
        assertThat(files.score(PINS)).isEqualTo("0");
    }

    /** Reported: hashes on the command line do not count, and data piped into an interpreter counts as a script. */
    @Test
    void countsWhatScorecardMistakes() {
        files.steps("- run: python3 -m pip install -U pip==24.1 --hash=sha256:" + DIGEST.substring(8) + "\n");
        assertThat(files.score(PINS)).isEqualTo("0");
        files.clear();
        files.steps("- run: curl -s https://example.org/data.json | python3 -c 'import json'\n");
        assertThat(files.pins()).contains("0 of 1 downloads that are run");
    }

    /** Reported: a makefile of that name is no library; a regression test's data of such a name are one to Scorecard. */
    @Test
    void readsWhatALibraryHolds() {
        files.with("scripts/Makefile.lib", "all:\n\tmake\n");
        assertThat(files.score("Binary-Artifacts")).isEqualTo("10");
        files.with("data/R0000C0000.bundle", new byte[] {3, 0, 0, 0, 0, (byte) 0xFF, 1, 0});
        assertThat(files.score("Binary-Artifacts")).isEqualTo("9");
    }

    /** Reported: rights that only read were listed as what to correct. */
    @Test
    void takesRightsToReadForNone() {
        files.workflow("on: push\npermissions: {contents: read}\njobs: {a: {runs-on: x, steps: [{run: a}]}}\n")
                .workflow("on: push\npermissions: read-all\njobs: {a: {runs-on: x, steps: [{run: a}]}}\n");
        assertThat(files.score(RIGHTS)).isEqualTo("10");
    }

    /** Reported: CodeQL by the forge's own settings is in no file; the estimate says what it did not ask. */
    @Test
    void saysWhichAnalysesNoFileShows() {
        assertThat(files.score("SAST")).isEqualTo("0");
        assertThat(files.scorecard().scores())
                .anyMatch(
                        score -> score.check().equals("SAST") && score.reason().contains("are not asked"));
    }
}
