package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitsTest {

    private static final ConcurrencyLimits CHECK = new ConcurrencyLimits();

    private static final String JOB = "    runs-on: x\n    steps: [{run: x}]\n";

    @Test
    void findsWorkflowsWithoutConcurrency() {
        MarkedYaml.workflow("name: x\non: push   # finds: concurrency-limits low pedantic\njobs:\n  a:\n" + JOB)
                .isFoundBy(CHECK);
    }

    @Test
    void findsAGroupThatCancelsNothing() {
        MarkedYaml.workflow("on: push\nconcurrency: x   # finds: concurrency-limits low pedantic\njobs:\n  a:\n" + JOB)
                .isFoundBy(CHECK);
        MarkedYaml.workflow("on: push\nconcurrency: {group: x}\njobs:\n  a:\n" + JOB)
                .isFoundBy(CHECK);
    }

    @Test
    void looksAtJobsWhereTheWorkflowSaysNothing() {
        String said = "    concurrency: {group: x, cancel-in-progress: true}\n";
        String dead = "  c:\n    if: false\n" + JOB;
        MarkedYaml.workflow("on: push\njobs:\n  a:\n" + said + JOB + dead).isFoundBy(CHECK);
        MarkedYaml.workflow("on: push   # finds: concurrency-limits low pedantic\njobs:\n  a:\n" + said + JOB + "  b:\n"
                        + JOB)
                .isFoundBy(CHECK);
        MarkedYaml.workflow("on: push   # finds: concurrency-limits low pedantic, concurrency-limits low pedantic\n"
                        + "jobs:\n  a:\n    concurrency: x\n" + JOB + "  b:\n" + JOB)
                .isFoundBy(CHECK);
    }

    @Test
    void leavesReusableWorkflowsToTheirCallers() {
        MarkedYaml.workflow("on: workflow_call\njobs:\n  a:\n" + JOB).isFoundBy(CHECK);
        MarkedYaml.workflow("on: push\njobs:\n  a:\n    uses: ./x.yml\n").isFoundBy(CHECK);
    }
}
