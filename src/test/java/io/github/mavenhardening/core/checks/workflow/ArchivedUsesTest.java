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

    @Test
    void findsHooksToo() {
        MarkedYaml.preCommit("""
                repos:
                  - repo: https://github.com/pre-commit/mirrors-prettier   # finds: archived-uses medium
                    rev: v4.0.0-alpha.8
                  - repo: https://github.com/pre-commit/pre-commit-hooks
                  - repo: https://git.example.org/pre-commit/mirrors-prettier
                """).isFoundBy(new ArchivedUses());
    }
}
