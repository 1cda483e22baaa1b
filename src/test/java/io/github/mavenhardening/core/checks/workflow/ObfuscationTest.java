package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class ObfuscationTest {

    private static final Obfuscation CHECK = new Obfuscation();

    @Test
    void findsRoundaboutPaths() {
        MarkedYaml.steps("""
                - uses: actions/cache/./save@v4               # finds: obfuscation low
                - uses: actions/cache/save/../restore@v4      # finds: obfuscation low
                - uses: actions/cache//save@v4                # finds: obfuscation low
                - uses: actions/checkout/@v4                  # finds: obfuscation low
                - uses: actions/cache/save@v4
                - uses: actions/cache/.hidden@v4
                - uses: ./a/../b
                """).isFoundBy(CHECK);
    }

    @Test
    void findsConstants() {
        MarkedYaml.steps("""
                - run: echo ${{ 'a' }}                              # finds: obfuscation low
                - run: echo ${{ format('{0}', 'a') }}               # finds: obfuscation low
                - run: echo ${{ a.b == 'x' && (1 == 1) }}           # finds: obfuscation low
                - run: echo ${{ a[format('b')] }}                   # finds: obfuscation low pedantic, obfuscation low pedantic
                - run: echo ${{ a[b.c] }}                           # finds: obfuscation low pedantic
                - run: a
                  if: 1 == 1                                        # finds: obfuscation low
                """).isFoundBy(CHECK);
    }

    @Test
    void findsUnknownInputs() {
        MarkedYaml.steps("""
                - uses: a/b@v1
                  with: ${{ fromJSON(steps.x.outputs.y) }}          # finds: obfuscation info
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesWhatCannotBeWrittenMorePlainly() {
        MarkedYaml.steps("""
                - run: echo ${{ a.b }} ${{ a['b'] }} ${{ a[0] }} ${{ a.b || 'x' }} ${{ fromJSON('[1]') }}
                - run: echo ${{ a.b && false || 'x' }}
                - run: a
                  if: true
                - run: a
                  if: contains(fromJSON('["a"]'), github.ref)
                - run: a
                  if: always()
                """).isFoundBy(CHECK);
    }

    @Test
    void writesItPlainly() {
        MarkedYaml.steps("""
                - uses: actions/checkout////@v4
                - uses: "github/codeql-action/./init@v2" # init
                - uses: actions/cache/save/../save@v4
                - uses: actions/cache/../../other@v4
                - run: echo ${{ 'word' }} ${{ 'two words' }} ${{ format('{0}-x', 'b') }}
                """).isMendedTo(CHECK, MarkedYaml.stepsText("""
                - uses: actions/checkout@v4
                - uses: "github/codeql-action/init@v2" # init
                - uses: actions/cache/save@v4
                - uses: actions/cache/../../other@v4
                - run: echo word ${{ 'two words' }} b-x
                """));
    }

    @Test
    void sparesWhatWouldBeginAnExpressionIfItWereWrittenDown() {
        MarkedYaml.steps("""
                - run: echo ${{ '${{' }}
                - run: echo ${{ 'a ${{ b }}' }}
                - run: echo ${{ format('{0}{1}', '$', '{{') }}
                - run: echo ${{ format('{0}{1}', github.sha, format('{0}{1}', '$', '{{')) }}
                - run: echo $${{ '{{' }} ${{ '$' }}{{ ${{ '$' }}${{ '' }}             # finds: obfuscation low, obfuscation low
                - run: echo ${{ '{{' }} ${{ '$' }} ${{ '}}' }}      # finds: obfuscation low, obfuscation low, obfuscation low
                - run: echo ${{ '${{' && 'x' }}                     # finds: obfuscation low
                - run: echo ${{ format('{0}{1}', '$', '{{') == '${{' || github.sha }}    # finds: obfuscation low
                """).isFoundBy(CHECK);
    }
}
