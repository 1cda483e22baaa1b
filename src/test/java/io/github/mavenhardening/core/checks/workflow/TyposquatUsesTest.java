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

    @Test
    void looksAtTheRepositoriesOfPreCommit() {
        MarkedYaml.preCommit("""
                repos:
                  - repo: https://github.com/pre-comit/pre-commit-hooks   # finds: typosquat-uses high low-confidence
                    rev: v1
                    hooks: [{id: x}]
                  - repo: https://github.com/psff/black                   # finds: typosquat-uses high low-confidence
                    rev: v1
                    hooks: [{id: x}]
                  - repo: git@github.com:astralsh/ruff-pre-commit.git     # finds: typosquat-uses high low-confidence
                    rev: v1
                    hooks: [{id: x}]
                  - repo: https://github.com/action/checkout/             # finds: typosquat-uses high low-confidence
                    rev: v1
                    hooks: [{id: x}]
                  - repo: https://github.com/pre-commit/pre-commit-hooks
                    rev: v1
                    hooks: [{id: x}]
                  - repo: https://git.example.org/action/checkout
                    rev: v1
                    hooks: [{id: x}]
                  - repo: local
                    hooks: [{id: x}]
                """).isFoundBy(CHECK);
    }
}
