package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.report.ConsoleSettings;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.Reports;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.hostile.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damaged files make neither the audit nor a report throw or hang. How many mutants are tried is set by
 * {@code -Dhardening.test.mutants}, ten times as many as usual by the profile {@code fuzz}; the seed is fixed.
 */
class HostileWorkflowsTest {

    private static final Path FOLDER = Path.of("..", "shared", "conformance");
    private static final int STEP = 64;
    private static final long SEED = 20_261_122L;
    private static final int MUTANTS = Integer.getInteger("hardening.test.mutants", 1_000);
    private static final int BATCH = 100;
    private static final List<String> DEFINITIONS = List.of("workflows", "actions", "configurations");
    private static final List<Report> REPORTS = reports();
    private static final Checks CHECKS = Checks.load(HostileWorkflowsTest.class.getClassLoader());

    private static List<Report> reports() {
        Reports reports = Reports.load(Report.class.getClassLoader());
        return reports.select("formats", reports.formats());
    }

    /** A file as it came. */
    private static final class Original {
        private final String name;
        private final byte[] bytes;

        Original(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }
    }

    @Tag("long")
    @Test
    void truncatedFiles() throws IOException {
        List<Original> mutants = new ArrayList<>();
        for (Original original : originals()) {
            for (int length = 0; length < original.bytes.length; length += STEP) {
                mutants.add(new Original(original.name, Arrays.copyOf(original.bytes, length)));
            }
        }
        assertThat(mutants).hasSizeGreaterThan(1_000);
        audit(mutants);
    }

    @Test
    void filesWithRandomBytes() throws IOException {
        List<Original> originals = originals();
        Random random = new Random(SEED);
        List<Original> mutants = new ArrayList<>();
        for (int i = 0; i < MUTANTS; i++) {
            Original original = originals.get(random.nextInt(originals.size()));
            byte[] mutant = original.bytes.clone();
            int changes = 1 + random.nextInt(8);
            for (int change = 0; change < changes && mutant.length > 0; change++) {
                byte value = random.nextBoolean()
                        ? (byte) "${}[]&*!|>'\"#:- \n\t@/".charAt(random.nextInt(20))
                        : (byte) random.nextInt(256);
                mutant[random.nextInt(mutant.length)] = value;
            }
            mutants.add(new Original(original.name, mutant));
        }
        audit(mutants);
    }

    private static void audit(List<Original> mutants) {
        for (int from = 0; from < mutants.size(); from += BATCH) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Original mutant : mutants.subList(from, Math.min(from + BATCH, mutants.size()))) {
                files.put(path(mutant, files), mutant.bytes);
            }
            // A crash shows here, and a hang.
            Patience.assertEnds(() -> auditAll(files));
        }
    }

    private static void auditAll(Map<String, byte[]> files) {
        CheckContext context = new MemoryTree(new TreeMap<>(files)).context(Optional.empty());
        AuditResult result = new WorkflowAudit().run(context, CHECKS);
        int read = DEFINITIONS.stream()
                .mapToInt(what -> result.examined().get(what))
                .sum();
        long unreadable = result.findings().stream()
                .filter(finding -> finding.subject().equals("file"))
                .count();
        assertThat(read + unreadable).isEqualTo(files.size());
        Result judged = new PolicyEvaluator(PolicyLayer.none().toPolicy(), CHECKS, LocalDate.EPOCH, Reference.none())
                .judge(List.of(result));
        for (Report report : REPORTS) {
            assertThat(report.render(judged, ReportContext.of("1", CHECKS, path -> false)))
                    .isNotEmpty();
        }
        new ConsoleReport(ConsoleSettings.plain(CHECKS))
                .lines(judged, ".")
                .forEach(line -> assertThat(line.text()).doesNotContain("\n", "\u001b"));
    }

    /** Where a file lies in a repository: once each as the configuration that it is, else as a workflow or an action. */
    private static String path(Original mutant, Map<String, byte[]> taken) {
        String fixed = mutant.name.startsWith("dependabot.") ? ".github/dependabot.yml" : ".pre-commit-config.yaml";
        boolean isConfiguration = mutant.name.startsWith("dependabot.") || mutant.name.startsWith(".pre-commit");
        if (isConfiguration && !taken.containsKey(fixed)) {
            return fixed;
        }
        int number = taken.size();
        return mutant.name.startsWith("action.") || number % 8 == 0
                ? number + "/action.yml"
                : ".github/workflows/" + number + ".yml";
    }

    private static List<Original> originals() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "conformance inputs are not present: " + FOLDER);
        List<Original> originals = new ArrayList<>();
        for (String folder : List.of("repositories", "workflows/fixtures")) {
            try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                        .sorted()
                        .toList()) {
                    originals.add(new Original(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        assertThat(originals).hasSizeGreaterThan(100);
        return originals;
    }
}
