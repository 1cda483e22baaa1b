package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.FixApplier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsInheritTest {

    private static final SecretsInherit CHECK = new SecretsInherit();

    @Test
    void findsCallsThatInheritEverySecret() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  all:
                    uses: ./.github/workflows/x.yml   # finds: secrets-inherit medium
                    secrets: inherit
                  some:
                    uses: ./.github/workflows/x.yml
                    secrets:
                      inherit: ${{ secrets.ONE }}
                  none:
                    uses: ./.github/workflows/x.yml
                  never:
                    if: false
                    uses: ./.github/workflows/x.yml
                    secrets: inherit
                """).isFoundBy(CHECK);
    }

    private static final String CALLER = """
            on: push
            jobs:
              call:
                uses: ./.github/workflows/x.yml
                secrets: inherit   # all of them
                with: {a: b}
            """;

    /** What becomes of the caller; empty where there is no fix. */
    private static Optional<String> mended(String caller, String called) {
        return MarkedYaml.workflow(caller).and(".github/workflows/x.yml", called).findings(CHECK).stream()
                .flatMap(finding -> finding.fix().stream())
                .map(fix -> FixApplier.apply(Map.of(".github/workflows/ci.yml", caller), List.of(fix)))
                .map(result -> result.texts().get(".github/workflows/ci.yml"))
                .findFirst();
    }

    private static String called(String declared, String script) {
        return """
                on:
                  workflow_call:
                    secrets: DECLARED
                jobs:
                  x:
                    runs-on: ubuntu-24.04
                    steps: [{run: "SCRIPT"}]
                """.replace("DECLARED", declared).replace("SCRIPT", script);
    }

    @Test
    void namesTheSecretsThatTheCalledWorkflowReads() {
        String called = called(
                "{KEY: {required: false}, must: {required: true}, unread: {required: false}}",
                "a ${{ secrets.key }} ${{ secrets.GITHUB_TOKEN }}");
        assertThat(mended(CALLER, called)).contains("""
                on: push
                jobs:
                  call:
                    uses: ./.github/workflows/x.yml
                    secrets:   # all of them
                      KEY: ${{ secrets.KEY }}
                      must: ${{ secrets.must }}
                    with: {a: b}
                """);
    }

    @Test
    void passesNothingWhereNothingIsRead() {
        assertThat(mended(CALLER, called("{}", "make"))).contains("""
                on: push
                jobs:
                  call:
                    uses: ./.github/workflows/x.yml
                    with: {a: b}
                """);
    }

    @Test
    void hasNoFixWhereNamesDoNotDo() {
        assertThat(mended(CALLER, called("{}", "${{ secrets.UNDECLARED }}"))).isEmpty();
        assertThat(mended(CALLER, called("{KEY: {}}", "${{ toJSON(secrets) }}")))
                .isEmpty();
        assertThat(mended(CALLER, called("{KEY: {}}", "${{ secrets[matrix.x] }}")))
                .isEmpty();
        assertThat(mended(CALLER, called("{KEY: {}}", "${{ secrets.KEY"))).isNotEmpty();
        assertThat(mended(CALLER, CALLER.replace("push", "workflow_call").replace("x.yml", "y.yml")))
                .isEmpty();
        assertThat(mended(CALLER.replace("./.github", "o/r/.github").replace(".yml", ".yml@v1"), called("{}", "x")))
                .isEmpty();
    }
}
