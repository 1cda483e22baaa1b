package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateInjectionWeightTest {

    private static final TemplateInjection CHECK = new TemplateInjection();

    private static final String GREETER = """
            inputs:
              name: {description: a, default: '%s'}
            runs:
              using: composite
              steps:
                - run: echo ${{ inputs.name }}        # finds: template-injection %s
                  shell: bash
            """;

    private static MarkedYaml greets(String given, String found) {
        return MarkedYaml.steps("- uses: ./.github/actions/greet\n  with: {" + given + "}")
                .and(".github/actions/greet/action.yml", GREETER.formatted("world", found));
    }

    @Test
    void weighsInputsOfActionsByWhatIsGiven() {
        greets("name: world", "low").isFoundBy(CHECK);
        greets("other: world", "low").isFoundBy(CHECK);
        greets("name: '${{ github.sha }}'", "low").isFoundBy(CHECK);
        greets("name: '${{ steps.a.outputs.b }}'", "low").isFoundBy(CHECK);
        greets("name: '${{ inputs.undeclared }}'", "low").isFoundBy(CHECK);
        greets("name: '${{ github.event.head_commit.author.email }}'", "medium").isFoundBy(CHECK);
        greets("name: '${{ github.ref_name }}'", "medium").isFoundBy(CHECK);
        greets("name: '${{ github.event.issue.title }}'", "high").isFoundBy(CHECK);
        greets("name: '${{ a.b && github.head_ref || 1 }}'", "high").isFoundBy(CHECK);
        greets("name: '${{ toJSON(inputs) }}'", "high").isFoundBy(CHECK);
        greets("name: '${{ broken( }}'", "high").isFoundBy(CHECK);
        // Another call gives what an outsider words.
        greets("name: world", "high")
                .and(".github/workflows/other.yml", MarkedYaml.stepsText("""
                        - uses: ./.github/actions/greet
                          with: {name: '${{ github.head_ref }}'}
                        """))
                .isFoundBy(CHECK);
        // The default counts where nothing is given.
        MarkedYaml.steps("- uses: ./.github/actions/greet")
                .and(".github/actions/greet/action.yml", GREETER.formatted("${{ github.head_ref }}", "high"))
                .isFoundBy(CHECK);
        // In a folder below which the repository is checked out.
        MarkedYaml.steps("- uses: ./core/.github/actions/greet")
                .and(".github/actions/greet/action.yml", GREETER.formatted("world", "low"))
                .isFoundBy(CHECK);
        // What nothing calls, what is there for other repositories, and what a file that cannot be read may call.
        MarkedYaml.steps("- run: echo a")
                .and(".github/actions/greet/action.yml", GREETER.formatted("world", "high"))
                .isFoundBy(CHECK);
        MarkedYaml.steps("- uses: ./greet")
                .and("greet/action.yml", GREETER.formatted("world", "high"))
                .isFoundBy(CHECK);
        greets("name: world", "high")
                .and(".github/workflows/broken.yml", "on: [")
                .isFoundBy(CHECK);
    }

    @Test
    void followsInputsThroughActionsAndWorkflows() {
        String outer = """
                inputs:
                  who: {description: a}
                runs:
                  using: composite
                  steps:
                    - uses: ./.github/actions/greet
                      with: {name: '${{ inputs.who }}'}
                    - uses: ./.github/actions/outer
                      with: {who: '${{ inputs.who }}'}
                """;
        String called = """
                on:
                  workflow_call:
                    inputs:
                      who: {type: string}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/outer
                        with: {who: '${{ inputs.who }}'}
                      - run: echo ${{ inputs.who }}         # finds: template-injection %s
                """;
        String caller = """
                on: %s
                jobs:
                  a:
                    uses: ./.github/workflows/called.yml
                    with: {who: '%s'}
                """;
        for (String[] given : new String[][] {
            {"world", "low"}, {"${{ github.ref_name }}", "medium"}, {"${{ github.event.head_commit.message }}", "high"}
        }) {
            MarkedYaml.workflow(caller.formatted("push", given[0]))
                    .and(".github/workflows/called.yml", called.formatted(given[1]))
                    .and(".github/actions/outer/action.yml", outer)
                    .and(".github/actions/greet/action.yml", GREETER.formatted("world", given[1]))
                    // Nothing starts it, so that it gives nothing.
                    .and(".github/workflows/dead.yml", caller.formatted("workflow_call", "${{ github.head_ref }}"))
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow("on: push")
                .and(".github/workflows/called.yml", called.formatted("high"))
                .and(".github/actions/outer/action.yml", outer)
                .isFoundBy(CHECK);
    }

    @Test
    void tellsWhoWordsAnInput() {
        assertThat(greets("name: world", "low").findings(CHECK))
                .singleElement()
                .satisfies(found -> assertThat(found.message())
                        .endsWith("; nothing that calls it in this repository gives it text of an outsider"));
    }

    private static void refIs(String on, String found) {
        MarkedYaml.workflow("on: {" + on + "}\n" + """
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo ${{ github.ref_name }}      # finds: template-injection %s
                """.formatted(found)).isFoundBy(CHECK);
    }

    @Test
    void boundsNamesOfBranchesAndTagsByFilters() {
        refIs("push: {branches: [main, '3.[0-9]+.x']}", "low pedantic");
        refIs("push: {tags: ['v[0-9]+.[0-9]+.[0-9]+', '!v0.1']}, schedule: [{cron: '1 2 3 4 5'}]", "low pedantic");
        refIs("workflow_run: {workflows: [CI]}", "low pedantic");
        refIs("push: {branches: [main], tags: ['v*']}", "medium");
        refIs("push: {branches: ['release/**']}", "medium");
        refIs("push: {branches-ignore: [main]}", "medium");
        refIs("push: {branches: [main]}, workflow_dispatch: {}", "medium");
        refIs("release: {types: [published]}", "medium");
        refIs("push: {branches: [main]}, pull_request: {}", "high");
        refIs("workflow_call: {}", "high");
        MarkedYaml.workflow("on: {push: {branches: [main]}}\njobs: {a: {uses: ./.github/workflows/called.yml}}")
                .and(".github/workflows/called.yml", """
                        on: workflow_call
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: ./.github/actions/greet
                              - run: echo ${{ github.ref }}       # finds: template-injection low pedantic
                        """)
                .and(".github/actions/greet/action.yml", """
                        runs:
                          using: composite
                          steps:
                            - run: echo ${{ github.ref_name }}    # finds: template-injection low pedantic
                              shell: bash
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void boundsTheNameOfARunByTheWorkflowsThatStartIt() {
        String steps = """
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo ${{ github.event.workflow_run.name }}   # finds: template-injection %s
                """;
        MarkedYaml.workflow("on: {workflow_run: {workflows: [CI, 'my tests']}}\n" + steps.formatted("low pedantic"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow("on: {workflow_run: {workflows: ['CI*']}}\n" + steps.formatted("high"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow("on: workflow_run\n" + steps.formatted("high")).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatOnlyWritersWord() {
        MarkedYaml.steps("""
                - run: echo ${{ github.base_ref }}                            # finds: template-injection medium
                - run: echo ${{ github.event.pull_request.base.ref }}         # finds: template-injection medium
                - run: echo ${{ github.event.inputs.version }}                # finds: template-injection medium
                - run: echo ${{ github.event.release.tag_name }}              # finds: template-injection medium
                - run: echo ${{ github.event.release.body }}                  # finds: template-injection high
                - run: echo ${{ github.event.review.commit_id }}              # finds: template-injection low pedantic
                """).isFoundBy(CHECK);
    }

    /** What a step's output brings is followed into the input, which by itself is worth little here. */
    @Test
    void leavesFollowedTextToIndirectInjection() {
        MarkedYaml yaml = MarkedYaml.workflow("""
                        on: issues
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            steps:
                              - id: t
                                run: echo "t=$(jq -r '.issue.title' $GITHUB_EVENT_PATH)" >> $GITHUB_OUTPUT
                              - uses: ./.github/actions/a
                                with: {t: "${{ steps.t.outputs.t }}"}
                        """).and(".github/actions/a/action.yml", """
                        inputs: {t: {required: true}}
                        runs:
                          using: composite
                          steps:
                            - {shell: bash, run: 'echo "${{ inputs.t }}"'}
                        """);
        assertThat(yaml.findings(new IndirectInjection())).hasSize(1);
    }
}
