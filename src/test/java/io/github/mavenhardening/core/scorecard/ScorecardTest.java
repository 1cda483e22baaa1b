package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {

    private static final String SHA = "0123456789012345678901234567890123456789";

    private final ScorecardFixture files = new ScorecardFixture();

    /** Nine of ten commands count as nine tenths, whatever their kinds. */
    @Test
    void weighsEachThingRatherThanEachKind() {
        String pinned = "- run: pip install --require-hashes -r requirements.txt\n";
        files.steps(pinned.repeat(9) + "- run: npm install\n");
        assertThat(files.score("Pinned-Dependencies")).isEqualTo("9");
    }

    @Test
    void leavesTestDataOut() {
        files.with("src/test/resources/Dockerfile", "FROM alpine:3\n").with("a/testdata/Dockerfile", "FROM alpine:3\n");
        assertThat(files.score("Pinned-Dependencies")).isEqualTo("?");
    }

    @Test
    void decidesNothingFromNothing() {
        files.with("a.txt", "a");
        assertThat(files.scorecard().scores())
                .extracting(score -> score.toString().replaceFirst(":.*", ""))
                .containsExactly(
                        "Binary-Artifacts 10/10",
                        "Dangerous-Workflow ?",
                        "Dependency-Update-Tool 0/10",
                        "Fuzzing 0/10",
                        "License 0/10",
                        "Pinned-Dependencies ?",
                        "SAST 0/10",
                        "Security-Policy 0/10",
                        "Token-Permissions ?");
    }

    /** This repository keeps what it demands of others. */
    @Test
    void scoresThisRepository() throws IOException {
        Repository repository = new Repository(new Checkout(Path.of("")), Optional.empty());
        List<String> gaps = new ArrayList<>();
        Scorecard own = Scorecard.of(repository, gaps::add);
        assertThat(gaps).isEmpty();
        for (String check : List.of(
                "Binary-Artifacts",
                "Dangerous-Workflow",
                "Dependency-Update-Tool",
                "License",
                "Pinned-Dependencies",
                "Security-Policy",
                "Token-Permissions")) {
            assertThat(ScorecardFixture.score(own, check)).as(check).isEqualTo("10");
        }
    }

    @Test
    void saysWhatItLeavesOut() {
        assertThat(files.with("a.sh", "#!/bin/sh\n").gaps()).isEmpty();

        files.workflow("on: [");
        files.with("big.sh", "#!/bin/sh\n" + "a\n".repeat(200_000));
        files.with("other.sh", "#!/bin/sh\n" + "a\n".repeat(200_000));
        for (int i = 0; i <= 10_000; i++) {
            files.with("t/" + i + ".txt", "");
        }

        assertThat(files.gaps())
                .anySatisfy(gap -> assertThat(gap)
                        .startsWith(
                                "Scorecard's values are estimated without .github/workflows/w1.yml: cannot be read"))
                .anySatisfy(gap -> assertThat(gap)
                        .startsWith("Scorecard's values are estimated without big.sh and 1 more: only its first"))
                .anySatisfy(gap -> assertThat(gap).contains("with the names of texts or pictures not opened"))
                .hasSize(3);
    }

    @Test
    void takesOneForEachCompiledFile() {
        byte[] compiled = HexFormat.of().parseHex("CAFEBABE0000003D");
        for (int i = 0; i < 3; i++) {
            files.with("c" + i + ".class", compiled);
        }
        assertThat(files.score("Binary-Artifacts")).isEqualTo("7");
        files.with("gradle/wrapper/gradle-wrapper.jar", HexFormat.of().parseHex("504B030414000000"));
        assertThat(files.score("Binary-Artifacts")).isEqualTo("6");
        files.steps("- uses: gradle/actions/wrapper-validation@v5");
        assertThat(files.score("Binary-Artifacts")).isEqualTo("7");
        for (int i = 0; i < 30; i++) {
            files.with("d" + i + ".class", compiled);
        }
        assertThat(files.score("Binary-Artifacts")).isEqualTo("0");
    }

    @Test
    void weighsPins() {
        files.steps("- uses: actions/checkout@" + SHA + "\n- uses: actions/setup-java@v4");
        assertThat(files.score("Pinned-Dependencies")).as("GitHub's alone").isEqualTo("5");
        files.steps("- uses: o/a@v1");
        assertThat(files.score("Pinned-Dependencies")).as("2 x 1 of 12").isEqualTo("1");
        files.clear();
        files.steps("- uses: actions/checkout@v4\n- uses: o/a@" + SHA);
        assertThat(files.score("Pinned-Dependencies")).as("8 of 10").isEqualTo("8");
        files.with(
                "docker/Dockerfile",
                "FROM a:1 AS build\nFROM build\nFROM scratch\nFROM b@sha256:" + "ab".repeat(32)
                        + "\nRUN npm \\\n  install x\n");
        assertThat(files.score("Pinned-Dependencies"))
                .as("8 + 10 of 10 + 30 + 10")
                .isEqualTo("3");
        files.with("vendor/Dockerfile", "FROM a:1\n");
        assertThat(files.score("Pinned-Dependencies")).as("other people's").isEqualTo("3");
        files.workflow("on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/w.yml@v1\n");
        assertThat(files.score("Pinned-Dependencies"))
                .as("8 + 10 of 18 + 30 + 10")
                .isEqualTo("3");
    }

    @Test
    void findsDangerousWorkflows() {
        files.steps("- run: echo ${{ github.event.repository.name }}");
        assertThat(files.score("Dangerous-Workflow")).isEqualTo("10");
        files.steps("- run: echo ${{ github.event.pull_request.title }}");
        assertThat(files.score("Dangerous-Workflow")).isEqualTo("0");
        files.clear();
        String checkout =
                "jobs: {a: {runs-on: x, steps: [{uses: actions/checkout@v4, with: {ref: '${{ github.event.pull_request.head.sha }}'}}]}}\n";
        files.workflow("on: pull_request\n" + checkout);
        assertThat(files.score("Dangerous-Workflow")).isEqualTo("10");
        files.workflow("on: pull_request_target\n" + checkout);
        assertThat(files.score("Dangerous-Workflow")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SECURITY.md;       Report a vulnerability to a@example.org within 90 days; 10",
                "SECURITY.md;       Write to a@example.org;                                 9",
                "SECURITY.md;       https://example.org/report;                             6",
                "docs/Security.md;  Vulnerabilities are disclosed;                          4",
                "SECURITY.md;       We care;                                                3",
                "SECURITY.txt;      Report a vulnerability to a@example.org within 90 days; 0",
            })
    void weighsTheSecurityPolicy(String path, String text, String expected) {
        assertThat(files.with(path, text).score("Security-Policy")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ".config/Scala-Steward.conf, 10",
        ".scala-steward.conf,        10",
        "a/.scala-steward.conf,      0",
        ".pyup.yml,                  0",
    })
    void findsUpdateTools(String path, String expected) {
        assertThat(files.with(path, "a").score("Dependency-Update-Tool")).isEqualTo(expected);
    }

    @Test
    void findsToolsAndLicences() {
        files.with(".github/Renovate.json", "{}").with("COPYING", "Our own terms");
        assertThat(files.score("Dependency-Update-Tool")).isEqualTo("10");
        assertThat(files.score("License")).isEqualTo("9");
        files.with("COPYING", "Apache License\nVersion 2.0, January 2004\n");
        assertThat(files.score("License")).isEqualTo("10");
        // In two, or this file would count as a use of the fuzzer.
        files.with("src/F.java", "import com.code_intelligence.jazzer" + ".api.FuzzedDataProvider;");
        assertThat(files.score("Fuzzing")).isEqualTo("10");
        files.with("m/pom.xml", "<sonar.host.url>https://example.org</sonar.host.url>");
        assertThat(files.score("SAST")).isEqualTo("10");
        files.clear();
        files.steps("- uses: github/codeql-action/analyze@v4").with(".clusterfuzzlite/Dockerfile", "FROM a");
        assertThat(files.score("SAST")).isEqualTo("10");
        assertThat(files.score("Fuzzing")).isEqualTo("10");
    }
}
