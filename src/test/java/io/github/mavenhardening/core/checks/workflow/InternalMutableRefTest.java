package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;

class InternalMutableRefTest {

    private static final InternalMutableRef CHECK = new InternalMutableRef();

    private static final String REPOSITORY = """
            on: push
            permissions: {}
            jobs:
              call:
                uses: org/workflows/.github/workflows/ci.yml@main      # finds: internal-mutable-ref medium
              secret:
                # finds below: internal-mutable-ref high
                uses: ORG/workflows/.github/workflows/release.yml@v2
                secrets: inherit
              build:
                runs-on: ubuntu-24.04
                steps:
                  - uses: org/app/.github/actions/setup@main           # finds: internal-mutable-ref medium
                  - uses: org/actions/build@v1.2.3                     # finds: internal-mutable-ref medium
                  - uses: org/actions/build@8e8c483db84b4bee98b60c0593521ed34d9990e8
                  - uses: ./.github/actions/setup
                  - uses: other/actions/build@main
            """;

    @Test
    void findsBranchesAndTagsOfTheOrganisation() {
        MarkedYaml.workflow(REPOSITORY).named("org/app").isFoundBy(CHECK);
        assertThat(MarkedYaml.workflow(REPOSITORY).named("org/app").findings(CHECK))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("of this very repository"))
                .anyMatch(message -> message.contains("the tag 'v1.2.3' of another repository"));
    }

    @Test
    void knowsNoOrganisationWithoutAName() {
        assertThat(MarkedYaml.workflow(REPOSITORY).findings(CHECK)).isEmpty();
    }

    @Test
    void tellsEveryoneOnceOfALine() {
        MarkedYaml own = MarkedYaml.steps("- uses: org/actions/build@main").named("org/app");

        assertThat(own.findings(CHECK)).extracting(Finding::persona).containsExactly(Persona.REGULAR);
        assertThat(own.findings(new UnpinnedUses()))
                .extracting(Finding::persona)
                .containsExactly(Persona.PEDANTIC);
    }

    /**
     * The gap that the audit of a large project found: one action of its own that sets a commit's status, followed at
     * {@code main} by dozens of workflows, before and after what they test, beside references that are pinned.
     */
    @Test
    void findsTheSixtyEightOfAnAuditedProject() {
        MarkedYaml project = MarkedYaml.workflow("on: push\njobs: {}\n").named("net/net");
        for (int i = 0; i < 16; i++) {
            project.and(".github/workflows/conformance-" + i + ".yaml", CONFORMANCE);
        }
        project.and(".github/actions/prepare/action.yml", PREPARE);

        List<Finding> findings = project.findings(CHECK);
        assertThat(findings).hasSize(68);
        assertThat(findings)
                .extracting(finding -> finding.primary().path())
                .filteredOn(path -> path.endsWith("action.yml"))
                .hasSize(4);
        project.isFoundBy(CHECK);
        assertThat(findings.get(4).remedy()).contains("'$/.github/actions/set-commit-status'");
    }

    private static final String CONFORMANCE = """
            on:
              workflow_dispatch:
                inputs:
                  SHA:
                    type: string
              push:
                branches: [ main, 'ft/main/**', renovate/main-* ]
            permissions: read-all
            jobs:
              commit-status-start:
                name: Commit Status Start
                runs-on: ubuntu-24.04
                steps:
                  - name: Set initial commit status
                    uses: net/net/.github/actions/set-commit-status@main   # finds: internal-mutable-ref medium
                    with:
                      sha: ${{ inputs.SHA || github.sha }}
              test:
                runs-on: ubuntu-24.04
                strategy: &strategy
                  fail-fast: false
                  matrix:
                    include: [ { name: a }, { name: b } ]
                steps:
                  - uses: actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6
                    with: { persist-credentials: false }
                  - &env
                    name: Set Environment Variables
                    uses: "Net/net/.github/actions/set-env-variables@main"   # finds: internal-mutable-ref medium
                  - uses: ./.github/actions/kernels
                  - uses: $/.github/actions/kernels
                  - uses: net/net/.github/actions/set-commit-status@8e8c483db84b4bee98b60c0593521ed34d9990e8 # main
              again:
                runs-on: ubuntu-24.04
                strategy: *strategy
                steps:
                  - *env
                  - uses: network/net/.github/actions/set-commit-status@main
              merge:
                uses: net/net/.github/workflows/common-post-jobs.yaml@main   # finds: internal-mutable-ref medium
                with:
                  result: skipped
              commit-status-final:
                if: ${{ always() && needs.test.result != 'skipped' }}
                needs: test
                runs-on: ubuntu-24.04
                steps:
                  - name: Set final commit status
                    if: ${{ needs.test.result == 'failure' }}
                    uses: >-
                      # finds below: internal-mutable-ref medium
                      net/net/.github/actions/set-commit-status@refs/heads/main
            """;

    private static final String PREPARE = """
            name: Prepare
            description: Prepares a cluster
            runs:
              using: composite
              steps:
                - uses: net/net/.github/actions/kernels@main          # finds: internal-mutable-ref medium
                - uses: net/helm-tool@v1                              # finds: internal-mutable-ref medium
                - parallel:
                    - uses: net/tool@main                             # finds: internal-mutable-ref medium
                - if: runner.os == 'Linux'
                  uses: net/net@main                                  # finds: internal-mutable-ref medium
            """;
}
