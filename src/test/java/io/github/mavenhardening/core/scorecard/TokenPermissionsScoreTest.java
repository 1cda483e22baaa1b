package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPermissionsScoreTest {

    private static final String NAME = "Token-Permissions";

    private final ScorecardFixture files = new ScorecardFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};                     ;                   10",
                "{contents: read};       ;                   10",
                "{contents: read};       {contents: write};  10",
                "{contents: read};       write-all;          10",
                "{contents: write};      ;                   0",
                "{contents: WRITE};      ;                   0",
                "{checks: write};        ;                   9",
                "{deployments: write, statuses: write}; {};  8",
                "{security-events: write}; {};               9",
                "{pages: write};         ;                   10",
                "read-all;               ;                   10",
                "write-all;              ;                   0",
                "write-all;              {contents: read};   9",
                "write-all;              {contents: write};  0",
                "write-all;              {pages: write};     9",
                "write-all;              write-all;          9",
                ";                       ;                   0",
                ";                       {contents: read};   9",
                ";                       {contents: write};  9",
                ";                       write-all;          9",
            })
    void weighsTokens(String top, String job, String expected) {
        files.workflow(workflow(top, job, "[{run: a}]"));
        assertThat(files.score(NAME)).isEqualTo(expected);
    }

    private static String workflow(String top, String job, String steps) {
        return "on: push\n" + (top == null ? "" : "permissions: " + top + "\n") + "jobs:\n  a:\n    runs-on: x\n"
                + (job == null ? "" : "    permissions: " + job + "\n") + "    steps: " + steps + "\n";
    }

    /** The jobs' own rights cost nothing of themselves, however many there are. */
    @Test
    void doesNotCountWritingJobs() {
        files.workflow("""
                on: push
                jobs:
                  a: {runs-on: x, permissions: {contents: write}, steps: [{run: a}]}
                  b: {runs-on: x, permissions: {contents: write}, steps: [{run: a}]}
                  c: {runs-on: x, permissions: {packages: write}, steps: [{run: a}]}
                """);
        assertThat(files.score(NAME)).isEqualTo("9");
    }

    @Test
    void addsWorkflowsUp() {
        files.workflow(workflow(null, "{}", "[{run: a}]"))
                .workflow(workflow("{checks: write}", null, "[{run: a}]"))
                .workflow(workflow("{checks: write}", null, "[{run: a}]"));
        assertThat(files.score(NAME)).as("8.5, cut off").isEqualTo("8");
    }

    /** Of what a job is known to need it is no harm that it may write. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "packages;        [{uses: actions/setup-java@v4}, {run: mvn -B deploy}];                9",
                "packages;        [{run: mvn -B deploy}];                                               0",
                "contents;        [{uses: actions/setup-java@v4}, {run: mvn -B deploy}];                0",
                "packages;        [{uses: docker/build-push-action@v6}];                                9",
                "packages;        [{uses: actions/setup-node@v4, with: {registry-url: 'https://repo.example.org'}}, {run: npm publish}]; 9",
                "packages;        [{uses: actions/setup-node@v4}, {run: npm publish}];                  0",
                "contents;        [{run: mvn release:prepare}];                                         9",
                "contents;        [{run: npx semantic-release}];                                        9",
                "contents;        [{uses: peaceiris/actions-gh-pages@v4}];                              9",
                "security-events; [{uses: github/codeql-action/upload-sarif@v3}];                       9",
                "security-events; [{uses: github/codeql-action/analyze@v3}];                            9",
                "security-events; [{uses: ossf/scorecard-action@v2}];                                   9",
                "security-events; [{uses: o/a@v1}];                                                     0",
                "actions;         [{uses: docker/build-push-action@v6}];                                0",
            })
    void knowsWhatJobsNeed(String permission, String steps, String expected) {
        files.workflow(workflow("write-all", "{" + permission + ": write}", steps));
        assertThat(files.score(NAME)).isEqualTo(expected);
    }

    @Test
    void joinsContinuedLines() {
        String steps = "[{uses: actions/setup-java@v4}, {run: \"mvn \\\\\\n deploy\"}]";
        files.workflow(workflow("write-all", "{packages: write}", steps));
        assertThat(files.score("Token-Permissions")).isEqualTo("9");
        files.clear();
        files.workflow(workflow("write-all", "{packages: write}", steps.replace("\\\\", "")));
        assertThat(files.score("Token-Permissions")).isEqualTo("0");
    }

    @Test
    void knowsReusableWorkflowsThatRelease() {
        files.workflow("on: push\npermissions: write-all\njobs:\n  a:\n    permissions: {contents: write}\n    uses: "
                + "slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.0.0\n");
        assertThat(files.score(NAME)).isEqualTo("9");
    }
}
