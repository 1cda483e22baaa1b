package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What GitHub makes of SARIF that the schema does not say. */
class SarifForGitHubTest {

    private static final String WORKFLOW = ".github/workflows/ci.yml";
    private static final ReportContext CONTEXT = Samples.CONTEXT.suppressedInSarif(false);

    private final SarifReport report = new SarifReport();

    private JsonNode run(Result result, ReportContext context) {
        return Schemas.parse(report.render(result, context)).at("/runs/0");
    }

    private static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.at(pointer).asText()));
        return texts;
    }

    private static Finding at(int line, Severity severity) {
        return Samples.reference(WORKFLOW, new Span(line * 10, line * 10 + 5, line, 3, line, 8))
                .severity(severity)
                .subject("s" + line)
                .build();
    }

    /** What GitHub's list of alerts calls a result of that rule. */
    private static String label(JsonNode rule) {
        JsonNode score = rule.at("/properties/security-severity");
        if (score.isMissingNode()) {
            return "info";
        }
        double value = Double.parseDouble(score.textValue());
        return value > 9 ? "critical" : value >= 7 ? "high" : value >= 4 ? "medium" : "low";
    }

    @Test
    void showsEveryFindingAtItsSeverity() {
        Result result = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(
                        at(1, Severity.HIGH),
                        at(2, Severity.LOW),
                        at(3, Severity.CRITICAL),
                        at(4, Severity.INFO),
                        at(5, Severity.MEDIUM),
                        at(6, Severity.HIGH)));

        JsonNode run = run(result, CONTEXT);

        assertThat(texts(run.at("/results"), "/ruleId"))
                .containsExactly(
                        "sample-reference",
                        "sample-reference/low",
                        "sample-reference/critical",
                        "sample-reference/info",
                        "sample-reference/medium",
                        "sample-reference");
        for (int i = 0; i < 6; i++) {
            JsonNode shown = run.at("/results/" + i);
            JsonNode rule =
                    run.at("/tool/driver/rules/" + shown.at("/ruleIndex").intValue());
            String severity = result.findings().get(i).finding().severity().label();
            assertThat(label(rule)).isEqualTo(severity);
            assertThat(rule.at("/id")).isEqualTo(shown.at("/ruleId"));
            assertThat(rule.at("/defaultConfiguration/level")).isEqualTo(shown.at("/level"));
            assertThat(rule.at("/help/markdown").textValue()).startsWith("# sample-reference");
        }
    }

    @Test
    void keepsTheRulesIdWhenThePolicyChangesTheSeverity() {
        PolicyLayer policy = PolicyFile.parse(
                SourceFile.of(".mvn/hardening.yml", "checks: {sample-reference: {severity: medium}}\n"),
                Samples.CHECKS);
        Result result = Samples.judge(policy, Samples.workflows(at(1, Severity.HIGH), at(2, Severity.LOW)));

        JsonNode run = run(result, CONTEXT);

        assertThat(texts(run.at("/results"), "/ruleId")).containsExactly("sample-reference", "sample-reference");
        assertThat(label(run.at(
                        "/tool/driver/rules/" + run.at("/results/0/ruleIndex").intValue())))
                .isEqualTo("medium");
    }

    @Test
    void leavesOutWhatIsSuppressedUnlessAskedFor() {
        assertThat(run(Samples.rich(), CONTEXT).at("/results")).hasSize(3);
        assertThat(run(Samples.rich(), CONTEXT).at("/properties/suppressed").intValue())
                .isOne();
        assertThat(run(Samples.rich(), CONTEXT.suppressedInSarif(true)).at("/results"))
                .hasSize(4);
    }

    @Test
    void leavesTheCategoryToTheUpload() {
        assertThat(run(Samples.rich(), CONTEXT).has("automationDetails")).isFalse();
    }

    @Test
    void showsTheFirstLineAndRelatesTheWhole() {
        Finding finding = Samples.reference(WORKFLOW, new Span(9, 40, 2, 3, 5, 4))
                .related(Location.of("other.yml", new Span(0, 1, 1, 1, 1, 2)))
                .build();
        Finding scoped = Samples.reference(WORKFLOW, new Span(50, 55, 7, 3, 7, 8))
                .scope(new Span(42, 70, 6, 1, 9, 2))
                .subject("scoped")
                .build();

        JsonNode results = run(Samples.judge(PolicyLayer.none(), Samples.workflows(finding, scoped)), CONTEXT)
                .at("/results");

        assertThat(results.at("/0/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":3}");
        assertThat(texts(results.at("/0/relatedLocations"), "/id")).containsExactly("1", "2");
        assertThat(results.at("/0/relatedLocations/1/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":3,\"endLine\":5,\"endColumn\":4}");
        assertThat(results.at("/1/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":7,\"startColumn\":3,\"endLine\":7,\"endColumn\":8}");
        assertThat(results.at("/1/relatedLocations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":6,\"startColumn\":1,\"endLine\":9,\"endColumn\":2}");
    }

    @Test
    void quotesTheText() {
        String text = "on: push\njobs:\n  a\u202e: x\n  b: y\n";
        Finding oneLine =
                Samples.reference(WORKFLOW, new Span(4, 8, 1, 5, 1, 9)).build();
        Finding hidden = Samples.reference(WORKFLOW, new Span(17, 28, 3, 3, 4, 6))
                .subject("h")
                .build();
        Finding beyond = Samples.reference(WORKFLOW, new Span(17, 2_000, 9, 3, 9, 6))
                .subject("b")
                .build();
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(oneLine, hidden, beyond));

        String sarif = report.render(result, CONTEXT.of(Samples.checkout(WORKFLOW, text)));
        JsonNode results = Schemas.parse(sarif).at("/runs/0/results");

        assertThat(Schemas.errors(Schemas.sarif(), sarif)).isEmpty();
        String snippet = "/locations/0/physicalLocation/region/snippet/text";
        assertThat(results.at("/0" + snippet).textValue()).isEqualTo("push");
        assertThat(results.at("/1" + snippet).textValue()).isEqualTo("a\\u202e: x");
        assertThat(results.at("/2" + snippet).isMissingNode()).isTrue();
    }

    @Test
    void comparesWithTheBaseline() {
        String sarif = report.render(Samples.compared(), CONTEXT);
        JsonNode run = Schemas.parse(sarif).at("/runs/0");

        assertThat(Schemas.errors(Schemas.sarif(), sarif)).isEmpty();
        assertThat(texts(run.at("/results"), "/baselineState")).containsExactly("new", "unchanged", "new");
        assertThat(run.at("/properties/gone").intValue()).isEqualTo(2);
        assertThat(report.render(Samples.rich(), CONTEXT)).doesNotContain("baselineState");
    }

    @Test
    void namesTheVersion() {
        ReportContext context = CONTEXT.of(Samples.checkout("none", ""));
        String sarif = report.render(Samples.rich(), context);

        assertThat(Schemas.errors(Schemas.sarif(), sarif)).isEmpty();
        assertThat(Schemas.parse(sarif).at("/runs/0/versionControlProvenance").toString())
                .isEqualTo("[{\"repositoryUri\":\"https://git.example.org/octo/app\","
                        + "\"revisionId\":\"0123456789abcdef0123456789abcdef01234567\",\"branch\":\"main\","
                        + "\"mappedTo\":{\"uriBaseId\":\"%SRCROOT%\"}}]");
        assertThat(run(Samples.rich(), context.rootedAt("sub"))
                        .at("/versionControlProvenance/0")
                        .has("mappedTo"))
                .isFalse();
        assertThat(run(Samples.rich(), CONTEXT).has("versionControlProvenance")).isFalse();
    }

    @Test
    void describesItsNotifications() {
        JsonNode notifications = run(Samples.rich(), CONTEXT).at("/tool/driver/notifications");

        assertThat(notifications).hasSizeGreaterThan(5);
        assertThat(texts(notifications, "/shortDescription/text"))
                .allSatisfy(text -> assertThat(text).endsWith("."));
        assertThat(texts(notifications, "/fullDescription/text")).doesNotContain("");
        assertThat(texts(notifications, "/help/text")).doesNotContain("");
    }

    /** Every rule's help, as far as it links: to what is there. */
    @Test
    void linksToWhatIsThere() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8))
                .contains("<url>" + Tool.URL + "</url>");
        Checks checks = Checks.load(Check.class.getClassLoader());
        Pattern target = Pattern.compile("]\\(([^)]*)\\)");
        int ours = 0;
        for (Check check : checks.all()) {
            String help = CheckHelp.page(check).orElseThrow();
            Matcher link = target.matcher(help.replaceAll("(?s)```.*?```", ""));
            while (link.find()) {
                assertThat(link.group(1)).as(check.info().id()).startsWith("https://");
                ours += held(link.group(1));
            }
            held(CheckHelp.address(check).orElseThrow());
        }
        assertThat(ours).isGreaterThan(20);
    }

    /** Whether the address is of one of our pages; that has to be there. */
    private static int held(String address) {
        String own = Tool.pageUrl("");
        if (!address.startsWith(own)) {
            return 0;
        }
        String page = address.substring(own.length()).replaceFirst("#.*", "");
        assertThat(Path.of("src", "site", "markdown").resolve(page)).isRegularFile();
        return 1;
    }

    @Test
    @Timeout(180)
    void keepsTheMostDangerousOfThirtyThousand() throws IOException {
        Result result = Samples.many(30_000);

        long start = System.nanoTime();
        Report.Encoded encoded = report.encodeWithin(result, CONTEXT);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        JsonNode run = Schemas.parse(new String(encoded.bytes(), StandardCharsets.UTF_8))
                .at("/runs/0");

        assertThat(took).isLessThan(Duration.ofSeconds(60));
        assertThat(run.at("/results")).hasSize(25_000);
        assertThat(texts(run.at("/results"), "/properties/severity").stream().filter("critical"::equals))
                .hasSize(3_000);
        assertThat(gzip(encoded.bytes())).isLessThan(10 << 20);
        assertThat(encoded.cut())
                .containsExactly(
                        "the 25000 most dangerous of 30000 findings are listed, which is as much as GitHub takes;"
                                + " the JSON report lists all");
        JsonNode notification = run.at("/invocations/0/toolExecutionNotifications/0");
        assertThat(notification.at("/descriptor/id").textValue()).isEqualTo("left-out");
        assertThat(notification.at("/message/text").textValue())
                .isEqualTo(encoded.cut().get(0));
        assertThat(texts(run.at("/results"), "/locations/0/physicalLocation/artifactLocation/uri"))
                .isSorted();
    }

    @Test
    void staysBelowTheSize() throws IOException {
        SarifReport small = new SarifReport(40_000);
        Result result = Samples.many(3_000);

        Report.Encoded encoded = small.encodeWithin(result, CONTEXT);

        assertThat(gzip(encoded.bytes())).isLessThanOrEqualTo(40_000);
        assertThat(encoded.cut()).hasSize(1);
        JsonNode results = Schemas.parse(new String(encoded.bytes(), StandardCharsets.UTF_8))
                .at("/runs/0/results");
        assertThat(results.size()).isBetween(300, 2_999);
        assertThat(texts(results, "/properties/severity")).contains("critical");
        assertThat(new SarifReport(1).encodeWithin(result, CONTEXT).cut()).hasSize(1);
    }

    @Test
    void limitsThePlacesOfAResult() {
        Finding.Builder finding = Samples.reference(WORKFLOW, new Span(0, 1, 1, 1, 1, 2));
        for (int i = 1; i <= 1_200; i++) {
            finding.related(Location.of(WORKFLOW, new Span(i, i + 1, i, 1, i, 2)));
        }
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(finding.build()));

        Report.Encoded encoded = report.encodeWithin(result, CONTEXT);

        assertThat(Schemas.parse(new String(encoded.bytes(), StandardCharsets.UTF_8))
                        .at("/runs/0/results/0/relatedLocations"))
                .hasSize(1_000);
        assertThat(encoded.cut())
                .containsExactly(
                        "200 related places of findings with more than 1000 are left out; the JSON report lists all");
    }

    @Test
    void showsTheWayOfDataStepByStep() {
        String text = "on: issues\njobs:\n  a: x\n  b: y\n";
        Finding followed = Samples.reference(WORKFLOW, new Span(21, 22, 3, 6, 3, 7))
                .way(Location.of(WORKFLOW, new Span(4, 10, 1, 5, 1, 11)).labelled("starts the run"))
                .related(Location.ofFile("other.yml"))
                .way(Location.of("a b.yml", new Span(4, 8, 2, 5, 2, 9)).labelled("sets [an](output)"))
                .way(Location.of(WORKFLOW, new Span(21, 22, 3, 6, 3, 7)).labelled("reads it"))
                .build();
        Finding direct =
                Samples.reference(WORKFLOW, new Span(28, 29, 4, 6, 4, 7)).build();
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(followed, direct));

        String sarif = report.render(result, CONTEXT.of(Samples.checkout(WORKFLOW, text)));
        JsonNode results = Schemas.parse(sarif).at("/runs/0/results");
        JsonNode flow = results.at("/0/codeFlows");

        assertThat(Schemas.errors(Schemas.sarif(), sarif)).isEmpty();
        assertThat(Schemas.errors(Schemas.sarif(), sarif.replace("\"threadFlows\"", "\"threads\"")))
                .isNotEmpty();
        assertThat(flow).hasSize(1);
        assertThat(flow.at("/0/threadFlows")).hasSize(1);
        JsonNode steps = flow.at("/0/threadFlows/0/locations");
        assertThat(texts(steps, "/location/message/text"))
                .containsExactly("starts the run", "sets [an] (output)", followed.message());
        assertThat(texts(steps, "/location/physicalLocation/artifactLocation/uri"))
                .containsExactly(WORKFLOW, "a%20b.yml", WORKFLOW);
        assertThat(steps.at("/0/location/physicalLocation/region/snippet/text").textValue())
                .isEqualTo("issues");
        assertThat(results.at("/0/relatedLocations")).hasSize(4);
        assertThat(results.at("/1").has("codeFlows")).isFalse();
    }

    @Test
    void limitsTheStepsOfAWay() {
        Finding.Builder finding = Samples.reference(WORKFLOW, new Span(0, 1, 1, 1, 1, 2));
        for (int i = 1; i <= 1_200; i++) {
            finding.way(Location.of(WORKFLOW, new Span(i, i + 1, i, 1, i, 2)));
        }
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(finding.build()));

        Report.Encoded encoded = report.encodeWithin(result, CONTEXT);
        JsonNode steps = Schemas.parse(new String(encoded.bytes(), StandardCharsets.UTF_8))
                .at("/runs/0/results/0/codeFlows/0/threadFlows/0/locations");

        assertThat(steps).hasSize(1_000);
        assertThat(steps.at("/999/location/message/text").textValue())
                .isEqualTo(result.findings().get(0).finding().message());
        assertThat(encoded.cut()).hasSize(1);
    }

    private static int gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    @Test
    void knowsNothingOfACheckoutWithoutAView() {
        CheckoutView none = CheckoutView.none();

        assertThat(none.text("pom.xml")).isEmpty();
        assertThat(none.provenance()).isEqualTo(Provenance.unknown());
        assertThat(none.committed()).isEqualTo(Optional.empty());
    }
}
