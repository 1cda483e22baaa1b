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

    @Test
    void tellsEverybodyOfASecretThatAnotherJobPublishesWith() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  publish:
                    runs-on: ubuntu-24.04
                    environment: npm
                    steps:
                      - uses: codecov/codecov-action@v5
                        with: {token: '${{ secrets.CODECOV_TOKEN }}'}
                      - run: npm publish
                        env: {NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}', NPM_USER: '${{ secrets.NPM_USER }}'}
                  guarded:
                    runs-on: ubuntu-24.04
                    environment: other
                    steps:
                      - run: npm ci
                        env: {NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}'}
                  test:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: npm ci
                        env:
                          A: ${{ secrets.npm_token }}        # finds: secrets-outside-env medium
                          B: ${{ secrets.NPM_USER }}         # finds: secrets-outside-env medium auditor
                          C: ${{ secrets.CODECOV_TOKEN }}    # finds: secrets-outside-env medium auditor
                          D: ${{ secrets.OTHER }}            # finds: secrets-outside-env medium auditor
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsTheAuditorAloneOfWhatOtherStepsOfThatJobNeed() {
        MarkedYaml.workflow("""
                        on: push
                        jobs:
                          publish:
                            runs-on: ubuntu-24.04
                            environment: npm
                            steps:
                              - run: npm test
                                env: {KEY: '${{ secrets.MODEL_KEY }}'}
                              - uses: actions/create-github-app-token@v2
                                with: {app-id: 1, private-key: '${{ secrets.APP_KEY }}'}
                              - uses: ./.github/actions/check
                                with: {key: '${{ secrets.CHECK_KEY }}'}
                              - uses: ./.github/actions/publish
                                with: {token: '${{ secrets.NPM_TOKEN }}'}
                          test:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: npm test
                                env:
                                  A: ${{ secrets.MODEL_KEY }}    # finds: secrets-outside-env medium auditor
                                  B: ${{ secrets.APP_KEY }}      # finds: secrets-outside-env medium
                                  C: ${{ secrets.CHECK_KEY }}    # finds: secrets-outside-env medium auditor
                                  D: ${{ secrets.NPM_TOKEN }}    # finds: secrets-outside-env medium
                        """)
                .and(".github/actions/check/action.yml", """
                        inputs: {key: {}}
                        runs: {using: composite, steps: [{run: ./check, shell: bash, env: {KEY: '${{ inputs.key }}'}}]}
                        """)
                .and(".github/actions/publish/action.yml", """
                        inputs: {token: {}}
                        runs:
                          using: composite
                          steps: [{run: npm publish, shell: bash, env: {NODE_AUTH_TOKEN: '${{ inputs.token }}'}}]
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void tellsTheAuditorAloneWhereNothingIsPublished() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  deploy:
                    runs-on: ubuntu-24.04
                    environment: staging
                    steps: [{run: ./smoke-test, env: {T: '${{ secrets.TOKEN }}'}}]
                  test:
                    runs-on: ubuntu-24.04
                    steps: [{run: ./test, env: {T: '${{ secrets.TOKEN }}'}}]     # finds: secrets-outside-env medium auditor
                """).isFoundBy(CHECK);
    }
}
