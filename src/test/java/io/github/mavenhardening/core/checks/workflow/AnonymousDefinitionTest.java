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
                    uses: ./x.yml
                  b:
                    name: The second
                    uses: ./x.yml
                """).isFoundBy(CHECK);
    }

    @Test
    void takesAnEmptyNameForNone() {
        MarkedYaml.workflow("name:   # finds: anonymous-definition low pedantic\non: push\njobs: {}\n")
                .isFoundBy(CHECK);
    }
}
