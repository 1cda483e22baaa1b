package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UnrestrictedEgressTest {

    private static final UnrestrictedEgress CHECK = new UnrestrictedEgress();

    private static final String JOBS = """
            on: push
            jobs:
              open:                                       # finds: unrestricted-egress low auditor
                runs-on: ubuntu-24.04
                steps: [{run: mvn verify}]
              watched:                                    AUDIT
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with: {egress-policy: audit}
              blocked:
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with: {egress-policy: block, allowed-endpoints: x}
              standard:
                runs-on: ubuntu-24.04
                steps: [{uses: step-security/harden-runner@v2}]
              release:                                    # finds: unrestricted-egress medium pedantic
                runs-on: ubuntu-24.04
                steps: [{run: mvn deploy}]
              watchedRelease:                             # finds: unrestricted-egress low pedantic
                runs-on: ubuntu-24.04
                steps:
                  - uses: step-security/harden-runner@v2
                    with: {egress-policy: audit}
                  - run: mvn deploy
              windows:
                runs-on: windows-2025
                steps: [{run: mvn verify}]
              contained:
                runs-on: ubuntu-24.04
                container: maven:3
                steps: [{run: mvn verify}]
            """;

    @Test
    void findsJobsWithoutAFence() {
        MarkedYaml.workflow(JOBS.replace("AUDIT", "# finds: unrestricted-egress info auditor"))
                .isFoundBy(CHECK);
    }

    @Test
    void canAcceptAudits() {
        MarkedYaml.workflow(JOBS.replace("AUDIT", ""))
                .with("accept-audit: true")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsAFenceThatALocalActionPutsUp() {
        MarkedYaml.steps("- uses: ./.github/actions/begin")
                .and(".github/actions/begin/action.yml", """
                        runs:
                          using: composite
                          steps: [{uses: step-security/harden-runner@v2}]
                        """)
                .isFoundBy(CHECK);
    }
}
