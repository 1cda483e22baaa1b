package io.github.mavenhardening.core.workflow.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBranchesTest {

    /** What is known of {@code $v} behind a test at the place of {@code TEST}. */
    private static ScriptBranches.Part around(String script) {
        return new ScriptBranches(script).around("v", script.indexOf("TEST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEST\nif true; then a; fi",
                "if true; then a; fi; TEST",
                "for i in 1 2; do TEST; done",
                "f() { TEST; }",
                "if [ -n \"$v\" ]; then TEST; fi",
                "if [ -z \"${v}\" ]; then a; elif b; then TEST; fi",
                "if a; then TEST; else exit 1; fi",
                "if a; then exit 1; else TEST; b; fi; c",
                "case $a in x) TEST ;; *) exit 1 ;; esac",
                "echo 'if a; then'; TEST; echo 'fi'",
                "if TEST; then a; fi"
            })
    void isKnownToTheEnd(String script) {
        assertThat(around(script)).isEqualTo(ScriptBranches.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if a; then TEST; fi; b",
                "if a\nthen\n  TEST\nfi\nb",
                "if a; then TEST; else b; fi",
                "if a; then TEST; elif b; then exit 1; fi",
                "case $a in x) TEST ;; *) b ;; esac",
                "case $a in x) TEST ;; esac",
                "if a; then if b; then TEST; else exit 1; fi; fi"
            })
    void isKnownInTheBranch(String script) {
        ScriptBranches.Part part = around(script);

        assertThat(part.begin()).isLessThan(script.indexOf("TEST"));
        assertThat(part.end()).isBetween(script.indexOf("TEST"), script.length());
    }

    @Test
    void tellsWhereAConditionHolds() {
        String script = "if TEST; then a; else b; fi";

        ScriptBranches.Part part = new ScriptBranches(script).taken("v", script.indexOf(";"));

        assertThat(script.substring(part.begin(), part.end())).isEqualTo(" a; ");
    }

    @Test
    void readsHowDeepWhateverIsNested() {
        String script = "if a; then ".repeat(20_000) + "TEST" + " fi;".repeat(20_000);

        assertThat(around(script).begin()).isLessThan(script.indexOf("TEST"));
    }
}
