package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DependencyReviewMissingTest {

    private static final DependencyReviewMissing CHECK = new DependencyReviewMissing();
    private static final String POM = "<project/>";
    private static final String BUILD = """
            on: [push, pull_request]                      MARK
            jobs:
              build:
                runs-on: ubuntu-24.04
                steps: [{run: mvn verify}]
            """;

    private static MarkedYaml review(String steps) {
        return MarkedYaml.workflow(
                "on: pull_request\njobs:\n  review:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void findsThatThereIsNone() {
        String mark = "# finds: dependency-review-missing low medium-confidence pedantic";
        MarkedYaml.workflow(BUILD.replace("MARK", mark)).and("pom.xml", POM).isFoundBy(CHECK);
        MarkedYaml.workflow(BUILD.replace("MARK", "")).isFoundBy(CHECK);
        MarkedYaml.workflow(BUILD.replace("MARK", "").replace("[push, pull_request]", "push"))
                .and("pom.xml", POM)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(BUILD.replace("MARK", ""))
                .and("pom.xml", POM)
                .and(".github/workflows/review.yml", """
                        on: pull_request
                        jobs:
                          review:
                            runs-on: ubuntu-24.04
                            steps: [{uses: actions/dependency-review-action@v5}]
                        """)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(BUILD.replace("MARK", ""))
                .and("pom.xml", POM)
                .and(".github/workflows/review.yml", """
                        on: pull_request
                        jobs:
                          review:
                            uses: org/workflows/.github/workflows/dependency-review.yml@v1
                        """)
                .isFoundBy(CHECK);
    }

    /** The review belongs to what builds pull requests; a workflow that only labels or greets is none. */
    @Test
    void namesTheWorkflowThatBuilds() {
        String labels = """
                on: pull_request
                jobs:
                  label:
                    runs-on: ubuntu-24.04
                    steps: [{run: gh pr edit 1 --add-label x}]
                """;
        MarkedYaml.workflow(BUILD.replace("MARK", "# finds: dependency-review-missing low medium-confidence pedantic"))
                .and(".github/workflows/a-label.yml", labels)
                .and("pom.xml", POM)
                .isFoundBy(CHECK);
        assertThat(MarkedYaml.workflow(labels).and("pom.xml", POM).findings(CHECK))
                .extracting(finding -> finding.primary().path())
                .containsExactly(".github/workflows");
    }

    @Test
    void looksForManifestsBelowTheRoot() {
        String mark = "# finds: dependency-review-missing low medium-confidence pedantic";
        for (String path : new String[] {"frontend/package.json", "backend/core/pom.xml", "cmd/tool/go.mod"}) {
            MarkedYaml.workflow(BUILD.replace("MARK", mark)).and(path, "").isFoundBy(CHECK);
        }
        for (String path : new String[] {
            "node_modules/a/package.json", "vendor/a/go.mod", "src/test/resources/pom.xml", "examples/a/Cargo.toml"
        }) {
            MarkedYaml.workflow(BUILD.replace("MARK", "")).and(path, "").isFoundBy(CHECK);
        }
    }

    @Test
    void findsWhatCannotFail() {
        review("""
                - uses: actions/dependency-review-action@v5
                - uses: actions/dependency-review-action@v5
                  with:
                    fail-on-severity: critical
                    warn-only: false
                - uses: actions/dependency-review-action@v5
                  with:
                    warn-only: true                       # finds: dependency-review-missing medium
                - uses: actions/dependency-review-action@v5
                  with:
                    vulnerability-check: false            # finds: dependency-review-missing medium
                - uses: actions/dependency-review-action@v5
                  continue-on-error: true                 # finds: dependency-review-missing medium
                """).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: pull_request
                jobs:
                  review:
                    runs-on: ubuntu-24.04
                    continue-on-error: true               # finds: dependency-review-missing medium
                    steps: [{uses: actions/dependency-review-action@v5}]
                """).isFoundBy(CHECK);
    }

    @Test
    void readsTheConfigurationFile() {
        String step = "- uses: actions/dependency-review-action@v5\n  with:\n    config-file: ./.github/review.yml\n";
        review(step)
                .and(
                        ".github/review.yml",
                        "warn-only: true                 # finds: dependency-review-missing medium\n")
                .isFoundBy(CHECK);
        review(step).and(".github/review.yml", "fail-on-severity: high\n").isFoundBy(CHECK);
        review(step).and(".github/review.yml", "a: [\n").isFoundBy(CHECK);
        review(step).isFoundBy(CHECK);
        review(step.replace("./.github/review.yml", "org/config/review.yml@main"))
                .isFoundBy(CHECK);
    }

    /** A scan that runs on the pull request fails where it brings a vulnerable dependency in; one that only tells does not. */
    @Test
    void takesAScanOfPullRequests() {
        String scan = """
                on: EVENT
                jobs:
                  scan:
                    runs-on: ubuntu-24.04
                    steps: [STEP]
                """;
        String mark = "# finds: dependency-review-missing low medium-confidence pedantic";
        for (String step : new String[] {
            "uses: EmbarkStudios/cargo-deny-action@v2", "run: cargo audit", "uses: golang/govulncheck-action@v1"
        }) {
            MarkedYaml.workflow(BUILD.replace("MARK", ""))
                    .and("pom.xml", POM)
                    .and(
                            ".github/workflows/scan.yml",
                            scan.replace("EVENT", "pull_request").replace("STEP", "{" + step + "}"))
                    .isFoundBy(CHECK);
            MarkedYaml.workflow(BUILD.replace("MARK", mark))
                    .and("pom.xml", POM)
                    .and(
                            ".github/workflows/scan.yml",
                            scan.replace("EVENT", "schedule").replace("STEP", "{" + step + "}"))
                    .isFoundBy(CHECK);
        }
        for (String step : new String[] {
            "uses: EmbarkStudios/cargo-deny-action@v2, with: {command: check bans}",
            "uses: ossf/scorecard-action@v2",
            "uses: gradle/actions/dependency-submission@v5"
        }) {
            MarkedYaml.workflow(BUILD.replace("MARK", mark))
                    .and("pom.xml", POM)
                    .and(
                            ".github/workflows/scan.yml",
                            scan.replace("EVENT", "pull_request").replace("STEP", "{" + step + "}"))
                    .isFoundBy(CHECK);
        }
    }
}
