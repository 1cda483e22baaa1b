package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.ZizmorConfig;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Applies our fixes to the workspaces of zizmor's own cases, and expects the texts that its fixes make of them. */
class FixConformanceTest {

    private static final Path FOLDER = Path.of("..", "shared", "conformance");
    private static final Path FILE = FOLDER.resolve("workflows").resolve("fixes.json");
    private static final Checks CHECKS = Checks.load(FixConformanceTest.class.getClassLoader());
    /** Their fixes are ours alone: zizmor finds the same in its cases and leaves it. */
    private static final Set<String> FIXED_BY_US_ALONE =
            Set.of("anonymous-definition", "concurrency-limits", "excessive-permissions", "secrets-inherit");

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+\\d+(?:,\\d+)? @@");
    /** A fix that another one kept out goes in when the result is checked anew. */
    private static final int ROUNDS = 5;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        assumeTrue(Files.isRegularFile(FILE), "conformance inputs are not present: " + FILE);
        JsonNode cases = new ObjectMapper().readTree(FILE.toFile());
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(cases::get)
                .map(node -> DynamicTest.dynamicTest(node.get("test").asText(), () -> compare(node)));
    }

    /** Every fix does what it says: applied over and over to real files, they come to an end, and the files stay readable. */
    @TestFactory
    Stream<DynamicTest> filesAreMendedForGood() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "conformance inputs are not present: " + FOLDER);
        try (Stream<Path> below = Files.walk(FOLDER)) {
            return below.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> mend(file)));
        }
    }

    private static void mend(Path file) throws IOException, UnreadableFileException {
        String path = FOLDER.relativize(file).toString().replace('\\', '/');
        Map<String, String> current = Map.of(path, Files.readString(file));
        Optional<Persona> auditor = Optional.of(Persona.AUDITOR);
        Set<String> ids = CHECKS.all().stream().map(check -> check.info().id()).collect(Collectors.toSet());
        List<Fix> fixes = fixes(current, auditor, true, ids);
        for (int round = 0; round < ROUNDS && !fixes.isEmpty(); round++) {
            FixApplier.Result result = FixApplier.apply(current, fixes);
            assertThat(result.applied()).isNotEmpty();
            assertThat(YamlDocument.parse(SourceFile.of(path, result.texts().get(path)))
                            .problems())
                    .hasSameSizeAs(YamlDocument.parse(SourceFile.of(path, current.get(path)))
                            .problems());
            current = result.texts();
            fixes = fixes(current, auditor, true, ids);
        }
        assertThat(fixes).isEmpty();
    }

    private static void compare(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.get("workspace")
                .forEach(file ->
                        texts.put(file.get("path").asText(), file.get("content").asText()));
        assertThat(texts).hasSize(1);
        String path = texts.keySet().iterator().next();
        boolean all = node.get("args").toString().contains("\"--fix=all\"");
        Optional<Persona> persona =
                Optional.of(Persona.valueOf(node.get("persona").asText().toUpperCase(Locale.ROOT)));
        assertThat(fixed(texts, persona, all).get(path))
                .isEqualTo(patched(texts.get(path), node.get("expected_diff").asText()));
    }

    private static Map<String, String> fixed(Map<String, String> texts, Optional<Persona> persona, boolean all) {
        Set<String> checks = new TreeSet<>(ZizmorAudits.OFFLINE);
        checks.removeAll(FIXED_BY_US_ALONE);
        FixApplier.Result result = FixApplier.apply(texts, fixes(texts, persona, all, checks));
        for (int round = 1; round < ROUNDS && !result.refused().isEmpty(); round++) {
            result = FixApplier.apply(result.texts(), fixes(result.texts(), persona, all, checks));
        }
        assertThat(result.refused()).isEmpty();
        return result.texts();
    }

    private static List<Fix> fixes(
            Map<String, String> texts, Optional<Persona> persona, boolean all, Set<String> checks) {
        List<SourceFile> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(SourceFile.of(path, text)));
        Policy policy = PolicyLayer.of(Map.of("persona", persona))
                .toPolicy(ZizmorConfig.none().exemptions());
        AuditResult result = new WorkflowAudit()
                .run(
                        MemoryTree.of(Map.of())
                                .context(
                                        Optional.empty(),
                                        Options.of(policy.options().values())),
                        CHECKS,
                        files);
        return new PolicyEvaluator(policy, CHECKS, LocalDate.EPOCH, Reference.none())
                .judge(List.of(result)).counting().stream()
                        .filter(judged -> checks.contains(judged.finding().checkId()))
                        .flatMap(judged -> judged.finding().fix().stream())
                        .filter(fix -> all || fix.safe())
                        .toList();
    }

    /** The text with a unified diff applied, whose context and removed lines have to be there. */
    private static String patched(String text, String diff) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int shift = 0;
        int at = 0;
        for (String line : diff.split("\n", -1)) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                at = Integer.parseInt(hunk.group(1)) - 1 + shift;
            } else if (line.startsWith("+")) {
                lines.add(at++, line.substring(1));
                shift++;
            } else {
                assertThat(lines.get(at)).isEqualTo(line.substring(Math.min(1, line.length())));
                if (line.startsWith("-")) {
                    lines.remove(at);
                    shift--;
                } else {
                    at++;
                }
            }
        }
        return String.join("\n", lines);
    }
}
