package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
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
}
