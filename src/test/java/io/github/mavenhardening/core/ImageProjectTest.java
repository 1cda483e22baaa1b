package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleLine;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.report.ConsoleSettings;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A Go project that vendors its modules and publishes images: signed, with a bill of materials, by local actions; and with the
 * gaps that maintainers of such projects know of. Whoever runs all checks without a setting is shown each of them.
 */
class ImageProjectTest {

    private static final Checks CHECKS = Checks.load(ImageProjectTest.class.getClassLoader());
    private static final Environment ENVIRONMENT =
            new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of());

    private static final String RELEASE = """
            name: Image Release Build
            on:
              push:
                tags: ['v1.*']
            permissions: {}
            jobs:
              build-and-push:
                runs-on: ubuntu-24.04
                timeout-minutes: 60
                environment: release
                permissions: {contents: read, id-token: write}
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                    with: {persist-credentials: false}
                  - uses: ./.github/actions/set-env-variables
                  - uses: docker/build-push-action@263435318d21b8e681c14492fe198d362a7d2c83 # v6.18.0
                    id: release
                    with:
                      provenance: false
                      push: true
                      tags: registry.example.org/project/operator:v1
                  - uses: ./.github/actions/cosign
                    with: {sbom: sbom.spdx.json}
            """;

    private static final String COSIGN = """
            name: cosign
            description: Signs an image and attests its bill of materials
            inputs:
              sbom: {description: The bill of materials, required: true}
            runs:
              using: composite
              steps:
                - uses: anchore/sbom-action@f8bdd1d8ac5e901a77a92f111440fdb1b593736b # v0.20.6
                - shell: bash
                  env:
                    SBOM: ${{ inputs.sbom }}
                  run: |
                    cosign sign -y registry.example.org/project/operator:v1
                    cosign attest -y --predicate "$SBOM" --type spdxjson registry.example.org/project/operator:v1
            """;

    private static final String CHECK = """
            name: Go
            on: pull_request
            permissions: {}
            jobs:
              test:
                runs-on: ubuntu-24.04
                timeout-minutes: 60
                permissions: {contents: read}
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                    with: {persist-credentials: false}
                  - uses: ./.github/actions/set-env-variables
                  - uses: project/project/.github/actions/set-env-variables@main
                  - run: |
                      go mod tidy
                      git diff --exit-code
                      make test
            """;

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put(".github/workflows/images.yaml", RELEASE);
        files.put(".github/workflows/go-check.yaml", CHECK);
        files.put(".github/actions/cosign/action.yml", COSIGN);
        files.put(
                ".github/actions/set-env-variables/action.yml",
                "name: env\ndescription: Sets variables\nruns: {using: composite, steps: [{run: env, shell: bash}]}\n");
        files.put("Makefile", "test:\n\tgo test ./...\n");
        files.put("go.mod", "module example.org/project\n");
        files.put("vendor/modules.txt", "# example.org/d v1.0.0\n");
        files.put("SECURITY-INSIGHTS.yml", """
                header:
                  schema-version: 1.0.0
                  last-updated: '2024-01-25'
                  last-reviewed: '2024-01-25'
                  expiration-date: '2025-01-25T00:00:00.000Z'
                  project-url: https://git.example.org/project/project
                """);
        return files;
    }

    private static Result run(Map<String, String> files) {
        Repository repository = new Repository(MemoryTree.of(files), RepositorySlug.parse("project/project"));
        Hardening hardening = new Hardening(repository, ENVIRONMENT, CHECKS, PolicyLayer.none(), Optional.empty());
        return hardening.judge(List.of(
                hardening.audit(new WorkflowAudit()),
                hardening.audit(new PostureAudit(Optional.empty())),
                hardening.audit(new SecurityInsightsAudit(Optional.empty()))));
    }

    private static List<String> shown(Result result) {
        return result.counting().stream()
                .map(EvaluatedFinding::finding)
                .map(ImageProjectTest::described)
                .distinct()
                .toList();
    }

    private static String described(Finding finding) {
        return finding.checkId() + " " + finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String console(Result result) {
        return new ConsoleReport(ConsoleSettings.plain(CHECKS))
                .lines(result, ".").stream()
                        .map(ConsoleLine::text)
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
    }

    @Test
    void namesEveryGapWithoutASetting() {
        Result result = run(files());
        assertThat(shown(result))
                .contains(
                        "provenance-disabled low",
                        "self-repository low",
                        "internal-mutable-ref medium",
                        "security-insights-expired high");
        String absent = console(result).replaceFirst(".*Absent: ", "");
        assertThat(absent)
                .contains("dependency review", "vulnerability scan", "Scorecard workflow")
                .contains("verification of vendored Go modules (go mod verify)", "provenance of releases")
                .doesNotContain("bill of materials");
        assertThat(result.counting())
                .extracting(EvaluatedFinding::finding)
                .filteredOn(finding -> finding.checkId().equals("self-repository"))
                .hasSize(3);
    }

    @Test
    void namesNoneOfThemWhereTheyAreClosed() {
        Map<String, String> files = files();
        files.put(
                ".github/workflows/images.yaml",
                RELEASE.replace("provenance: false", "provenance: mode=max").replace("./.github", "$/.github"));
        files.put(
                ".github/workflows/go-check.yaml",
                CHECK.replace("./.github", "$/.github")
                                .replace(
                                        "project/project/.github/actions/set-env-variables@main",
                                        "$/.github/actions/set-env-variables")
                                .replace("go mod tidy", "go mod vendor")
                        + "      - uses: actions/dependency-review-action@56339e523c0409420f6c2c9a2f4292bbb3c07dd3 # v4.8.0\n"
                        + "      - uses: ossf/scorecard-action@4eaacf0543bb3f2c246792bd56e8cdeffafb205a # v2.4.3\n");
        files.remove("SECURITY-INSIGHTS.yml");
        Result result = run(files);
        assertThat(shown(result))
                .doesNotContain(
                        "provenance-disabled low",
                        "self-repository low",
                        "internal-mutable-ref medium",
                        "security-insights-expired high");
        assertThat(console(result))
                .doesNotContain("dependency review", "vulnerability scan", "Scorecard workflow")
                .doesNotContain("go mod verify", "provenance of releases");
    }
}
