package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UnsoundConditionTest {

    private static final UnsoundCondition CHECK = new UnsoundCondition();

    @Test
    void findsTextAroundAFence() {
        MarkedYaml.steps("""
                - run: a
                  if: ${{ a.b }} && true          # finds: unsound-condition high
                - run: a
                  if: "${{ a.b }} "               # finds: unsound-condition high
                - run: a
                  if: ${{ a.b }} || ${{ c.d }}    # finds: unsound-condition high
                # finds below: unsound-condition high
                - if: |
                    ${{ a.b }}
                  run: a
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesExpressionsThatAreAllThereIs() {
        MarkedYaml.steps("""
                - run: a
                  if: ${{ a.b }}
                - run: a
                  if: |
                    a.b
                    && c.d
                - run: a
                  if: >-
                    ${{ a.b }}
                - run: a
                  if: ${{ a.b
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtJobsAndCompositeActions() {
        MarkedYaml.workflow("""
                        on: push
                        jobs:
                          a:
                            if: a ${{ b.c }}    # finds: unsound-condition high
                            runs-on: ubuntu-24.04
                            steps:
                              - run: a
                        """).and("action.yml", """
                        runs:
                          using: composite
                          steps:
                            - run: a
                              shell: bash
                              if: a ${{ b.c }}  # finds: unsound-condition high
                        """).isFoundBy(CHECK);
    }

    @Test
    void endsTheBlockWithoutALineBreak() {
        MarkedYaml.steps("""
                - if: |
                    ${{ github.ref == 'a' }}
                  run: a
                - if: >+
                    ${{ github.ref == 'a' }}

                  run: b
                - if: |
                    not ${{ github.ref == 'a' }}
                  run: c
                - if: a ${{ github.ref == 'a' }}
                  run: d
                """).isMendedTo(CHECK, MarkedYaml.stepsText("""
                - if: |-
                    ${{ github.ref == 'a' }}
                  run: a
                - if: >-
                    ${{ github.ref == 'a' }}

                  run: b
                - if: |
                    not ${{ github.ref == 'a' }}
                  run: c
                - if: a ${{ github.ref == 'a' }}
                  run: d
                """));
    }
}
