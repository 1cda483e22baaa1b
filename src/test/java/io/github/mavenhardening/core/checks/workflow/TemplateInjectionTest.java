package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class TemplateInjectionTest {

    private static final TemplateInjection CHECK = new TemplateInjection();

    @Test
    void weighsContexts() {
        MarkedYaml.steps("""
                - run: echo ${{ github.event.issue.title }}                   # finds: template-injection high
                - run: echo ${{ github['event'].Issue['title'] }}             # finds: template-injection high
                - run: echo ${{ github.event.commits[0].message }}            # finds: template-injection high
                - run: echo ${{ github.event.client_payload.id }}             # finds: template-injection high
                - run: echo ${{ github.event.head_commit.author.email }}      # finds: template-injection medium
                - run: echo ${{ steps.a.outputs.b }}                          # finds: template-injection info low-confidence
                - run: echo ${{ inputs.unknown }}                             # finds: template-injection low low-confidence
                - run: echo ${{ github.event.issue.number }}                  # finds: template-injection low pedantic
                - run: echo ${{ github.event.pull_request.head.sha }}         # finds: template-injection low pedantic
                - run: echo ${{ secrets.TOKEN }}                              # finds: template-injection low pedantic
                - run: echo ${{ needs['a'].result }}                          # finds: template-injection low pedantic
                - run: echo $TITLE
                  env:
                    TITLE: ${{ github.event.issue.title }}
                """).isFoundBy(CHECK);
    }

    @Test
    void followsWhatComesOutOfAnExpression() {
        MarkedYaml.steps("""
                - run: echo ${{ github.head_ref == 'a' }}                     # finds: template-injection low pedantic
                - run: echo ${{ contains(github.head_ref, 'a') }}             # finds: template-injection low pedantic
                - run: echo ${{ github.head_ref && 'a' || 'b' }}              # finds: template-injection low pedantic
                - run: echo ${{ a.b == 'x' && github.head_ref || 'b' }}       # finds: template-injection high
                - run: echo ${{ toJSON(format('{0}', github.head_ref)) }}     # finds: template-injection high
                - run: echo ${{ fromJSON(github.head_ref).x }}                # finds: template-injection high
                - run: echo ${{ case(github.ref, github.run_id, github.head_ref) }}   # finds: template-injection high
                # finds below: template-injection high, template-injection high
                - run: echo ${{ github.head_ref || github.ref_name }}
                - run: echo ${{ broken( }}
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsInputsByTheirType() {
        MarkedYaml.workflow("""
                        on:
                          workflow_dispatch:
                            inputs:
                              text: {type: string}
                              plain: {description: a}
                              number: {type: number}
                              choice: {type: choice, options: [a, b]}
                              both: {type: number}
                          workflow_call:
                            inputs:
                              both: {type: string}
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: echo ${{ inputs.TEXT }}      # finds: template-injection high
                              - run: echo ${{ inputs.plain }}     # finds: template-injection high
                              - run: echo ${{ inputs.both }}      # finds: template-injection high
                              - run: echo ${{ inputs.number }}    # finds: template-injection low pedantic
                              - run: echo ${{ inputs.choice }}    # finds: template-injection low pedantic
                        """).and("action.yml", """
                        inputs:
                          text: {description: a}
                          number: {description: a, type: number}
                        runs:
                          using: composite
                          steps:
                            - run: echo ${{ inputs.text }}        # finds: template-injection high
                              shell: bash
                            - run: echo ${{ inputs.number }}      # finds: template-injection high
                              shell: bash
                        """).isFoundBy(CHECK);
    }

    @Test
    void looksUpVariablesAndMatrices() {
        MarkedYaml.workflow("""
                on: push
                env:
                  FAR: literal
                  HIDDEN: ${{ github.head_ref }}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        fixed: [a, b]
                        open: ['${{ github.head_ref }}', b]
                    steps:
                      - run: echo ${{ env.FAR }}            # finds: template-injection low pedantic
                      - run: echo ${{ env.HIDDEN }}         # finds: template-injection low
                      - run: echo ${{ env.HIDDEN }}         # finds: template-injection low pedantic
                        env:
                          HIDDEN: a
                      - run: echo ${{ env.UNSET }}          # finds: template-injection low
                      - run: echo ${{ matrix.fixed }}       # finds: template-injection low pedantic
                      - run: echo ${{ matrix.open }}        # finds: template-injection medium medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsActionsThatRunTheirInputs() {
        MarkedYaml.steps("""
                - uses: Actions/GitHub-Script@v8
                  with:
                    script: console.log('${{ github.head_ref }}')   # finds: template-injection high
                    result-encoding: ${{ github.head_ref }}
                - uses: azure/CLI@v2
                  with:
                    inlinescript: ${{ github.head_ref }}            # finds: template-injection high
                - uses: actions/checkout@v4
                  with:
                    ref: ${{ github.head_ref }}
                """).isFoundBy(CHECK);
    }

    @Test
    void pointsIntoBlockScalars() {
        MarkedYaml.steps("""
                - run: |
                    echo a
                    echo "${{ github.head_ref }}"                   # finds: template-injection high
                - run: >
                    echo a
                    ${{ a.b
                      && github.head_ref }}                         # finds: template-injection high
                """).isFoundBy(CHECK);
    }
}
