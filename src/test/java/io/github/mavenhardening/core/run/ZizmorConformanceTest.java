package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.ZizmorConfig;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of zizmor's own test suite and expects its findings, place by place and with their severity and confidence, for the audits that are checks of ours
 * by the same name.
 */
class ZizmorConformanceTest {

    private static final Path FOLDER = Path.of("..", "shared", "conformance", "workflows");
    private static final Checks CHECKS = Checks.load(ZizmorConformanceTest.class.getClassLoader());

    private static final String HAZMAT = "_repos/woodruffw__gha-hazmat@83e7e24df76f/.github/workflows/";

    /** Findings that differ on purpose, {@code path audit line} with the reason. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "null forbidden-uses 2",
            "the configuration of pre-commit that the case is about is not among the inputs",
            HAZMAT + "template-injection.yml template-injection 55",
            "an input that is given by hand is medium: only whoever may write to the repository starts such a run");

    /**
     * Findings that have their place elsewhere on purpose, {@code path audit line:column} with the right place: the case of a
     * whole repository has triggers where earlier versions put them, at {@code on}; zizmor 1.32.0, run over it, puts them at the
     * event's key, as its cases of the audit by itself do.
     */
    private static final Map<String, String> MOVED = Map.of(
            HAZMAT + "github-env.yml dangerous-triggers 19:1", "21:3",
            HAZMAT + "pull-request-target.yml dangerous-triggers 20:1", "22:3",
            HAZMAT + "workflow-run.yml dangerous-triggers 17:1", "19:3");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        JsonNode cases = read();
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(cases::get)
                .map(node -> DynamicTest.dynamicTest(node.get("test").asText(), () -> compare(node)));
    }

    private static void compare(JsonNode node) throws IOException {
        Set<String> compared = new HashSet<>(ZizmorAudits.OFFLINE);
        node.path("not_compared").forEach(audit -> compared.remove(audit.asText()));
        List<String> expected = new ArrayList<>();
        for (JsonNode finding : node.get("findings")) {
            if (compared.contains(finding.get("audit").asText())) {
                expected.add(place(finding) + " "
                        + finding.get("severity").asText().replace("informational", "info") + " "
                        + finding.get("confidence").asText());
            }
        }
        List<String> found = run(node).stream()
                .filter(finding -> compared.contains(finding.checkId()))
                .map(finding -> finding.primary().path() + " " + finding.checkId() + " "
                        + finding.primary().line() + ":" + finding.primary().column() + " "
                        + finding.severity().label() + " "
                        + finding.confidence().label())
                .toList();
        // zizmor tells the finding of an aliased value once for each alias, we tell it once.
        assertThat(found.stream().filter(f -> !isAccepted(f)).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().filter(f -> !isAccepted(f)).distinct().toList());
    }

    private static String place(JsonNode finding) {
        String about = finding.get("path").asText() + " " + finding.get("audit").asText() + " ";
        String place =
                finding.get("line").asText() + ":" + finding.get("column").asText();
        return about + MOVED.getOrDefault(about + place, place);
    }

    /** A case that is not compared would pass unseen. */
    @TestFactory
    Stream<DynamicTest> everyAuditOfTheCasesIsCompared() throws IOException {
        return read().findValuesAsText("audit").stream()
                .distinct()
                .map(audit -> DynamicTest.dynamicTest(
                        audit, () -> assertThat(ZizmorAudits.OFFLINE).contains(audit)));
    }

    @TestFactory
    Stream<DynamicTest> everyAuditIsACheck() {
        return ZizmorAudits.OFFLINE.stream()
                .sorted()
                .map(audit -> DynamicTest.dynamicTest(
                        audit, () -> assertThat(CHECKS.byId(audit)).isPresent()));
    }

    /** Two in a hundred may differ, and no more. */
    @Test
    void acceptsFewDifferences() throws IOException {
        assertThat((ACCEPTED.size() + MOVED.size()) * 50)
                .isLessThanOrEqualTo(read().findValues("audit").size());
    }

    private static JsonNode read() throws IOException {
        Path file = FOLDER.resolve("cases.json");
        assumeTrue(Files.isRegularFile(file), "conformance inputs are not present: " + file);
        return new ObjectMapper().readTree(file.toFile());
    }

    private static boolean isAccepted(String finding) {
        return ACCEPTED.containsKey(finding.substring(0, finding.lastIndexOf(':')));
    }

    private static List<Finding> run(JsonNode node) throws IOException {
        PolicyLayer settings = ZizmorAudits.asZizmor(
                Optional.of(Persona.valueOf(node.get("persona").asText().toUpperCase(Locale.ROOT))));
        ZizmorConfig config = ZizmorConfig.none();
        if (!node.get("config").isNull()) {
            config = ZizmorConfig.parse(
                    source(Path.of("test-data").resolve(node.get("config").asText())), CHECKS);
        }
        Policy policy = settings.over(config.settings()).toPolicy(config.exemptions());
        AuditResult result = new WorkflowAudit()
                .run(
                        MemoryTree.of(Map.of())
                                .context(
                                        Optional.empty(),
                                        Options.of(policy.options().values())),
                        CHECKS,
                        files(node));
        return new PolicyEvaluator(policy, CHECKS, LocalDate.EPOCH, Reference.none())
                .judge(List.of(result)).counting().stream()
                        .map(EvaluatedFinding::finding)
                        .toList();
    }

    private static List<SourceFile> files(JsonNode node) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (JsonNode input : node.get("inputs")) {
            Path path = Path.of(node.get("root").asText()).resolve(input.asText());
            try (Stream<Path> below = Files.walk(FOLDER.resolve("fixtures").resolve(path))) {
                for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
                    files.add(source(FOLDER.resolve("fixtures").relativize(file)));
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static SourceFile source(Path path) throws IOException {
        String text = Files.readString(FOLDER.resolve("fixtures").resolve(path));
        return SourceFile.of(path.toString().replace('\\', '/'), text);
    }

    @TestFactory
    Stream<DynamicTest> acceptedDifferencesNameKnownChecks() {
        return ACCEPTED.keySet().stream()
                .map(key -> DynamicTest.dynamicTest(key, () -> {
                    Optional<Check> check = CHECKS.byId(key.split(" ", -1)[1]);
                    assertThat(check).isPresent();
                }));
    }
}
