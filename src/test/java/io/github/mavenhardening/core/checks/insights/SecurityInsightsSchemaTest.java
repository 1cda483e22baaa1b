package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsSchemaTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsSchema());

    @Test
    void isContentWithValidFiles() {
        repository.with(Samples.TWO).findsNothing();
        repository.with(Samples.ONE).findsNothing();
    }

    @Test
    void pointsToWhatIsWrong() {
        repository.with("""
                        header:
                          schema-version: 2.2.0
                          last-updated: '2026-11-01'
                          last-reviewed: '2026-11-01'
                          url: example.org #! /header/url: 'example.org' must be a URL
                        repository:
                          url: https://example.org/o/r
                          status: Active #! /repository/status: 'Active' is not one of active, abandoned
                          accepts-change-request: yes #! /repository/accepts-change-request: must be true or false, not text
                          accepts-automated-change-request: true
                          bug-fixes-only: #! /repository/bug-fixes-only: is empty
                          core-team:
                            - name: Ada #! /repository/core-team/0: 'primary' is missing
                          license: #! /repository/license: 'expression' is missing
                            url: https://example.org/LICENSE
                          security:
                            assessments:
                              self: none #! /repository/security/assessments/self: must be a mapping, not text
                            tools:
                              - name: scanner
                                type: secret-scanning #! /repository/security/tools/0/type: 'secret-scanning' is not one of
                                version: 2.10 #! /repository/security/tools/0/version: must be text, not a number
                                rulesets: default #! must be a list, not text
                                integration: {adhoc: true, ci: true, release: true}
                          release:
                            automated-pipeline: true
                            distribution-points: [] #! must have at least 1 entry
                        extra: 1 #! (root): 'extra' is not a known key here
                        """).findsWhatIsMarked();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status: active              | status: Active              | Write active
                    type: SCA                   | type: secret-scanning       | Write secret
                    type: SCA                   | type: static-analysis       | Write SAST
                    type: SCA                   | type: fuzzer                | Write fuzzing
                    type: SCA                   | type: nonsense              | Write one of fuzzing, container
                    policy: https               | security-policy: https      | Write 'policy', as 2.2.0 names it
                    release: false              | before-release: false       | Write 'release', as 2.2.0 names it
                    comment: the only one       | comment:                    | Give it a value, or remove the key
                    name: scanner               | name: 2                     | Quote it: "2"
                    name: example               | name: example\\n  extra: 1  | Remove it, or move it
                    'rulesets: [default]'       | rulesets: default           | Begin each entry with a dash
                    email: ada@example.org      | email: ''                   | Give it a value, or remove the key
                    """)
    void tellsWhatToDo(String valid, String wrong, String remedy) {
        String spoilt = Samples.TWO.replaceFirst(java.util.regex.Pattern.quote(valid), wrong.replace("\\n", "\n"));
        assertThat(spoilt).isNotEqualTo(Samples.TWO);
        List<Finding> findings = repository.with(spoilt).findings();
        assertThat(findings)
                .extracting(Finding::remedy)
                .anySatisfy(it -> assertThat(it).startsWith(remedy));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type: email                 | type: website               | Write url
                    tool-type: sca              | tool-type: fuzzing          | Write fuzzer
                    tool-version: '2'           | tool-version: 2             | Quote it: "2"
                    """, quoteCharacter = '`')
    void tellsWhatToDoInVersionOne(String valid, String wrong, String remedy) {
        String spoilt = Samples.ONE.replace(valid, wrong);
        assertThat(spoilt).isNotEqualTo(Samples.ONE);
        assertThat(repository.with(spoilt).only().remedy()).isEqualTo(remedy);
    }

    @Test
    void tellsToAddPrimary() {
        var finding = repository
                .with(Samples.TWO.replaceFirst(" +primary: true\n", ""))
                .only();
        assertThat(finding.remedy()).startsWith("Add 'primary: true'");
    }

    @Test
    void versionOneAsksForMaintainersOfWhatIsActive() {
        var finding = repository
                .with(Samples.ONE.replace("  core-maintainers: [github:ada]\n", ""))
                .only();
        assertThat(finding.message()).isEqualTo("/project-lifecycle: 'core-maintainers' is missing");
        repository
                .with(Samples.ONE
                        .replace("  core-maintainers: [github:ada]\n", "")
                        .replace("status: active", "status: moved"))
                .findsNothing();
    }

    @Test
    void leavesDatesAndVersionToTheirOwnChecks() {
        repository
                .with(Samples.TWO.replace("last-updated: '2026-11-01'", "last-updated: soon"))
                .findsNothing();
        repository.with(Samples.ONE.replace("'2027-10-01T00:00:00Z'", "never")).findsNothing();
        repository.with("header: {schema-version: 9.9.9, extra: 1}").findsNothing();
    }

    @Test
    void missesADateThatIsNotThere() {
        assertThat(repository
                        .with(Samples.ONE.replace("  expiration-date: '2027-10-01T00:00:00Z'\n", ""))
                        .only()
                        .message())
                .isEqualTo("/header: 'expiration-date' is missing");
    }

    @Test
    void knowsWhatAVersionLacks() {
        assertThat(repository.with(Samples.TWO.replace("2.2.0", "2.1.0")).only().remedy())
                .isEqualTo("Write 'security-policy', as 2.1.0 names it");
    }

    @Test
    void takesTheSchemaOfTheMinorVersionButNotOfANewerOne() {
        assertThat(repository
                        .with(Samples.TWO.replace("2.2.0", "2.2.1") + "extra: 1\n")
                        .findings())
                .hasSize(1);
        repository.with(Samples.TWO.replace("2.2.0", "2.3.0") + "extra: 1\n").findsNothing();
    }

    @Test
    void listsSoManyAndCountsTheRest() {
        StringBuilder yaml = new StringBuilder(Samples.TWO);
        for (int i = 0; i < 150; i++) {
            yaml.append("extra").append(i).append(": 1\n");
        }
        List<Finding> findings = repository.with(yaml.toString()).findings();
        assertThat(findings).hasSize(101);
        assertThat(findings.get(100).message()).contains("50 more errors");
    }

    @Test
    void aHostileTextTakesNoTime() {
        String digits = "value: '" + "1".repeat(40_000) + "x'";
        var finding = repository
                .with(Samples.ONE.replace("value: ada@example.org", digits))
                .only();
        assertThat(finding.message()).contains("must be an email address, a URL or a telephone number");
        assertThat(finding.message().length()).isLessThan(250);
    }

    @Test
    void tellsOnceThatAFileIsWrittenForAnotherRelease() {
        InsightsCase both = InsightsCase.of(new SecurityInsightsSchema(), new SecurityInsightsSchemaDocs());
        assertThat(both.with(Samples.ONE.replace("schema-version: 1.0.0", "schema-version: 2.0.0"))
                        .findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.primary().line()).isEqualTo(2);
                    assertThat(found.message())
                            .startsWith(
                                    "The file names version 2.0.0, but is written for 1.0.0: its keys project-lifecycle, ");
                    assertThat(found.remedy()).isEqualTo("Write schema-version: 1.0.0, or convert the file to 2.2.0");
                });
        assertThat(both.with(Samples.TWO.replaceFirst("schema-version: [0-9.]+", "schema-version: 1.0.0"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.remedy()).isEqualTo("Write schema-version: 2.2.0"));
    }

    @Test
    void listsTheErrorsOfAFileThatHasKeysOfItsRelease() {
        assertThat(repository
                        .with(Samples.TWO + "documentation: []\ndependencies: {}\n")
                        .found())
                .hasSize(2)
                .noneMatch(found -> found.contains("is written for"));
    }
}
