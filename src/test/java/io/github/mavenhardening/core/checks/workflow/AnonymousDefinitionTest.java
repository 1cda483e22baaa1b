package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class AnonymousDefinitionTest {

    private static final AnonymousDefinition CHECK = new AnonymousDefinition();

    @Test
    void findsWhatHasNoName() {
        MarkedYaml.workflow("""
                # finds below: anonymous-definition low pedantic
                on: push
                jobs:
                  a:                       # finds: anonymous-definition info pedantic
                    runs-on: ubuntu-24.04
                    steps: []
                  b:
                    name: The second
                    runs-on: ubuntu-24.04
                    steps: []
                  c:
                    uses: ./x.yml
                """).isFoundBy(CHECK);
    }

    @Test
    void takesAnEmptyNameForNone() {
        MarkedYaml.workflow("name:   # finds: anonymous-definition low pedantic\non: push\njobs: {}\n")
                .isFoundBy(CHECK);
    }
}
