package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class ExcessivePermissionsTest {

    private static final ExcessivePermissions CHECK = new ExcessivePermissions();

    @Test
    void findsWhereNothingIsSaid() {
        MarkedYaml.workflow("""
                        on: push   # finds: excessive-permissions medium medium-confidence
                        jobs:
                          a:       # finds: excessive-permissions medium medium-confidence
                            runs-on: ubuntu-24.04
                            steps: []
                          b:
                            permissions: {}
                            uses: ./x.yml
                        """)
                .and(".github/workflows/alone.yml", """
                        on: push   # finds: excessive-permissions medium medium-confidence pedantic
                        jobs:
                          a:       # finds: excessive-permissions medium medium-confidence
                            runs-on: ubuntu-24.04
                            steps: []
                        """)
                .and(".github/workflows/reusable.yml", """
                        on: workflow_call   # finds: excessive-permissions medium medium-confidence pedantic
                        jobs:
                          a:                # finds: excessive-permissions medium medium-confidence pedantic
                            runs-on: ubuntu-24.04
                            steps: []
                          b:                # finds: excessive-permissions medium medium-confidence
                            uses: ./x.yml
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsGivenToEveryJob() {
        MarkedYaml.workflow("""
                        on: push
                        permissions:
                          contents: write          # finds: excessive-permissions high
                          statuses: write          # finds: excessive-permissions low
                          checks: write            # finds: excessive-permissions medium
                          packages: read
                        jobs:
                          a: {runs-on: x, steps: []}
                          b: {runs-on: x, steps: []}
                        """).and(".github/workflows/all.yml", """
                        on: push
                        permissions: write-all     # finds: excessive-permissions high
                        jobs:
                          a: {runs-on: x, steps: []}
                          b:
                            permissions: read-all  # finds: excessive-permissions medium
                            runs-on: x
                            steps: []
                          c:
                            permissions: {contents: write}
                            runs-on: x
                            steps: []
                        """).isFoundBy(CHECK);
    }
}
