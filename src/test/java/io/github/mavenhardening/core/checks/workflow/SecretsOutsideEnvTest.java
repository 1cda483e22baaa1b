package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class SecretsOutsideEnvTest {

    private static final SecretsOutsideEnv CHECK = new SecretsOutsideEnv();

    @Test
    void findsEachSecretOfAJobWithoutEnvironment() {
        MarkedYaml.workflow("""
                on: push
                env:
                  W: ${{ secrets.WORKFLOW }}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    if: secrets.IF == ''                              # finds: secrets-outside-env medium auditor
                    env:
                      J: ${{ secrets.JOB }}                           # finds: secrets-outside-env medium auditor
                    steps:
                      # finds below: secrets-outside-env medium auditor, secrets-outside-env medium auditor
                      - run: echo ${{ secrets.ONE }} ${{ secrets['two'] }}
                      - uses: a/b@v1
                        with:
                          a: ${{ secrets.GITHUB_TOKEN || secrets.C }} # finds: secrets-outside-env medium auditor
                          b: ${{ secrets[matrix.x] }}                 # finds: secrets-outside-env medium auditor
                          c: ${{ toJSON(secrets) }}                   # finds: secrets-outside-env medium auditor
                  b:
                    runs-on: ubuntu-24.04
                    environment:
                    steps:
                      - run: echo ${{ secrets.ONE }}                  # finds: secrets-outside-env medium auditor
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesEnvironmentsCallsAndTheJobsToken() {
        MarkedYaml.workflow("""
                        on: push
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            environment: production
                            steps:
                              - run: echo ${{ secrets.ONE }}
                          b:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: echo ${{ secrets.GITHUB_TOKEN }} ${{ secrets['github_token'] }}
                          c:
                            uses: a/b/.github/workflows/c.yml@v1
                            secrets:
                              one: ${{ secrets.ONE }}
                        """).and(".github/workflows/called.yml", """
                        on: [workflow_call, push]
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: echo ${{ secrets.ONE }}
                        """).isFoundBy(CHECK);
    }

    @Test
    void sparesWhatThePolicyAllows() {
        MarkedYaml.steps("""
                - run: echo ${{ secrets.ONE }}
                - run: echo ${{ secrets.TWO }}                        # finds: secrets-outside-env medium auditor
                """).with("allow: [one]").isFoundBy(CHECK);
    }
}
