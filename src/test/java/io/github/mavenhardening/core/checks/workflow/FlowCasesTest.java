package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small repositories in which outsiders' text or files are followed to where they do harm, and such in which they do none. A case
 * begins with {@code ===}; of a vulnerable one the check follows that must find something. What has no jobs is the steps of one.
 */
class FlowCasesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "flows");
    private static final Checks CHECKS = Checks.load(FlowCasesTest.class.getClassLoader());
    private static final Set<String> FOLLOWING = Set.of(
            "indirect-injection",
            "artifact-poisoning",
            "argument-injection",
            "output-clobbering",
            "request-forgery",
            "secret-exposure");
    private static final String FILE = "# file: ";

    @TestFactory
    Stream<DynamicTest> vulnerable() throws IOException {
        List<String> cases = cases("vulnerable.txt");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
        return cases.stream().map(text -> {
            String title = text.lines().findFirst().orElseThrow();
            String check = title.substring(0, title.indexOf(' '));
            return DynamicTest.dynamicTest(title, () -> assertThat(found(text)).contains(check));
        });
    }

    @TestFactory
    Stream<DynamicTest> safe() throws IOException {
        List<String> cases = cases("safe.txt");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        return cases.stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.lines().findFirst().orElseThrow(),
                        () -> assertThat(found(text))
                                .doesNotContainAnyElementsOf(FOLLOWING)
                                .doesNotContain("untrusted-checkout-exec")));
    }

    private static List<String> cases(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        return Stream.of(text.split("(?m)^=== ", -1))
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** The checks that find something of medium severity or more. */
    private static Set<String> found(String text) {
        Map<String, String> files = new TreeMap<>();
        String[] parts = text.substring(text.indexOf('\n') + 1).split("(?m)^" + FILE, -1);
        files.put(".github/workflows/ci.yml", workflow(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            files.put(parts[i].substring(0, end), parts[i].substring(end + 1));
        }
        Set<String> found = new TreeSet<>();
        new WorkflowAudit()
                .run(MemoryTree.of(files).context(Optional.empty()), CHECKS).findings().stream()
                        .filter(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0)
                        .forEach(finding -> found.add(finding.checkId()));
        return found;
    }

    private static String workflow(String text) {
        if (text.contains("\njobs:")) {
            return text;
        }
        int end = text.indexOf('\n') + 1;
        return text.substring(0, end) + "jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                + text.substring(end).indent(6);
    }
}
