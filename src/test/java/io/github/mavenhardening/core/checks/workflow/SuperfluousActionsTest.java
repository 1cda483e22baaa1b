package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class SuperfluousActionsTest {

    private static final SuperfluousActions CHECK = new SuperfluousActions();

    @Test
    void findsWhatTheRunnerDoesItself() {
        MarkedYaml.steps("""
                - uses: softprops/action-gh-release@v2     # finds: superfluous-actions info
                - uses: EndBug/Add-And-Commit@v9           # finds: superfluous-actions info low-confidence pedantic
                - uses: dtolnay/rust-toolchain@stable      # finds: superfluous-actions info medium-confidence pedantic
                - uses: actions/checkout@v4
                - uses: ./softprops/action-gh-release
                - run: gh release create v1
                """).isFoundBy(CHECK);
    }
}
