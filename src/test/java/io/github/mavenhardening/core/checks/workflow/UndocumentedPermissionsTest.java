package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UndocumentedPermissionsTest {

    private static final UndocumentedPermissions CHECK = new UndocumentedPermissions();

    @Test
    void findsTheFirstPermissionThatIsNotExplained() {
        MarkedYaml.workflow("""
                on: push
                permissions:
                  contents: read
                  issues: write      # comments on them
                  # uploads the analysis
                  security-events: write
                  packages: read     # finds: undocumented-permissions low pedantic
                  pages: write
                jobs:
                  a:
                    # of the job
                    permissions:
                      issues: none   # finds: undocumented-permissions low pedantic
                    uses: ./x.yml
                  b:
                    permissions:
                      checks: read #
                      # finds below: undocumented-permissions low pedantic
                    uses: ./x.yml
                  c:
                    permissions: write-all
                    uses: ./x.yml
                  d:
                    permissions: {issues: read, checks: write}   # both: reports
                    uses: ./x.yml
                  e:
                    permissions:
                      contents: read
                    uses: ./x.yml
                """.replace(
                                "      checks: read #\n      # finds below: undocumented-permissions low pedantic\n",
                                "      # finds below: undocumented-permissions low pedantic\n      checks: read #\n"))
                .isFoundBy(CHECK);
    }
}
