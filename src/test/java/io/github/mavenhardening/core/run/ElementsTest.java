package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each marked text of a file is found, and said to be of the element that it lies in. */
class ElementsTest {

    private static final String WORKFLOW = """
            on: push
            env: {A: mark-top}
            jobs:
              build:
                name: mark-job
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                    with: {ref: mark-uses}
                  - id: compile
                    name: Compile all
                    run: mark-named
                  - name: Side by side
                    parallel:
                      - id: left
                        run: mark-left
                      - run: mark-right
                outputs: {a: mark-after}
              call:
                uses: ./.github/workflows/other.yml # below
                with: {a: mark-call}
              never:
                if: false
                runs-on: mark-never
                steps: []
            """;

    private static final String ACTION = """
            name: a
            description: mark-action
            runs:
              using: composite
              steps:
                - id: one
                  shell: bash
                  run: mark-step
            """;

    @Test
    void namesTheJobAndStepThatAPlaceLiesIn() {
        assertThat(marked(".github/workflows/ci.yml", WORKFLOW))
                .containsOnly(
                        Map.entry("mark-top", "-"),
                        Map.entry("mark-job", "build"),
                        Map.entry("mark-uses", "build uses actions/checkout@v4"),
                        Map.entry("mark-named", "build step compile name Compile all"),
                        Map.entry("mark-left", "build step left"),
                        Map.entry("mark-right", "build"),
                        Map.entry("mark-after", "build"),
                        Map.entry("mark-call", "call uses ./.github/workflows/other.yml"),
                        Map.entry("mark-never", "never"));
    }

    @Test
    void namesTheStepOfAnAction() {
        assertThat(marked("action.yml", ACTION))
                .containsOnly(Map.entry("mark-action", "-"), Map.entry("mark-step", "? step one"));
    }

    /** What an alias repeats is what it is where it is written. */
    @Test
    void namesWhatAnAliasRepeatsOnce() {
        String workflow = """
                on: push
                jobs:
                  one:
                    runs-on: a
                    steps: &steps
                      - id: x
                        run: mark-shared
                  two:
                    runs-on: mark-second
                    steps: *steps
                """;

        assertThat(marked(".github/workflows/ci.yml", workflow))
                .containsOnly(Map.entry("mark-shared", "one step x"), Map.entry("mark-second", "two"));
    }

    private static Map<String, String> marked(String path, String text) {
        AuditResult result = new WorkflowAudit()
                .run(MemoryTree.of(Map.of(path, text)).context(Optional.empty()), Checks.of(List.of(new Marks())));
        return result.findings().stream()
                .collect(Collectors.toMap(finding -> finding.message(), finding -> text(finding.element())));
    }

    private static String text(Element element) {
        if (element.equals(Element.NONE)) {
            return "-";
        }
        return Stream.of(
                        Optional.of(element.job().orElse("?")),
                        element.step().map(step -> "step " + step),
                        element.stepName().map(name -> "name " + name),
                        element.uses().map(uses -> "uses " + uses))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    @CheckInfo(id = "marks", title = "Marked texts", severity = Severity.INFO)
    private static final class Marks implements WorkflowCheck {
        @Override
        public void definition(Definition definition, WorkflowContext in) {
            for (YamlScalar scalar : YamlNodes.scalars(definition.mapping())) {
                if (scalar.value().startsWith("mark-")) {
                    in.report(at(in.at(scalar.span())).message(scalar.value()).remedy("none"));
                }
            }
        }
    }
}
