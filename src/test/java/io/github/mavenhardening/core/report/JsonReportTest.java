package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.policy.Comparison;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Verdict;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Measures;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.scorecard.Score;
import io.github.mavenhardening.core.scorecard.Scorecard;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private final Report report = new JsonReport();

    @Test
    void keepsItsSchema() {
        assertThat(Schemas.errors(Schemas.report(), report.render(Samples.rich(), Samples.CONTEXT)))
                .isEmpty();
        assertThat(Schemas.errors(Schemas.report(), report.render(Samples.hostile(), Samples.CONTEXT)))
                .isEmpty();
        assertThat(Schemas.errors(Schemas.report(), report.render(Samples.weakened(), Samples.CONTEXT)))
                .isEmpty();
        String rich = report.render(Samples.rich(), Samples.CONTEXT);
        assertThat(Schemas.errors(Schemas.report(), rich.replace("\"severity\" : \"high\"", "\"severity\" : \"huge\"")))
                .isNotEmpty();
        assertThat(Schemas.errors(Schemas.report(), report.render(Samples.judge(PolicyLayer.none()), Samples.CONTEXT)))
                .isEmpty();
    }

    @Test
    void tellsTheScorecardWhereThereIsOne() {
        AuditResult posture = new AuditResult(
                Family.POSTURE,
                AuditResult.Outcome.CHECKED,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Scorecard(List.of(
                        new Score("License", OptionalInt.of(9), "LICENSE"),
                        new Score("Token-Permissions", OptionalInt.empty(), "there is no workflow")))),
                false,
                new Measures(List.of(), List.of(), List.of()));
        Result result = new Result(
                List.of(posture),
                List.of(),
                0,
                PolicyLayer.none().toPolicy(),
                List.of(),
                List.of(),
                new Verdict(List.of()),
                Comparison.none());
        String json = report.render(result, Samples.CONTEXT);

        assertThat(Schemas.errors(Schemas.report(), json)).isEmpty();
        assertThat(Schemas.parse(json).at("/scorecard").toString())
                .isEqualTo("[{\"check\":\"License\",\"score\":9,\"reason\":\"LICENSE\"},"
                        + "{\"check\":\"Token-Permissions\",\"reason\":\"there is no workflow\"}]");
        assertThat(new ConsoleReport(ConsoleSettings.plain(Samples.CHECKS)).lines(result, "."))
                .extracting(ConsoleLine::text)
                .contains("  License 9/10: LICENSE", "  Token-Permissions ?: there is no workflow");
    }

    @Test
    void saysWhoReachesWhichCredentials() {
        String workflow = """
                on: push
                jobs:
                  publish:
                    runs-on: ubuntu-24.04
                    environment: release
                    steps: [{run: mvn deploy, env: {TOKEN: '${{ secrets.TOKEN }}'}}]
                """;
        AuditResult audit = new WorkflowAudit()
                .run(
                        MemoryTree.of(Map.of(".github/workflows/a.yml", workflow))
                                .context(Optional.empty()),
                        Checks.of(List.of()));
        String json = report.render(Samples.judge(PolicyLayer.none(), audit), Samples.CONTEXT);
        assertThat(Schemas.errors(Schemas.report(), json)).isEmpty();
        assertThat(Schemas.errors(Schemas.report(), json.replace("\"unknown\"", "\"maybe\"")))
                .isNotEmpty();
        String rule = "\"guard\":\"unknown\",\"rule\":\"the environment's rules, which only the forge knows\"";
        assertThat(Schemas.parse(json).at("/families/0/access").toString())
                .isEqualTo("[{\"workflow\":\".github/workflows/a.yml\",\"job\":\"publish\",\"events\":[\"push\"],"
                        + "\"environment\":\"release\"," + rule + ",\"publishes\":[\"mvn deploy\"],"
                        + "\"secrets\":[{\"name\":\"TOKEN\",\"owner\":\"unknown\"," + rule + "}]}]");
    }

    @Test
    void hasASchemaThatRefuses() {
        String json = report.render(Samples.rich(), Samples.CONTEXT);

        assertThat(Schemas.errors(Schemas.report(), json.replace("\"high\"", "\"hihg\"")))
                .isNotEmpty();
        assertThat(Schemas.errors(Schemas.report(), json.replace("\"outcome\"", "\"outcomes\"")))
                .isNotEmpty();
    }

    @Test
    void tellsAFindingWhole() {
        JsonNode json = Schemas.parse(report.render(Samples.rich(), Samples.CONTEXT));

        JsonNode finding = json.at("/findings/1");
        assertThat(finding.toPrettyString().replace("\r", ""))
                .isEqualTo("""
                        {
                          "check" : "sample-reference",
                          "title" : "A reference is not pinned",
                          "severity" : "high",
                          "confidence" : "high",
                          "persona" : "regular",
                          "location" : {
                            "path" : ".github/workflows/ci.yml",
                            "line" : 12,
                            "column" : 15,
                            "endLine" : 12,
                            "endColumn" : 34
                          },
                          "related" : [ {
                            "path" : ".github/workflows/ci.yml",
                            "line" : 3,
                            "column" : 1,
                            "endLine" : 4,
                            "endColumn" : 2,
                            "label" : "the job has write permission"
                          } ],
                          "message" : "actions/checkout@v4 is not pinned",
                          "remedy" : "Pin it to a commit",
                          "fingerprint" : "%s",
                          "element" : {
                            "job" : "build",
                            "step" : "get",
                            "stepName" : "Check out",
                            "uses" : "actions/checkout@v4"
                          },
                          "fix" : {
                            "description" : "Pin to the commit of v4",
                            "safe" : true,
                            "edits" : [ {
                              "path" : ".github/workflows/ci.yml",
                              "line" : 12,
                              "column" : 34,
                              "endLine" : 12,
                              "endColumn" : 34,
                              "replacement" : " # v4"
                            }, {
                              "path" : ".github/workflows/ci.yml",
                              "line" : 12,
                              "column" : 32,
                              "endLine" : 12,
                              "endColumn" : 34,
                              "replacement" : "0123abc"
                            } ]
                          }
                        }""".formatted(Samples.rich().findings().get(1).fingerprint()));
    }

    @Test
    void tellsWhatWasLookedAtAndTheVerdict() {
        JsonNode json = Schemas.parse(report.render(Samples.rich(), Samples.CONTEXT));

        assertThat(json.at("/tool").toString())
                .isEqualTo("{\"name\":\"hardening-maven-plugin\",\"version\":\"1.2.3\"}");
        assertThat(json.at("/families").toString())
                .isEqualTo("[{\"id\":\"workflows\",\"outcome\":\"checked\",\"examined\":{\"files\":2,\"references\":1},"
                        + "\"notes\":[\"left out vendor/\"],\"gaps\":[]},"
                        + "{\"id\":\"dependencies\",\"outcome\":\"could-not-check\",\"examined\":{\"artifacts\":210},"
                        + "\"notes\":[\"The lock cannot be read\"],\"gaps\":[]},"
                        + "{\"id\":\"security-insights\",\"outcome\":\"nothing-to-check\",\"examined\":{},"
                        + "\"notes\":[\"no such file\"],\"gaps\":[]}]");
        assertThat(json.at("/counts").toString())
                .isEqualTo("{\"bySeverity\":{\"critical\":1,\"high\":1,\"medium\":0,\"low\":0,\"info\":1},"
                        + "\"suppressed\":1,\"excused\":0,\"hidden\":1}");
        assertThat(json.at("/verdict").toString())
                .isEqualTo("{\"passed\":false,\"failOn\":\"high\",\"confidence\":\"medium\",\"maximum\":{},"
                        + "\"reasons\":[\"2 findings of severity high or above\"]}");
    }

    @Test
    void tellsWhatTheVerdictRestsOn() {
        JsonNode json = Schemas.parse(report.render(Samples.weakened(), Samples.CONTEXT.rootedAt("decoy")));

        assertThat(json.at("/setup").toString())
                .isEqualTo("{\"root\":\"decoy\",\"policyFiles\":[\".mvn/hardening.yml\"],\"persona\":\"regular\","
                        + "\"failOn\":\"medium\",\"confidence\":\"medium\",\"maximum\":{\"low\":2},"
                        + "\"settings\":["
                        + "{\"name\":\"checks.sample-note.enabled\",\"value\":\"false\",\"place\":\".mvn/hardening.yml:5\"},"
                        + "{\"name\":\"checks.sample-reference.severity\",\"value\":\"low\",\"place\":\".mvn/hardening.yml:4\"},"
                        + "{\"name\":\"fail-on.severity\",\"value\":\"medium\",\"place\":\".mvn/hardening.yml:1\"},"
                        + "{\"name\":\"maximum.low\",\"value\":\"2\",\"place\":\".mvn/hardening.yml:2\"}],"
                        + "\"weakenings\":["
                        + "{\"check\":\"sample-note\",\"from\":\"info\",\"to\":\"off\",\"place\":\".mvn/hardening.yml:5\"},"
                        + "{\"check\":\"sample-reference\",\"from\":\"high\",\"to\":\"low\",\"place\":\".mvn/hardening.yml:4\"}],"
                        + "\"remarks\":[\"the exception at .mvn/hardening.yml:8 expired on 2026-11-25\"]}");
        assertThat(json.at("/counts/excused").intValue()).isEqualTo(1);
    }

    @Test
    void marksWhatIsSuppressed() {
        JsonNode marked = Schemas.parse(report.render(Samples.rich(), Samples.CONTEXT.suppressedInSarif(false)));

        assertThat(marked.at("/findings")).hasSize(4);
        assertThat(marked.at("/findings/2/suppression").toString())
                .isEqualTo("{\"kind\":\"inSource\",\"place\":\".github/workflows/ci.yml:20\","
                        + "\"reason\":\"trusted here\"}");
        assertThat(marked.at("/counts/suppressed").intValue()).isEqualTo(1);
    }

    @Test
    void keepsPathsAndReplacementsExactAndSentencesSafe() {
        Result hostile = Samples.hostile();

        String text = report.render(hostile, Samples.CONTEXT);
        JsonNode finding = Schemas.parse(text).at("/findings/0");

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(finding.at("/location/path").textValue()).isEqualTo("::set-env name=a::\n##vso[x]?.yml");
        assertThat(finding.at("/fix/edits/0/replacement").textValue()).startsWith("x\n::error::y\r##[group]\u001b[2J");
        assertThat(finding.at("/message").textValue())
                .startsWith("x\\u000a::error::y\\u000d##[group]\\u001b[2J\\u202e");
    }

    @Test
    void namesTheVersionAndWhatTheBaselineKnows() {
        ReportContext context = Samples.CONTEXT.of(Samples.checkout("none", ""));
        String text = report.render(Samples.compared(), context);
        JsonNode json = Schemas.parse(text);

        assertThat(Schemas.errors(Schemas.report(), text)).isEmpty();
        assertThat(json.at("/repository").toString())
                .isEqualTo("{\"uri\":\"https://git.example.org/octo/app\","
                        + "\"commit\":\"0123456789abcdef0123456789abcdef01234567\",\"branch\":\"main\"}");
        assertThat(json.at("/findings/1/baseline").textValue()).isEqualTo("unchanged");
        assertThat(json.at("/findings/1/spared").textValue()).isEqualTo("known");
        assertThat(json.at("/findings/0/baseline").textValue()).isEqualTo("new");
        assertThat(json.at("/findings/0").has("spared")).isFalse();
        assertThat(json.at("/findings/2").has("baseline")).isFalse();
        assertThat(json.at("/counts/gone").intValue()).isEqualTo(2);
        assertThat(Schemas.parse(report.render(Samples.rich(), Samples.CONTEXT))
                        .at("/counts")
                        .has("gone"))
                .isFalse();
    }

    @Test
    void isTheSameEveryTimeAndEndsInALineFeed() {
        String text = report.render(Samples.rich(), Samples.CONTEXT);

        assertThat(report.render(Samples.rich(), Samples.CONTEXT)).isEqualTo(text);
        assertThat(text).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void tellsWhatTheBaselineHasAndWasNotFound() {
        BaselineEntry gone = new BaselineEntry("unpinned-uses", ".github/workflows/a.yml", "x@v1");
        Result result = new Result(
                List.of(),
                List.of(),
                0,
                PolicyLayer.none().toPolicy(),
                List.of(),
                List.of(),
                new Verdict(List.of()),
                new Comparison(
                        Optional.of("b.json"), new TreeMap<>(), new TreeMap<>(Map.of(gone, 2)), Optional.of("main")));
        String json = report.render(result, Samples.CONTEXT);

        assertThat(Schemas.errors(Schemas.report(), json)).isEmpty();
        assertThat(Schemas.parse(json).at("/comparison").toString())
                .isEqualTo(
                        "{\"baseline\":\"b.json\",\"since\":\"main\",\"spared\":{\"known\":0,\"grace\":0,\"untouched\":0},"
                                + "\"absent\":[{\"check\":\"unpinned-uses\",\"path\":\".github/workflows/a.yml\",\"subject\":\"x@v1\","
                                + "\"count\":2,\"fingerprint\":\"" + gone.fingerprint() + "\"}]}");
    }
}
