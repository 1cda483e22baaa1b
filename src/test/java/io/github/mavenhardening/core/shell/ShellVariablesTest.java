package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellVariablesTest {

    /** The words of the last command. */
    private static List<String> last(String script) {
        List<ShellCommand> commands = ShellScript.of(script, Shell.POSIX).commands();
        return commands.get(commands.size() - 1).words();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a='x y'; run $a # run|x|y",
                "a='x y'; run \"$a\" # run|x y",
                "a='x y'; run \"${a}/z\" # run|x y/z",
                "a='./run -B'; $a y # ./run|-B|y",
                "a=; run $a y # run|y",
                "a=; run \"$a\" y # run||y",
                "a=x; a+=y; run $a # run|xy",
                "a=x; a=\"$a y\"; run $a # run|x|y",
                "a=x; b=$a/y; run $b # run|x/y",
                "a=(x 'y z'); run \"${a[@]}\" # run|x|y z",
                "a=(x 'y z'); run ${a[@]} # run|x|y|z",
                "a=(x 'y z'); run \"${a[*]}\" # run|x y z",
                "a=(x y); run $a # run|x",
                "a=(); run \"${a[@]}\" y # run|y",
                "a=(x); a+=(y); run \"${a[@]}\" # run|x|y",
                "a=(x y); run ${a[@]+\"${a[@]}\"} # run|x|y",
                "a=(x); if b; then a+=(y --z); fi; run \"${a[@]}\" # run|x|y|${a[@]}",
                "export a=x; run $a # run|x",
                "readonly a=(x y); run \"${a[@]}\" # run|x|y",
                "a=${b:-x}; run $a # run|x",
                "a=${a:-x}; run $a # run|x",
                "run ${b:-x} # run|x",
                "a=x; if b; then run $a; fi # run|x",
                "f() { local a=x; run $a; } # run|x",
                "a=x; f() { run $a; } # run|x",
            })
    void fillsInWhatIsSetOnceToAText(String script, String words) {
        assertThat(String.join("|", last(script))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a=x; a=y; run $a",
                "if b; then a=x; fi; run $a",
                "b && a=x; run $a",
                "for a in x y; do run $a; done",
                "a=x; for a in x y; do b; done; run $a",
                "a=x; read -r a; run $a",
                "a=x; unset a; run $a",
                "a=$b; run $a",
                "a=x; f() { a=y; }; run $a",
                "f() { run $a; }; a=x",
                "f() { local a=x; }; run $a",
                "a=x; b | a=y; run $a",
                "a=x; while b; do a=\"$a y\"; done; run $a",
                "a=(x); a[1]=y; run $a",
                "a='${{ b }}'; run $a",
                "run $a; a=x",
                "a=x; run '$a'",
                "a=x; run \\$a",
            })
    void leavesWhatIsNotKnownAsItIsWritten(String script) {
        assertThat(last(script)).isEqualTo(List.of("run", "$a"));
    }

    @Test
    void aDefaultSaysNothingOfWhatTheRunnerSets() {
        assertThat(last("run ${GITHUB_REF_NAME:-x}")).isEqualTo(List.of("run", "${GITHUB_REF_NAME:-x}"));
    }

    @Test
    void leavesTheStatementsAsTheyAreWritten() {
        ShellScript script = ShellScript.of("a=x; run $a", Shell.POSIX);
        ShellNode.Call call =
                (ShellNode.Call) script.statements().get(1).command().orElseThrow();
        assertThat(call.arguments().get(1).text()).isEqualTo("$a");
    }

    @Test
    void whatIsFilledInIsBounded() {
        String script = "a=" + "x".repeat(3_000) + "\nrun" + " $a".repeat(50_000);
        int length = String.join(" ", last(script)).length();
        assertThat(length).isLessThan(2 * ShellScript.LENGTH_LIMIT);
        assertThat(last("a=" + "x".repeat(5_000) + "; run $a")).isEqualTo(List.of("run", "$a"));
    }
}
