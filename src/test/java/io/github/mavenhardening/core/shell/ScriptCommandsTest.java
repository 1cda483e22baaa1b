package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptCommandsTest {

    private static final Definitions DEFINITIONS = new Definitions(List.of(), List.of(), true, Optional.empty());

    private static NormalJob job(String runner) throws Exception {
        SourceFile file = SourceFile.of(".github/workflows/a.yml", """
                on: push
                jobs:
                  a:
                    runs-on: %s
                    steps:
                      - run: |
                          a b `
                            c
                """.formatted(runner));
        Workflow workflow = (Workflow) DefinitionKind.WORKFLOW.read(file);
        return (NormalJob) workflow.jobs().get(0);
    }

    private static List<List<String>> words(Step.RunScript run, NormalJob job) {
        return ScriptCommands.of(
                        run,
                        ScriptShell.of(run, Optional.of(job), Optional.empty()),
                        EnvironmentScope.NONE,
                        DEFINITIONS)
                .stream()
                .map(ShellCommand::words)
                .toList();
    }

    @Test
    void readsTheSameScriptForEachShell() throws Exception {
        NormalJob linux = job("ubuntu-24.04");
        NormalJob windows = job("windows-2025");
        Step.RunScript run = linux.steps().get(0).run().orElseThrow();

        List<List<String>> posix = words(run, linux);
        assertThat(words(run, windows)).containsExactly(List.of("a", "b", "c")).isNotEqualTo(posix);
        assertThat(words(run, linux)).isEqualTo(posix);
    }
}
