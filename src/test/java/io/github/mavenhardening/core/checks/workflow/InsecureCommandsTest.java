package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class InsecureCommandsTest {

    private static final InsecureCommands CHECK = new InsecureCommands();

    @Test
    void findsTheVariableAtEveryLevel() {
        MarkedYaml.workflow("""
                on: push
                env:                                              # finds: insecure-commands high
                  ACTIONS_ALLOW_UNSECURE_COMMANDS: true
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    env:                                          # finds: insecure-commands high
                      A: b
                      ACTIONS_ALLOW_UNSECURE_COMMANDS: ' TRUE '
                    steps:
                      - run: a
                        env:                                      # finds: insecure-commands high
                          ACTIONS_ALLOW_UNSECURE_COMMANDS: "true"
                      - uses: a/b@v1
                        env:                                      # finds: insecure-commands high
                          ACTIONS_ALLOW_UNSECURE_COMMANDS: "true"
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsAuditorsOfUnknownVariables() {
        MarkedYaml.steps("""
                - run: a
                  env: ${{ matrix.env }}    # finds: insecure-commands high low-confidence auditor
                - uses: a/b@v1
                  env: ${{ matrix.env }}
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesOtherValues() {
        MarkedYaml.steps("""
                - run: a
                  env:
                    ACTIONS_ALLOW_UNSECURE_COMMANDS: false
                - run: a
                  env:
                    ACTIONS_ALLOW_UNSECURE_COMMANDS: yes
                - run: echo ACTIONS_ALLOW_UNSECURE_COMMANDS=true
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtCompositeActions() {
        MarkedYaml.action("""
                runs:
                  using: composite
                  steps:
                    - run: a
                      shell: bash
                      env:                                        # finds: insecure-commands high
                        ACTIONS_ALLOW_UNSECURE_COMMANDS: true
                """).isFoundBy(CHECK);
    }

    @Test
    void takesTheVariableOut() {
        MarkedYaml.workflow("""
                on: push
                env:
                  A: b
                  ACTIONS_ALLOW_UNSECURE_COMMANDS: true # for old actions
                  C: d
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    env:
                      ACTIONS_ALLOW_UNSECURE_COMMANDS: "true"
                    steps:
                      - env:
                          ACTIONS_ALLOW_UNSECURE_COMMANDS: true
                        run: a
                """).isMendedTo(CHECK, """
                on: push
                env:
                  A: b
                  C: d
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - env:
                          ACTIONS_ALLOW_UNSECURE_COMMANDS: true
                        run: a
                """);
    }
}
