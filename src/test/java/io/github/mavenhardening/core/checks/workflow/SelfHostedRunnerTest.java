package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class SelfHostedRunnerTest {

    private static final SelfHostedRunner CHECK = new SelfHostedRunner();

    @Test
    void findsJobsOnOwnMachines() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  one:
                    runs-on: self-hosted                 # finds: self-hosted-runner medium auditor
                    steps: [{run: x}]
                  list:
                    runs-on: [linux, Self-Hosted]        # finds: self-hosted-runner medium auditor
                    steps: [{run: x}]
                  labels:
                    # finds below: self-hosted-runner medium auditor
                    runs-on:
                      group: x
                      labels: self-hosted
                    steps: [{run: x}]
                  group:
                    runs-on: {group: x}                  # finds: self-hosted-runner medium auditor
                    steps: [{run: x}]
                  matrix:
                    runs-on: ${{ matrix.os }}            # finds: self-hosted-runner medium auditor
                    strategy: {matrix: {os: [ubuntu-24.04, self-hosted]}}
                    steps: [{run: x}]
                  hosted:
                    runs-on: ${{ matrix.os }}
                    strategy: {matrix: {os: [ubuntu-24.04, windows-2025]}}
                    steps: [{run: x}]
                  unknown:
                    runs-on: ${{ inputs.os }}
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
    }

    private static MarkedYaml runsOn(String runsOn, String mark) {
        return MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    %s
                    runs-on: %s
                    strategy: {matrix: {os: [ubuntu-24.04, self-hosted], big: [large], any: ['["Self-Hosted", "x64"]', xself-hosted]}}
                    steps: [{run: x}]
                """.formatted(mark, runsOn));
    }

    private static final String SURE = "# finds below: self-hosted-runner medium auditor";
    private static final String UNSURE = "# finds below: self-hosted-runner medium low-confidence auditor";
    private static final String NOTHING = "";

    @Test
    void followsAnExpressionToWhatItCanComeTo() {
        runsOn("${{ inputs.own && 'self-hosted' || 'ubuntu-24.04' }}", SURE).isFoundBy(CHECK);
        runsOn("${{ inputs.own && matrix.os || 'ubuntu-24.04' }}", SURE).isFoundBy(CHECK);
        runsOn("['${{ matrix.os }}', x64]", SURE).isFoundBy(CHECK);
        runsOn("${{ case(inputs.own, 'Self-Hosted', 'ubuntu-24.04') }}", SURE).isFoundBy(CHECK);
        runsOn("${{ fromJSON('[\"self-hosted\", \"x64\"]') }}", UNSURE).isFoundBy(CHECK);
        runsOn("${{ fromJSON(matrix.any) }}", UNSURE).isFoundBy(CHECK);
        runsOn("${{ inputs.own == 'self-hosted' && 'ubuntu-24.04' || 'windows-2025' }}", NOTHING)
                .isFoundBy(CHECK);
        runsOn("${{ contains(matrix.os, 'self-hosted') && 'ubuntu-24.04' }}", NOTHING)
                .isFoundBy(CHECK);
        runsOn("${{ matrix.os && 'ubuntu-24.04' }}", NOTHING).isFoundBy(CHECK);
        runsOn("${{ inputs.self-hosted }}", NOTHING).isFoundBy(CHECK);
        runsOn("${{ matrix.big }}", NOTHING).isFoundBy(CHECK);
        runsOn("x-${{ matrix.os }}", NOTHING).isFoundBy(CHECK);
    }

    @Test
    void deniesLabelsThatThePolicyNames() {
        String policy = "deny-runners: [large, gpu]";
        runsOn("large", SURE).with(policy).isFoundBy(CHECK);
        runsOn("[linux, GPU]", SURE).with(policy).isFoundBy(CHECK);
        runsOn("${{ inputs.big && 'large' || 'small' }}", SURE).with(policy).isFoundBy(CHECK);
        runsOn("${{ matrix.big }}", UNSURE).with(policy).isFoundBy(CHECK);
        runsOn("self-hosted", SURE).with(policy).isFoundBy(CHECK);
        runsOn("xlarge", NOTHING).with(policy).isFoundBy(CHECK);
        runsOn("large", NOTHING).with("deny-runners: []").isFoundBy(CHECK);
    }

    @Test
    void allowsGroupsThatThePolicyNames() {
        String policy = "allow-groups: [ours]";
        runsOn("{group: Ours}", NOTHING).with(policy).isFoundBy(CHECK);
        runsOn("{group: ours, labels: self-hosted}", NOTHING).with(policy).isFoundBy(CHECK);
        runsOn("{group: others}", SURE).with(policy).isFoundBy(CHECK);
        runsOn("{group: '${{ inputs.group }}'}", SURE).with(policy).isFoundBy(CHECK);
        runsOn("{labels: [self-hosted]}", SURE).with(policy).isFoundBy(CHECK);
        runsOn("{labels: [linux]}", NOTHING).with(policy).isFoundBy(CHECK);
    }
}
