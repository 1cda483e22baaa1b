package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class OverprovisionedSecretsTest {

    private static final OverprovisionedSecrets CHECK = new OverprovisionedSecrets();

    @Test
    void findsExpressionsOverAllSecrets() {
        MarkedYaml.steps("""
                - run: echo
                  env:
                    A: ${{ toJSON(secrets) }}                                   # finds: overprovisioned-secrets medium
                    B: ${{ format('{0}', tojson(SECRETS)) }}                    # finds: overprovisioned-secrets medium
                    C: ${{ secrets[format('KEY_{0}', matrix.env)] }}            # finds: overprovisioned-secrets medium
                    D: ${{ secrets['ONE'] }}
                    E: ${{ toJSON(secrets.ONE) }}
                    F: ${{ toJSON(github) }}
                    G: toJSON(secrets)
                """).isFoundBy(CHECK);
    }

    @Test
    void looksIntoWorkflowsAndActions() {
        MarkedYaml.workflow("""
                        on: push
                        env:
                          A: ${{ toJSON(secrets) }}     # finds: overprovisioned-secrets medium
                        jobs: {}
                        """).and("action.yml", """
                        runs:
                          using: composite
                          steps:
                            - run: echo '${{ toJSON(secrets) }}'   # finds: overprovisioned-secrets medium
                        """).isFoundBy(CHECK);
    }
}
