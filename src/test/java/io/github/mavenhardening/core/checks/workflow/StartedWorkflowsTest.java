package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Text of outsiders in workflows that other workflows of the repository start. */
class StartedWorkflowsTest {

    private static final String SENDS = """
            on: TRIGGER
            jobs:
              a:
                runs-on: ubuntu-24.04
                steps:
                  - run: COMMAND
                    env: {T: "${{ github.event.issue.title }}"}
            """;
    private static final String TAKES = """
            on:
              workflow_dispatch:
                inputs: {title: {type: string}}
            jobs:
              b:
                runs-on: ubuntu-24.04
                steps:
                  - run: echo "${{ inputs.title }}"
            """;

    private static List<Finding> found(Map<String, String> workflows, Optional<RepositorySlug> slug) {
        Map<String, String> files = new TreeMap<>();
        workflows.forEach((name, text) -> files.put(".github/workflows/" + name, text));
        CheckContext context = MemoryTree.of(files).context(slug);
        return new WorkflowAudit()
                .run(context, Checks.load(StartedWorkflowsTest.class.getClassLoader())).findings().stream()
                        .filter(finding -> finding.checkId().equals("indirect-injection"))
                        .toList();
    }

    private static List<Finding> sentBy(String command) {
        return sentBy(command, Optional.empty());
    }

    private static List<Finding> sentBy(String command, Optional<RepositorySlug> slug) {
        return found(
                Map.of("a.yml", SENDS.replace("TRIGGER", "issues").replace("COMMAND", command), "b.yml", TAKES), slug);
    }

    @Test
    void showsTheWayFromOneWorkflowToTheOther() {
        assertThat(sentBy("gh workflow run b.yml -f title=\"$T\""))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
                    assertThat(finding.primary().path()).isEqualTo(".github/workflows/b.yml");
                    assertThat(finding.way())
                            .extracting(Location::path, Location::line, Location::label)
                            .containsExactly(
                                    tuple(".github/workflows/a.yml", 7, "an outsider words it"),
                                    tuple(".github/workflows/a.yml", 6, "sends it to another workflow"),
                                    tuple(".github/workflows/b.yml", 8, "reads the input"));
                });
    }

    @Test
    void isUnsureWhereTheTargetOrTheNameIsNotSpelledOut() {
        assertThat(sentBy("gh workflow run \"$W\" -f title=\"$T\""))
                .singleElement()
                .matches(finding -> finding.confidence() == Confidence.LOW);
        assertThat(sentBy("jq -n --arg t \"$T\" '{title:$t}' | gh workflow run b.yml --json"))
                .singleElement()
                .matches(finding -> finding.confidence() == Confidence.LOW);
    }

    @Test
    void takesARepositoryThatIsNamedForItsOwnByItsName() {
        String command = "gh workflow run b.yml -R owner/name -f title=\"$T\"";

        assertThat(sentBy(command)).isEmpty();
        assertThat(sentBy(command, RepositorySlug.parse("owner/name"))).hasSize(1);
        assertThat(sentBy(command, RepositorySlug.parse("owner/other"))).isEmpty();
        assertThat(sentBy(command, RepositorySlug.parse("another/name"))).isEmpty();
    }

    @Test
    void followsWhatIsSentOnWhateverTheOrderOfTheFiles() {
        String first = SENDS.replace("TRIGGER", "issues").replace("COMMAND", "gh workflow run NEXT -f title=\"$T\"");
        String between = TAKES.replace(
                "- run: echo \"${{ inputs.title }}\"",
                "- {run: 'gh workflow run NEXT -f title=\"$T\"', env: {T: '${{ inputs.title }}'}}");
        Map<String, String> forth = Map.of(
                "a.yml", first.replace("NEXT", "b.yml"), "b.yml", between.replace("NEXT", "c.yml"), "c.yml", TAKES);
        Map<String, String> back = Map.of(
                "c.yml", first.replace("NEXT", "b.yml"), "b.yml", between.replace("NEXT", "a.yml"), "a.yml", TAKES);

        assertThat(found(forth, Optional.empty())).hasSize(1);
        assertThat(found(back, Optional.empty())).hasSize(1);
    }

    @Test
    void doesNotTakeWhatAMemberGivesForAnOutsiders() {
        String command = "gh workflow run b.yml -f title=\"${{ inputs.t }}\"";
        String byHand = SENDS.replace("TRIGGER", "{workflow_dispatch: {inputs: {t: {type: string}}}}")
                .replace("COMMAND", command);

        assertThat(found(Map.of("a.yml", byHand, "b.yml", TAKES), Optional.empty()))
                .isEmpty();
    }
}
