package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UnsoundContainsTest {

    private static final UnsoundContains CHECK = new UnsoundContains();

    @Test
    void findsTextsThatAreMeantAsLists() {
        MarkedYaml.steps("""
                - run: a
                  if: contains('refs/heads/main refs/heads/dev', github.ref)   # finds: unsound-contains high
                - run: a
                  if: ${{ !contains('a,b', inputs.who) }}                      # finds: unsound-contains high
                - run: a
                  if: contains('a b', github['ACTOR'])                         # finds: unsound-contains high
                - run: a
                  if: contains('linux,macos', runner.os)                       # finds: unsound-contains info
                """).isFoundBy(CHECK);
    }

    @Test
    void findsEachOfSeveral() {
        MarkedYaml.steps("""
                # finds below: unsound-contains high, unsound-contains info
                - if: contains('a', env.X) || contains('b', matrix.os)
                  run: a
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesListsAndTextsThatAreSearched() {
        MarkedYaml.steps("""
                - run: a
                  if: contains(fromJSON('["a", "b"]'), github.ref)
                - run: a
                  if: contains(github.ref, 'release')
                - run: a
                  if: startsWith('a', github.ref)
                - run: a
                  if: contains('a', format('{0}', github.ref))
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtJobs() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    if: contains('a b', github.ref_name)   # finds: unsound-contains high
                    uses: a/b/.github/workflows/c.yml@v1
                """).isFoundBy(CHECK);
    }
}
