package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UnpinnedToolsTest {

    private static final UnpinnedTools CHECK = new UnpinnedTools();

    @Test
    void findsToolsWithoutVersion() {
        MarkedYaml.steps("""
                - uses: extractions/setup-just@v3        # finds: unpinned-tools medium
                - uses: Aquasecurity/Setup-Trivy@v0.2    # finds: unpinned-tools medium
                  with:
                    cache: true
                - uses: aquasecurity/setup-trivy@v0.2
                  with:
                    version: latest                      # finds: unpinned-tools medium
                - uses: aquasecurity/setup-trivy@v0.2
                  with:
                    version: ${{ inputs.version }}       # finds: unpinned-tools medium low-confidence
                - uses: aquasecurity/setup-trivy@v0.2
                  with:
                    version: v0.65.0
                - uses: extractions/setup-crate@v1
                  with: ${{ fromJSON(inputs.with) }}
                - uses: actions/setup-java@v5
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatStandsForAnyVersion() {
        MarkedYaml.steps("""
                - uses: extractions/setup-just@v4
                  with:
                    just-version: "*"                    # finds: unpinned-tools medium
                - uses: extractions/setup-just@v4
                  with:
                    just-version: ' * '                  # finds: unpinned-tools medium
                - uses: extractions/setup-crate@v2
                  with:
                    repo: casey/just@1
                    version: Latest                      # finds: unpinned-tools medium
                - uses: extractions/setup-just@v4
                  with:
                    just-version: 1.40.0
                - uses: extractions/setup-just@v4
                  with:
                    version: 1.40.0
                    just-version: ${{ inputs.just }}     # finds: unpinned-tools medium low-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsTheToolThatLoadsSecrets() {
        MarkedYaml.steps("""
                - uses: 1password/load-secrets-action@v3                # finds: unpinned-tools medium
                - uses: 1Password/load-secrets-action@v3
                  with:
                    version: latest                      # finds: unpinned-tools medium
                - uses: 1password/load-secrets-action@v3
                  with:
                    version: 2.30.0
                - uses: 1password/load-secrets-action/configure@v3
                """).isFoundBy(CHECK);
    }
}
