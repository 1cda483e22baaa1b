package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class ArgumentInjectionTest {

    private static final ArgumentInjection CHECK = new ArgumentInjection();

    @Test
    void tellsTheArgument() {
        MarkedYaml.on("issues", """
                - run: sed "s/x/$T/" f      # finds: argument-injection medium medium-confidence
                  env: {T: "${{ github.event.issue.title }}"}
                - run: sed "s/x/y/" f
                """).isFoundBy(CHECK);
        MarkedYaml.on("pull_request_target", """
                - run: |
                    git config --global user.name "$(git log -1 --pretty=%an)"
                    git config user.email "$T"
                    git config $T      # finds: argument-injection medium medium-confidence
                  env: {T: "${{ github.event.pull_request.title }}"}
                """).isFoundBy(CHECK);
        MarkedYaml.on("pull_request", """
                - run: sed "s/x/$GITHUB_HEAD_REF/" f      # finds: argument-injection medium low-confidence pedantic
                """).isFoundBy(CHECK);
    }

    /** In an action it is told once, of whichever jobs the action is a step. */
    @Test
    void tellsAPlaceOfAnActionOnce() {
        String job = """
                  NAME:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/name
                        with: {title: "${{ github.event.issue.title }}"}
                """;
        assertThat(MarkedYaml.workflow("on: issues\npermissions: {contents: write}\njobs:\n" + job.replace("NAME", "a")
                                + job.replace("NAME", "b"))
                        .and(".github/actions/name/action.yml", """
                                inputs: {title: {}}
                                runs:
                                  using: composite
                                  steps:
                                    - run: sed "s/x/$T/" f
                                      shell: bash
                                      env: {T: "${{ inputs.title }}"}
                                """)
                        .findings(CHECK))
                .hasSize(1);
    }
}
