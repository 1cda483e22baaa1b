package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class MissingTimeoutTest {

    @Test
    void findsJobsWithoutATimeLimit() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  open:                                   # finds: missing-timeout low pedantic
                    runs-on: ubuntu-24.04
                    steps: [{run: a, timeout-minutes: 5}, {run: b}]
                  empty:                                  # finds: missing-timeout low pedantic
                    runs-on: ubuntu-24.04
                    steps: []
                  limited:
                    runs-on: ubuntu-24.04
                    timeout-minutes: 10
                    steps: [{run: a}]
                  computed:
                    runs-on: ubuntu-24.04
                    timeout-minutes: ${{ matrix.minutes }}
                    steps: [{run: a}]
                  steps:
                    runs-on: ubuntu-24.04
                    steps: [{run: a, timeout-minutes: 5}, {uses: a/b@v1, timeout-minutes: 5}]
                  call:
                    uses: ./.github/workflows/x.yml
                  never:
                    if: false
                    runs-on: ubuntu-24.04
                    steps: [{run: a}]
                """).isFoundBy(new MissingTimeout());
    }
}
