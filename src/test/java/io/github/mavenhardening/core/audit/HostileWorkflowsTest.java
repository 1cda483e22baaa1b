package io.github.mavenhardening.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged files never make the audit throw. How many mutants are tried is set by {@code -Dhardening.test.mutants}, the seed
 * is fixed.
 */
class HostileWorkflowsTest {

    private static final Path FOLDER = Path.of("..", "shared", "conformance");
    private static final int STEP = 64;
    private static final long SEED = 20_261_122L;
    private static final int MUTANTS = Integer.getInteger("hardening.test.mutants", 1_000);
    private static final Checks CHECKS = Checks.load(HostileWorkflowsTest.class.getClassLoader());

    @Test
    void truncatedFiles() throws IOException {
        Map<String, byte[]> mutants = new TreeMap<>();
        for (byte[] original : originals()) {
            for (int length = 0; length < original.length; length += STEP) {
                mutants.put(name(mutants.size()), Arrays.copyOf(original, length));
            }
        }
        audit(mutants);
    }

    @Test
    void filesWithRandomBytes() throws IOException {
        List<byte[]> originals = originals();
        Random random = new Random(SEED);
        Map<String, byte[]> mutants = new TreeMap<>();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = originals.get(random.nextInt(originals.size())).clone();
            int changes = 1 + random.nextInt(8);
            for (int change = 0; change < changes && mutant.length > 0; change++) {
                byte value = random.nextBoolean()
                        ? (byte) "${}[]&*!|>'\"#:- \n\t@/".charAt(random.nextInt(20))
                        : (byte) random.nextInt(256);
                mutant[random.nextInt(mutant.length)] = value;
            }
            mutants.put(name(i), mutant);
        }
        audit(mutants);
    }

    private static void audit(Map<String, byte[]> mutants) {
        CheckContext context = new MemoryTree(new TreeMap<>(mutants)).context(Optional.empty(), Map.of());
        AuditResult result = new WorkflowAudit().run(context, CHECKS);
        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
        int read = result.examined().get("workflows") + result.examined().get("actions");
        int unreadable = (int) result.findings().stream()
                .filter(finding -> finding.subject().equals("file"))
                .count();
        assertThat(read + unreadable).isEqualTo(mutants.size());
    }

    /** Most as workflows, some as actions. */
    private static String name(int number) {
        return number % 4 == 0 ? number + "/action.yml" : ".github/workflows/" + number + ".yml";
    }

    private static List<byte[]> originals() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "conformance inputs are not present: " + FOLDER);
        List<byte[]> originals = new ArrayList<>();
        for (String folder : List.of("repositories", "workflows/fixtures")) {
            try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                        .sorted()
                        .toList()) {
                    originals.add(Files.readAllBytes(file));
                }
            }
        }
        assertThat(originals).hasSizeGreaterThan(100);
        return originals;
    }
}
