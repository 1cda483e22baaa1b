package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.forge.TestSnapshots;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every check of a workflow against settings of the forge, whose tests extend it. */
abstract class SettingsCheckContract {

    static final String FILE = ".mvn/hardening-forge.json";

    private final WorkflowCheck check;
    private final String workflow;
    private final List<String> needed;

    /**
     * Of one check.
     *
     * @param workflow a workflow in which it finds nothing with settings that are in order
     * @param needed pointers into the snapshot, to what the check has to know
     */
    SettingsCheckContract(WorkflowCheck check, String workflow, String... needed) {
        this.check = check;
        this.workflow = workflow;
        this.needed = List.of(needed);
    }

    /** What is unknown is neither in order nor not. */
    @TestFactory
    Stream<DynamicTest> saysWhatItDoesNotKnow() {
        return needed.stream()
                .map(pointer -> DynamicTest.dynamicTest(pointer, () -> {
                    MarkedYaml repository = MarkedYaml.workflow(workflow).and(FILE, TestSnapshots.without(pointer));
                    assertThat(repository.findings(check)).isEmpty();
                    assertThat(repository.audit(check).gaps())
                            .anyMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
                }));
    }

    @Test
    void cannotCheckWithASnapshotThatCannotBeRead() {
        assertThat(MarkedYaml.workflow(workflow).and(FILE, "{").audit(check).gaps())
                .hasSize(1)
                .allMatch(gap -> gap.contains("cannot be read"));
        assertThat(MarkedYaml.workflow(workflow).audit(check).gaps()).isEmpty();
    }
}
