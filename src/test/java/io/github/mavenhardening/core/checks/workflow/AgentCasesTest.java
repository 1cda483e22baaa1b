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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small workflows with agents. A case begins with {@code ===}; in a bad one the check and the severity follow that must be found, in
 * a good one no check of agents, and none that follows text, finds anything of medium severity or more.
 */
class AgentCasesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "agents");
    private static final Checks CHECKS = Checks.load(AgentCasesTest.class.getClassLoader());

    @TestFactory
    Stream<DynamicTest> bad() throws IOException {
        List<String> cases = cases("bad.txt");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(35);
        return cases.stream().map(text -> {
            String title = text.lines().findFirst().orElseThrow();
            String[] words = title.split(" ", 3);
            return DynamicTest.dynamicTest(title, () -> assertThat(found(text)).contains(words[0] + " " + words[1]));
        });
    }

    @TestFactory
    Stream<DynamicTest> good() throws IOException {
        List<String> cases = cases("good.txt");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(25);
        return cases.stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.lines().findFirst().orElseThrow(),
                        () -> assertThat(found(text))
                                .noneMatch(found -> found.startsWith("agent-") || found.startsWith("indirect-"))));
    }

    private static List<String> cases(String name) throws IOException {
        return Stream.of(Files.readString(FOLDER.resolve(name)).split("(?m)^=== ", -1))
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** The checks that find something of medium severity or more, with it. */
    private static Set<String> found(String text) {
        String workflow = text.substring(text.indexOf('\n') + 1);
        if (!workflow.contains("\njobs:")) {
            int steps = workflow.indexOf("\n- ") + 1;
            workflow = workflow.substring(0, steps) + "jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                    + workflow.substring(steps).indent(6);
        }
        Set<String> found = new TreeSet<>();
        new WorkflowAudit()
                        .run(
                                MemoryTree.of(Map.of(".github/workflows/ci.yml", workflow))
                                        .context(Optional.empty()),
                                CHECKS)
                        .findings()
                        .stream()
                        .filter(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0)
                        .forEach(finding -> found.add(
                                finding.checkId() + " " + finding.severity().label()));
        return found;
    }
}
