package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class ArchivedUsesTest {

    private static final ArchivedUses CHECK = new ArchivedUses();

    @Test
    void findsActionsAndWorkflowsOfArchivedRepositories() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/setup-ruby@v1          # finds: archived-uses medium
                      - uses: Actions-RS/Toolchain@v1        # finds: archived-uses medium
                      - uses: 'marvinpinto/actions/x@v1'     # finds: archived-uses medium
                      - uses: actions/setup-ruby-x@v1
                      - uses: ./actions/setup-ruby
                      - uses: docker://actions/setup-ruby
                  b:
                    uses: actions/create-release/.github/workflows/x.yml@v1   # finds: archived-uses medium
                """).isFoundBy(CHECK);
    }
}
