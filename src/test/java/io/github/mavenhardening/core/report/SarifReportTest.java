package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {

    private final Report report = new SarifReport();

    private JsonNode run(Result result, ReportContext context) {
        return Schemas.parse(report.render(result, context)).at("/runs/0");
    }

    @Test
    void isValidAgainstTheSchemaOfOasis() {
        for (Result result : List.of(Samples.rich(), Samples.hostile(), Samples.judge(PolicyLayer.none()))) {
            assertThat(Schemas.errors(Schemas.sarif(), report.render(result, Samples.CONTEXT)))
                    .isEmpty();
        }
    }

    @Test
    void isMeasuredByASchemaThatRefuses() {
        String sarif = report.render(Samples.rich(), Samples.CONTEXT);

        assertThat(Schemas.errors(Schemas.sarif(), sarif.replace("\"startLine\" : 12", "\"startLine\" : 0")))
                .isNotEmpty();
        assertThat(Schemas.errors(Schemas.sarif(), sarif.replace("\"ruleIndex\"", "\"ruleIndexes\"")))
                .isNotEmpty();
    }

    @Test
    void namesTheToolAndEveryRuleOfTheFamiliesThatRan() {
        JsonNode driver = run(Samples.rich(), Samples.CONTEXT).at("/tool/driver");

        assertThat(driver.at("/name").textValue()).isEqualTo("hardening-maven-plugin");
        assertThat(driver.at("/semanticVersion").textValue()).isEqualTo("1.2.3");
        assertThat(texts(driver.at("/rules"), "/id"))
                .containsExactly(
                        "sample-insights", "sample-mismatch", "sample-note", "sample-reference", "sample-switch");
        JsonNode onlyWorkflows = run(Samples.judge(PolicyLayer.none(), Samples.workflows()), Samples.CONTEXT);
        assertThat(texts(onlyWorkflows.at("/tool/driver/rules"), "/id"))
                .containsExactly("sample-note", "sample-reference");
    }

    @Test
    void explainsARuleByItsPage() {
        JsonNode rule = run(Samples.rich(), Samples.CONTEXT).at("/tool/driver/rules/3");

        assertThat(rule.at("/name").textValue()).isEqualTo("SampleReference");
        assertThat(rule.at("/shortDescription/text").textValue()).isEqualTo("A reference is not pinned.");
        assertThat(rule.at("/fullDescription/text").textValue())
                .isEqualTo("A reference that can move runs code that nobody reviewed.");
        assertThat(rule.at("/help/markdown").textValue())
                .startsWith("# sample-reference\n")
                .contains("```yaml");
        assertThat(rule.at("/helpUri").textValue())
                .isEqualTo(
                        "https://github.com/maven-hardening/hardening-maven-plugin/blob/main/src/site/markdown/checks/"
                                + "sample-reference.md");
        assertThat(rule.at("/defaultConfiguration/level").textValue()).isEqualTo("error");
        assertThat(rule.at("/properties").toString())
                .isEqualTo("{\"tags\":[\"security\",\"supply-chain\",\"workflows\"],\"precision\":\"high\","
                        + "\"problem.severity\":\"error\",\"security-severity\":\"8.0\"}");
    }

    @Test
    void explainsARuleWithoutPageByItsTitle() {
        JsonNode rule = run(Samples.rich(), Samples.CONTEXT).at("/tool/driver/rules/2");

        assertThat(rule.at("/help/text").textValue())
                .isEqualTo("Something to know.\n\nSource: https://docs.example.org/note");
        assertThat(rule.at("/fullDescription/text").textValue()).isEqualTo("Something to know.");
        assertThat(rule.at("/defaultConfiguration/level").textValue()).isEqualTo("note");
        assertThat(rule.at("/properties").has("security-severity")).isFalse();
        assertThat(rule.at("/properties/precision").textValue()).isEqualTo("low");
    }

    @Test
    void pointsEveryResultAtItsRule() {
        JsonNode run = run(Samples.rich(), Samples.CONTEXT);

        assertThat(run.at("/results")).hasSize(4);
        for (JsonNode result : run.at("/results")) {
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.at("/ruleIndex").intValue());
            assertThat(rule.at("/id")).isEqualTo(result.at("/ruleId"));
        }
    }

    @Test
    void tellsAResultWhole() {
        JsonNode result = run(Samples.rich(), Samples.CONTEXT).at("/results/1");

        assertThat(result.at("/level").textValue()).isEqualTo("error");
        assertThat(result.at("/message/text").textValue())
                .isEqualTo("actions/checkout@v4 is not pinned. Pin it to a commit.");
        assertThat(result.at("/locations/0").toString())
                .isEqualTo("{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\".github/workflows/ci.yml\","
                        + "\"uriBaseId\":\"%SRCROOT%\"},\"region\":{\"startLine\":12,\"startColumn\":15,"
                        + "\"endLine\":12,\"endColumn\":34}}}");
        assertThat(result.at("/relatedLocations/0/id").intValue()).isEqualTo(1);
        assertThat(result.at("/relatedLocations/0/message/text").textValue()).isEqualTo("the job has write permission");
        assertThat(result.at("/partialFingerprints/hardeningFingerprint~1v1").textValue())
                .isEqualTo(Samples.rich().findings().get(1).fingerprint());
        assertThat(result.has("suppressions")).isFalse();
        assertThat(texts(result.at("/fixes/0/artifactChanges/0/replacements"), "/insertedContent/text"))
                .containsExactly("0123abc", " # v4");
        assertThat(result.at("/fixes/0/artifactChanges/0/replacements/1/deletedRegion")
                        .toString())
                .isEqualTo("{\"startLine\":12,\"startColumn\":34,\"endLine\":12,\"endColumn\":34}");
        assertThat(result.at("/fixes/0/properties/safe").booleanValue()).isTrue();
    }

    @Test
    void givesAFileAndALineToWhatHasNone() {
        JsonNode results = run(Samples.rich(), Samples.CONTEXT).at("/results");

        JsonNode repository = results.at("/0");
        assertThat(repository.at("/ruleId").textValue()).isEqualTo("sample-mismatch");
        assertThat(repository
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("pom.xml");
        assertThat(repository.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":1}");
        assertThat(repository.at("/locations/0/logicalLocations").toString())
                .isEqualTo("[{\"fullyQualifiedName\":\"org.example:a:jar:1\",\"kind\":\"package\"}]");
        JsonNode file = results.at("/3");
        assertThat(file.at("/locations/0/physicalLocation/artifactLocation/uri").textValue())
                .isEqualTo("docs/a%20b%23c%25.md");
        assertThat(file.at("/locations/0/physicalLocation/region").toString()).isEqualTo("{\"startLine\":1}");
    }

    @Test
    void marksWhatIsSuppressedOrLeavesItOut() {
        JsonNode suppressed = run(Samples.rich(), Samples.CONTEXT).at("/results/2/suppressions");

        assertThat(suppressed.toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"trusted here\",\"location\":"
                        + "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\".github/workflows/ci.yml\","
                        + "\"uriBaseId\":\"%SRCROOT%\"},\"region\":{\"startLine\":20}}}}]");
        assertThat(run(Samples.rich(), Samples.CONTEXT.suppressedInSarif(false)).at("/results"))
                .hasSize(3);
    }

    @Test
    void saysWhatCouldNotBeChecked() {
        JsonNode invocation = run(Samples.rich(), Samples.CONTEXT).at("/invocations/0");

        assertThat(invocation.at("/executionSuccessful").booleanValue()).isFalse();
        assertThat(texts(invocation.at("/toolExecutionNotifications"), "/message/text"))
                .containsExactly(
                        "workflows: left out vendor/",
                        "dependencies: could not check: The lock cannot be read",
                        "Security Insights: nothing to check: no such file");
        assertThat(texts(invocation.at("/toolExecutionNotifications"), "/level"))
                .containsExactly("note", "error", "note");
        assertThat(texts(invocation.at("/toolExecutionNotifications"), "/descriptor/id"))
                .containsExactly("note", "could-not-check", "nothing-to-check");
    }

    @Test
    void letsNoContentLinkOrHide() {
        String text = report.render(Samples.hostile(), Samples.CONTEXT);
        JsonNode result = Schemas.parse(text).at("/runs/0/results/0");

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(result.at("/message/text").textValue())
                .startsWith("x\\u000a::error::y\\u000d##[group]\\u001b[2J\\u202e\\u200b [click] (https://")
                .doesNotContain("](");
        assertThat(result.at("/locations/0/message/text").textValue()).doesNotContain("](");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("%3A%3Aset-env%20name%3Da%3A%3A%0A%23%23vso%5Bx%5D%3F.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, pom.xml",
        "a b.yml, a%20b.yml",
        "c:/x.yml, c%3A/x.yml",
        "d\u00e9j\u00e0/\uD83D\uDE00.yml, d%C3%A9j%C3%A0/%F0%9F%98%80.yml",
        "a?b#c%d~e, a%3Fb%23c%25d~e"
    })
    void encodesPathsAsRelativeReferences(String path, String expected) {
        String uri = SarifLocations.uri(path);

        assertThat(uri).isEqualTo(expected);
        assertThat(URI.create(uri).getPath()).isEqualTo(path);
        assertThat(URI.create(uri).isAbsolute()).isFalse();
    }

    @Test
    void leavesOutAVersionThatIsNotSemantic() {
        ReportContext odd = ReportContext.of("1.2-beta", Samples.CHECKS, path -> false);

        JsonNode driver = run(Samples.rich(), odd).at("/tool/driver");

        assertThat(driver.at("/version").textValue()).isEqualTo("1.2-beta");
        assertThat(driver.has("semanticVersion")).isFalse();
    }

    private static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.at(pointer).textValue()));
        return texts;
    }

    @Test
    void tellsWhatTheSettingsTookAway() {
        assertThat(Schemas.errors(Schemas.sarif(), report.render(Samples.weakened(), Samples.CONTEXT)))
                .isEmpty();
        JsonNode run = run(Samples.weakened(), Samples.CONTEXT);

        JsonNode notifications = run.at("/invocations/0/toolConfigurationNotifications");
        assertThat(notifications.findValuesAsText("text"))
                .containsExactly(
                        "sample-note is off (.mvn/hardening.yml:5)",
                        "sample-reference is low instead of high (.mvn/hardening.yml:4)",
                        "the exception at .mvn/hardening.yml:8 expired on 2026-11-25");
        JsonNode rule = notifications.at("/0/associatedRule");
        assertThat(run.at("/tool/driver/rules/" + rule.at("/index").intValue() + "/id")
                        .textValue())
                .isEqualTo(rule.at("/id").textValue())
                .isEqualTo("sample-note");
        assertThat(run.at("/properties/setup"))
                .isEqualTo(Schemas.parse(new JsonReport().render(Samples.weakened(), Samples.CONTEXT))
                        .at("/setup"));
    }
}
