package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.Comparison;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GitLabReportsTest {

    private static final Span SPAN = new Span(0, 5, 3, 9, 4, 2);

    private final Report quality = new CodeQualityReport();
    private final Report sast = new GitLabSastReport();

    private static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.at(pointer).asText()));
        return texts;
    }

    private static Result ofEverySeverity() {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            findings.add(Samples.reference(severity.label() + ".yml", SPAN)
                    .severity(severity)
                    .build());
        }
        return Samples.judge(PolicyLayer.none(), Samples.workflows(findings.toArray(Finding[]::new)));
    }

    /** A result with the same finding, name and all, three times. */
    private static Result withNamesakes() {
        Result one = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(Samples.reference("a.yml", SPAN).build()));
        EvaluatedFinding judged = one.findings().get(0);
        return new Result(
                one.audits(),
                List.of(judged, judged, judged),
                0,
                one.policy(),
                one.weakenings(),
                one.remarks(),
                one.verdict(),
                Comparison.none());
    }

    @Test
    void writesCodeQuality() {
        JsonNode issues = Schemas.parse(quality.render(Samples.rich(), Samples.CONTEXT));

        assertThat(issues).hasSize(3);
        assertThat(issues.get(1).toString())
                .isEqualTo("{\"description\":\"actions/checkout@v4 is not pinned. Pin it to a commit.\","
                        + "\"check_name\":\"sample-reference\",\"fingerprint\":\""
                        + Samples.rich().findings().get(1).fingerprint()
                        + "\",\"severity\":\"critical\",\"location\":{\"path\":\".github/workflows/ci.yml\","
                        + "\"lines\":{\"begin\":12}}}");
        assertThat(issues.at("/0/location").toString()).isEqualTo("{\"path\":\"pom.xml\",\"lines\":{\"begin\":1}}");
        assertThat(quality.render(Samples.judge(PolicyLayer.none()), Samples.CONTEXT))
                .isEqualTo("[ ]\n");
    }

    @Test
    void mapsSeverities() {
        JsonNode issues = Schemas.parse(quality.render(ofEverySeverity(), Samples.CONTEXT));
        JsonNode report = Schemas.parse(sast.render(ofEverySeverity(), Samples.CONTEXT));

        assertThat(texts(issues, "/location/path"))
                .containsExactly("critical.yml", "high.yml", "info.yml", "low.yml", "medium.yml");
        assertThat(texts(issues, "/severity")).containsExactly("blocker", "critical", "info", "minor", "major");
        assertThat(texts(report.at("/vulnerabilities"), "/severity"))
                .containsExactly("Critical", "High", "Info", "Low", "Medium");
    }

    @Test
    void namesPathsFromTheCheckoutsRoot() {
        ReportContext context = Samples.CONTEXT.rootedAt("sub");

        assertThat(texts(Schemas.parse(quality.render(Samples.rich(), context)), "/location/path"))
                .containsExactly("sub/pom.xml", "sub/.github/workflows/ci.yml", "sub/docs/a b#c%.md");
        assertThat(Schemas.parse(sast.render(Samples.rich(), context))
                        .at("/vulnerabilities/0/location/file")
                        .textValue())
                .isEqualTo("sub/pom.xml");
    }

    @Test
    void writesSast() {
        ReportContext context = Samples.CONTEXT.of(Samples.checkout("none", ""));
        JsonNode report = Schemas.parse(sast.render(Samples.rich(), context));

        assertThat(report.at("/version").textValue()).isEqualTo("15.0.4");
        JsonNode scan = report.at("/scan");
        assertThat(scan.at("/type").textValue()).isEqualTo("sast");
        assertThat(scan.at("/start_time").textValue()).isEqualTo("2026-11-20T10:15:30");
        assertThat(scan.at("/end_time").textValue()).isEqualTo("2026-11-20T10:15:30");
        assertThat(scan.at("/status").textValue()).isEqualTo("failure");
        assertThat(scan.at("/scanner/vendor/name").textValue()).isNotBlank();
        assertThat(scan.at("/analyzer")).isEqualTo(scan.at("/scanner"));
        assertThat(texts(scan.at("/messages"), "/value"))
                .containsExactly("dependencies: could not check: The lock cannot be read");
        JsonNode vulnerability = report.at("/vulnerabilities/1");
        assertThat(vulnerability.at("/name").textValue()).isEqualTo("A reference is not pinned");
        assertThat(vulnerability.at("/description").textValue()).isEqualTo("actions/checkout@v4 is not pinned.");
        assertThat(vulnerability.at("/solution").textValue()).isEqualTo("Pin it to a commit.");
        assertThat(vulnerability.at("/location").toString())
                .isEqualTo("{\"file\":\".github/workflows/ci.yml\",\"start_line\":12,\"end_line\":12}");
        assertThat(vulnerability.at("/identifiers").toString())
                .isEqualTo(
                        "[{\"type\":\"hardening_check\",\"name\":\"sample-reference\",\"value\":\"sample-reference\","
                                + "\"url\":\"" + Tool.pageUrl("checks/sample-reference.md") + "\"}]");
        UUID id = UUID.fromString(vulnerability.at("/id").textValue());
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void knowsNoTimeWithoutACommit() {
        JsonNode report = Schemas.parse(sast.render(Samples.rich(), Samples.CONTEXT));

        assertThat(report.at("/scan/start_time").textValue()).isEqualTo("1970-01-01T00:00:00");
        assertThat(Schemas.parse(sast.render(ofEverySeverity(), ReportContext.of("", Samples.CHECKS, path -> false)))
                        .at("/scan")
                        .toString())
                .contains("\"version\":\"unknown\"", "\"status\":\"success\"");
    }

    @Test
    void givesEveryFindingANameOfItsOwn() {
        List<String> fingerprints =
                texts(Schemas.parse(quality.render(withNamesakes(), Samples.CONTEXT)), "/fingerprint");
        List<String> ids = texts(
                Schemas.parse(sast.render(withNamesakes(), Samples.CONTEXT)).at("/vulnerabilities"), "/id");

        assertThat(fingerprints).hasSize(3).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9a-f]{64}"));
        assertThat(fingerprints.get(0))
                .isEqualTo(withNamesakes().findings().get(0).fingerprint());
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(texts(Schemas.parse(quality.render(withNamesakes(), Samples.CONTEXT)), "/fingerprint"))
                .isEqualTo(fingerprints);
    }

    @Test
    void leavesOutWhatIsSuppressed() {
        assertThat(quality.render(Samples.rich(), Samples.CONTEXT)).doesNotContain("\"begin\" : 20");
        assertThat(sast.render(Samples.rich(), Samples.CONTEXT)).doesNotContain("\"start_line\" : 20");
    }

    @Test
    void keepsHostilePathsExactAndTextsVisible() {
        JsonNode issue = Schemas.parse(quality.render(Samples.hostile(), Samples.CONTEXT))
                .get(0);
        JsonNode vulnerability =
                Schemas.parse(sast.render(Samples.hostile(), Samples.CONTEXT)).at("/vulnerabilities/0");

        assertThat(issue.at("/location/path").textValue()).isEqualTo("::set-env name=a::\n##vso[x]?.yml");
        assertThat(issue.at("/description").textValue())
                .startsWith("x\\u000a::error::y\\u000d")
                .doesNotContain("\u001b");
        assertThat(vulnerability.at("/description").textValue()).doesNotContain("\u001b", "\u202e", "\n");
    }

    @Test
    void cutsALongName() {
        Finding finding = Finding.of("x".repeat(400), Severity.LOW, Location.of("a.yml", SPAN))
                .message("m")
                .remedy("r")
                .build();

        JsonNode report = Schemas.parse(
                sast.render(Samples.judge(PolicyLayer.none(), Samples.workflows(finding)), Samples.CONTEXT));

        assertThat(report.at("/vulnerabilities/0/name").textValue()).hasSize(255);
        assertThat(report.at("/vulnerabilities/0/identifiers/0").has("url")).isFalse();
    }

    @Test
    @Timeout(180)
    void writesThirtyThousandFindings() {
        Result result = Samples.many(30_000);

        JsonNode issues = Schemas.parse(quality.render(result, Samples.CONTEXT));
        JsonNode vulnerabilities =
                Schemas.parse(sast.render(result, Samples.CONTEXT)).at("/vulnerabilities");

        Set<String> names = new TreeSet<>(texts(issues, "/fingerprint"));
        assertThat(names).hasSize(30_000);
        assertThat(new TreeSet<>(texts(vulnerabilities, "/id"))).hasSize(30_000);
    }
}
