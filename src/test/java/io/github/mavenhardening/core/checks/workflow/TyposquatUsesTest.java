package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class TyposquatUsesTest {

    private static final TyposquatUses CHECK = new TyposquatUses();

    @Test
    void findsNamesThatAreOneSlipAway() {
        MarkedYaml.steps("""
                - uses: action/checkout@v4       # finds: typosquat-uses high low-confidence
                - uses: cations/checkout@v4      # finds: typosquat-uses high low-confidence
                - uses: aktions/checkout@v4      # finds: typosquat-uses high low-confidence
                - uses: acttions/cache/save@v4   # finds: typosquat-uses high low-confidence
                - uses: Actions/Checkout@v4
                - uses: actions/chekout@v4
                - uses: acton/chekout@v4
                - uses: example/checkout@v4
                - uses: ./actions/checkot
                """).isFoundBy(CHECK);
    }
}
