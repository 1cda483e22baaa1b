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
}
