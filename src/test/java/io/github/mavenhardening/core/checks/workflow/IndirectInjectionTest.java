package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class IndirectInjectionTest {

    private static final IndirectInjection CHECK = new IndirectInjection();

    @Test
    void isLowInWhatWasMerged() {
        MarkedYaml.on("{pull_request_target: {types: [closed]}}", """
                - if: github.event.pull_request.merged == true
                  run: git checkout -b "backport/${{ env.HEAD }}"      # finds: indirect-injection low low-confidence
                  env: {HEAD: "${{ github.head_ref }}"}
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsItWhereItRuns() {
        MarkedYaml.on("issues", """
                - id: a
                  run: echo "t=$T" >> $GITHUB_OUTPUT
                  env: {T: "${{ github.event.issue.title }}"}
                - run: echo ${{ steps.a.outputs.t }}      # finds: indirect-injection high medium-confidence
                - run: echo "$T"
                  env: {T: "${{ steps.a.outputs.t }}"}
                """).isFoundBy(CHECK);
        MarkedYaml.on("pull_request", """
                - run: echo ${{ env.T }}      # finds: indirect-injection medium medium-confidence
                  env: {T: "${{ github.event.pull_request.title }}"}
                - run: echo ${{ env.N }}
                  env: {N: "${{ github.event.pull_request.number }}"}
                """).isFoundBy(CHECK);
    }

    @Test
    void doesNotAskForAVariableThatIsThere() {
        assertThat(MarkedYaml.on(
                                "issues", "- {run: 'echo ${{ env.T }}', env: {T: '${{ github.event.issue.title }}'}}\n")
                        .findings(CHECK))
                .singleElement()
                .matches(finding -> finding.remedy().startsWith("Read the variable itself in the code, quoted"));
    }

    @Test
    void followsWhatIsAddedTo() {
        MarkedYaml.on("issues", """
                - id: a
                  run: |
                    ALL="$T"
                    ALL+=" and more"
                    echo "t=$ALL" >> $GITHUB_OUTPUT
                  env: {T: "${{ github.event.issue.title }}"}
                - run: echo ${{ steps.a.outputs.t }}      # finds: indirect-injection high medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void showsTheWayOfTheText() {
        Finding finding = MarkedYaml.on("issues", """
                - id: a
                  run: echo "t=$T" >> $GITHUB_OUTPUT
                  env: {T: "${{ github.event.issue.title }}"}
                - run: echo ${{ steps.a.outputs.t }}
                """).findings(CHECK).get(0);

        assertThat(finding.way())
                .extracting(Location::line)
                .as("from its source to where it is read last")
                .containsExactly(9, 8, 10);
        assertThat(finding.related()).containsAll(finding.way());
    }

    @Test
    void saysWhatIsNotFollowed() {
        String steps = "on: issues\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n";
        String line = "          echo \"$T\"\n";

        assertThat(gaps(steps + line.repeat(30_000)))
                .anySatisfy(
                        gap -> assertThat(gap).contains(".github/workflows/ci.yml", "followed for text of outsiders"));
        assertThat(gaps(steps + line)).noneMatch(gap -> gap.contains("followed for text of outsiders"));
    }

    private static List<String> gaps(String workflow) {
        CheckContext context =
                MemoryTree.of(Map.of(".github/workflows/ci.yml", workflow)).context(Optional.empty());
        new WorkflowAudit().run(context, Checks.load(IndirectInjectionTest.class.getClassLoader()));
        return context.gaps();
    }

    /** What a script returns is written as JSON, a literal of JavaScript, unless it asks for the text. */
    @Test
    void takesResultsOfScriptsForLiterals() {
        String steps = """
                - id: a
                  uses: actions/github-script@v8
                  with:
                    script: |
                      const {data: pr} = await github.rest.pulls.get({pull_number: context.issue.number})
                      return {branch: pr.head.ref}
                - uses: actions/github-script@v8
                  with:
                    script: |
                      const pr = USE
                """;
        MarkedYaml.on("issue_comment", steps.replace("USE", "${{ steps.a.outputs.result }}"))
                .isFoundBy(CHECK);
        String found = " // # finds: indirect-injection high medium-confidence";
        MarkedYaml.on("issue_comment", steps.replace("USE", "'${{ steps.a.outputs.result }}'" + found))
                .isFoundBy(CHECK);
        MarkedYaml.on("issue_comment", steps.replace("USE", "${{ fromJSON(steps.a.outputs.result).branch }}" + found))
                .isFoundBy(CHECK);
        MarkedYaml.on(
                        "issue_comment",
                        steps.replace(
                                        "with:\n    script: |\n      const {",
                                        "with:\n    result-encoding: string\n    script: |\n      const {")
                                .replace("USE", "${{ steps.a.outputs.result }}" + found))
                .isFoundBy(CHECK);
        MarkedYaml.on(
                        "issue_comment",
                        steps.replace("USE", "1")
                                + "- run: echo ${{ steps.a.outputs.result }}  # finds: indirect-injection high medium-confidence\n")
                .isFoundBy(CHECK);
    }

    /** A line more sets a variable more; what keeps one line sets one. */
    @Test
    void knowsThatOneLineSetsOneVariable() {
        String write = """
                - run: echo "A=$(echo "$B" | head -n LINES)" >> $GITHUB_ENV
                  env: {B: "${{ github.event.comment.body }}"}
                """;
        MarkedYaml.on("issue_comment", write.replace("LINES", "1")).isFoundBy(CHECK);
        MarkedYaml.on(
                        "issue_comment",
                        write.replace("LINES", "2")
                                .replaceFirst("ENV\\n", "ENV  # finds: indirect-injection high medium-confidence\n"))
                .isFoundBy(CHECK);
    }
}
