package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class UnsoundTernaryTest {

    private static final UnsoundTernary CHECK = new UnsoundTernary();

    @Test
    void findsValuesThatNeverComeOut() {
        MarkedYaml.steps("""
                - run: a
                  env:
                    A: ${{ a.b && '' || 'x' }}                    # finds: unsound-ternary low
                    B: ${{ a.b && 0 || 1 }}                       # finds: unsound-ternary low
                    C: ${{ a.b && null || 'x' }}                  # finds: unsound-ternary low
                    D: ${{ (a.b == 1 && false) || 'x' }}          # finds: unsound-ternary low
                    E: ${{ format('{0}', a.b && '' || 'x') }}     # finds: unsound-ternary low
                    F: ${{ a.b && fromJSON('false') || 'x' }}     # finds: unsound-ternary low
                    G: ${{ a.b && 'x' || a.c && '' || 'y' }}      # finds: unsound-ternary low
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesValuesThatCan() {
        MarkedYaml.steps("""
                - run: a
                  env:
                    A: ${{ a.b && 'x' || '' }}
                    B: ${{ a.b && c.d || 'x' }}
                    C: ${{ true && '' || 'x' }}
                    D: ${{ a.b && '' }}
                    E: ${{ '' || 'x' }}
                    F: ${{ a.b && ('' && c.d) && 'y' }}
                """).isFoundBy(CHECK);
    }
}
