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
                    runs-on: {group: x}                  # finds: self-hosted-runner medium low-confidence auditor
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
}
