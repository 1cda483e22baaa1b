package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class SecretsInheritTest {

    private static final SecretsInherit CHECK = new SecretsInherit();

    @Test
    void findsCallsThatInheritEverySecret() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  all:
                    uses: ./.github/workflows/x.yml   # finds: secrets-inherit medium
                    secrets: inherit
                  some:
                    uses: ./.github/workflows/x.yml
                    secrets:
                      inherit: ${{ secrets.ONE }}
                  none:
                    uses: ./.github/workflows/x.yml
                  never:
                    if: false
                    uses: ./.github/workflows/x.yml
                    secrets: inherit
                """).isFoundBy(CHECK);
    }
}
