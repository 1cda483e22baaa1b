package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UnredactedSecretsTest {

    private static final UnredactedSecrets CHECK = new UnredactedSecrets();

    @Test
    void findsSecretsThatAreTakenApart() {
        MarkedYaml.steps("""
                - run: echo
                  env:
                    A: ${{ fromJSON(secrets.KEY).id }}           # finds: unredacted-secrets medium
                    B: ${{ fromJson(SECRETS['KEY']) }}           # finds: unredacted-secrets medium
                    C: ${{ fromJSON(secrets) || 'x' }}           # finds: unredacted-secrets medium
                    D: ${{ secrets.KEY }}
                    E: ${{ fromJSON(inputs.secrets) }}
                    F: ${{ fromJSON(format('{0}', 1)) }}
                """).isFoundBy(CHECK);
    }
}
