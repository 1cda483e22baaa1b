package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {

    private static final String SHA = "0123456789012345678901234567890123456789";

    private final Map<String, byte[]> files = new TreeMap<>();

    private ScorecardTest with(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private ScorecardTest workflow(String text) {
        return with(".github/workflows/w" + files.size() + ".yml", text);
    }

    private ScorecardTest steps(String steps) {
        return workflow("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n" + steps.indent(6));
    }

    /** What a check comes to, {@code ?} where that is inconclusive. */
    private String score(String check) {
        return score(Scorecard.of(new Repository(new Tree(files), Optional.empty())), check);
    }

    private static String score(Scorecard scorecard, String check) {
        return scorecard.scores().stream()
                .filter(score -> score.check().equals(check))
                .map(score -> score.value().isPresent() ? "" + score.value().getAsInt() : "?")
                .findFirst()
                .orElseThrow();
    }

    /** Nine of ten commands count as nine tenths, whatever their kinds. */
    @Test
    void weighsEachThingRatherThanEachKind() {
        String pinned = "- run: pip install --require-hashes -r requirements.txt\n";
        steps(pinned.repeat(9) + "- run: npm install\n");
        assertThat(score("Pinned-Dependencies")).isEqualTo("9");
    }

    @Test
    void leavesTestDataOut() {
        with("src/test/resources/Dockerfile", "FROM alpine:3\n").with("a/testdata/Dockerfile", "FROM alpine:3\n");
        assertThat(score("Pinned-Dependencies")).isEqualTo("?");
    }

    @Test
    void decidesNothingFromNothing() {
        with("a.txt", "a");
        assertThat(Scorecard.of(new Repository(new Tree(files), Optional.empty()))
                        .scores())
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
        Scorecard own = Scorecard.of(new Repository(new Checkout(Path.of("")), Optional.empty()));
        for (String check : List.of(
                "Binary-Artifacts",
                "Dangerous-Workflow",
                "Dependency-Update-Tool",
                "License",
                "Pinned-Dependencies",
                "Security-Policy",
                "Token-Permissions")) {
            assertThat(score(own, check)).as(check).isEqualTo("10");
        }
    }

    @Test
    void takesOneForEachCompiledFile() {
        byte[] compiled = HexFormat.of().parseHex("CAFEBABE0000003D");
        for (int i = 0; i < 3; i++) {
            files.put("c" + i + ".class", compiled);
        }
        assertThat(score("Binary-Artifacts")).isEqualTo("7");
        files.put("gradle/wrapper/gradle-wrapper.jar", HexFormat.of().parseHex("504B030414000000"));
        assertThat(score("Binary-Artifacts")).isEqualTo("6");
        steps("- uses: gradle/actions/wrapper-validation@v5");
        assertThat(score("Binary-Artifacts")).isEqualTo("7");
        for (int i = 0; i < 30; i++) {
            files.put("d" + i + ".class", compiled);
        }
        assertThat(score("Binary-Artifacts")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};                     ;                   10",
                "{contents: read};       ;                   10",
                "{contents: read};       {contents: write};  10",
                "{contents: write};      ;                   0",
                "{checks: write};        ;                   9",
                "{deployments: write, statuses: write}; {};  8",
                "{pages: write};         ;                   10",
                "read-all;               ;                   10",
                "write-all;              ;                   0",
                "write-all;              {contents: read};   9",
                "write-all;              {contents: write};  0",
                ";                       ;                   0",
                ";                       {contents: read};   9",
                ";                       {contents: write};  9",
            })
    void weighsTokens(String top, String job, String expected) {
        workflow("on: push\n" + (top == null ? "" : "permissions: " + top + "\n") + "jobs:\n  a:\n    runs-on: x\n"
                + (job == null ? "" : "    permissions: " + job + "\n") + "    steps: [{run: a}]\n");
        assertThat(score("Token-Permissions")).isEqualTo(expected);
    }

    @Test
    void weighsPins() {
        steps("- uses: actions/checkout@" + SHA + "\n- uses: actions/setup-java@v4");
        assertThat(score("Pinned-Dependencies")).as("GitHub's alone").isEqualTo("5");
        steps("- uses: o/a@v1");
        assertThat(score("Pinned-Dependencies")).as("2 x 5 of 10").isEqualTo("1");
        files.clear();
        steps("- uses: actions/checkout@v4\n- uses: o/a@" + SHA);
        assertThat(score("Pinned-Dependencies")).as("8 x 10 of 10").isEqualTo("8");
        with(
                "docker/Dockerfile",
                "FROM a:1 AS build\nFROM build\nFROM scratch\nFROM b@sha256:" + "ab".repeat(32)
                        + "\nRUN npm \\\n  install x\n");
        assertThat(score("Pinned-Dependencies")).as("(80 + 50 + 0) of 30").isEqualTo("4");
        with("vendor/Dockerfile", "FROM a:1\n");
        assertThat(score("Pinned-Dependencies")).as("other people's").isEqualTo("4");
        workflow("on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/w.yml@v1\n");
        assertThat(score("Pinned-Dependencies")).as("(40 + 50 + 0) of 30").isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pip install x;                                       PIP false",
                "python3 -m pip install -r r.txt --require-hashes;    PIP true",
                "pip3 install --no-deps -e .;                         PIP true",
                "cd a && npm ci;                                      NPM true",
                "sudo npm install -g x;                               NPM false",
                "npm run build;                                       ''",
                "go install example.org/x@latest;                     GO false",
                "go install example.org/x@v1.2.3;                     GO true",
                "go install ./cmd;                                    ''",
                "choco install x;                                     CHOCO false",
                "nuget install x -Version 1;                          NUGET true",
                "curl -sSf https://example.org/i | sudo -E bash -;    DOWNLOAD_THEN_RUN false",
                "bash <(curl -s https://example.org/i);               DOWNLOAD_THEN_RUN false",
                "curl -o a https://example.org/a;                     ''",
                "echo done # pip install x;                           ''",
            })
    void readsScripts(String script, String expected) {
        assertThat(ScriptPins.in(script))
                .extracting(pin -> pin.kind() + " " + pin.pinned())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void findsDangerousWorkflows() {
        steps("- run: echo ${{ github.event.repository.name }}");
        assertThat(score("Dangerous-Workflow")).isEqualTo("10");
        steps("- run: echo ${{ github.event.pull_request.title }}");
        assertThat(score("Dangerous-Workflow")).isEqualTo("0");
        files.clear();
        String checkout =
                "jobs: {a: {runs-on: x, steps: [{uses: actions/checkout@v4, with: {ref: '${{ github.event.pull_request.head.sha }}'}}]}}\n";
        workflow("on: pull_request\n" + checkout);
        assertThat(score("Dangerous-Workflow")).isEqualTo("10");
        workflow("on: pull_request_target\n" + checkout);
        assertThat(score("Dangerous-Workflow")).isEqualTo("0");
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
        assertThat(with(path, text).score("Security-Policy")).isEqualTo(expected);
    }

    @Test
    void findsToolsAndLicences() {
        with(".github/Renovate.json", "{}").with("COPYING", "Our own terms");
        assertThat(score("Dependency-Update-Tool")).isEqualTo("10");
        assertThat(score("License")).isEqualTo("9");
        with("COPYING", "Apache License\nVersion 2.0, January 2004\n");
        assertThat(score("License")).isEqualTo("10");
        // In two, or this file would count as a use of the fuzzer.
        with("src/F.java", "import com.code_intelligence.jazzer" + ".api.FuzzedDataProvider;");
        assertThat(score("Fuzzing")).isEqualTo("10");
        with("m/pom.xml", "<sonar.host.url>https://example.org</sonar.host.url>");
        assertThat(score("SAST")).isEqualTo("10");
        files.clear();
        steps("- uses: github/codeql-action/analyze@v4").with(".clusterfuzzlite/Dockerfile", "FROM a");
        assertThat(score("SAST")).isEqualTo("10");
        assertThat(score("Fuzzing")).isEqualTo("10");
    }

    private record Tree(Map<String, byte[]> contents) implements FileTree {
        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(contents.keySet());
        }

        @Override
        public Optional<List<TrackedFile>> tracked() {
            return Optional.of(contents.keySet().stream()
                    .map(path -> new TrackedFile(path, false))
                    .toList());
        }

        @Override
        public boolean isFile(String path) {
            return contents.containsKey(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            if (!isFile(path)) {
                throw new NoSuchFileException(path);
            }
            return contents.get(path);
        }
    }
}
