package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

    private static List<String> commands(String script, Shell shell) {
        return ShellScript.commands(script, shell).stream()
                .map(command -> script.substring(command.from(), command.to()))
                .toList();
    }

    private static List<List<String>> words(String script) {
        return ShellScript.commands(script, Shell.POSIX).stream()
                .map(ShellCommand::words)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x y",
                "sudo x y",
                "sudo -u root x y",
                "sudo -E -u root x y",
                "env -u HOME A=b x y",
                "timeout -k 5 -s KILL 60 x y",
                "nice -n 5 x y",
                "time -p x y",
                "! x y",
                "if x y",
                "{ x y; }",
                "f() { x y; }",
                "function f { x y; }",
                "A=b C=d x y",
                "x y > z 2>&1",
                "> z x y",
                "x \\\n  y",
                "'x' \"y\""
            })
    void readsTheCommandThatRuns(String script) {
        assertThat(words(script)).contains(List.of("x", "y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a $(x y) b",
                "a \"$(x y)\"",
                "A=$(x y)",
                "a `x y` b",
                "a \"b `x y` c\"",
                "A=`x y`",
                "`x y`",
                "a $(b `x y`)",
                "cat <<END\n$(x y)\nEND",
                "cat <<END\nit's `x y`\nEND",
                "cat <<END\n${{ a }} `x y`\nEND",
                "cat <<'END' | z `x y`\n${{ a }}\nEND",
                "diff <(x y) z"
            })
    void readsWhatStandsInSubstitutions(String script) {
        assertThat(commands(script, Shell.POSIX)).contains("x y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a '$(x y)'",
                "a '`x y`' \"$b\"",
                "a \"\\`x y\\`\"",
                "a \\`x y\\`",
                "cat <<'END'\n$(x y)\nEND",
                "cat <<'END'\n${{ a }} `x y` $(x y)\nEND",
                "cat <<\\END\n${{ a }} `x y`\nEND",
                "# `x y`",
                "a '$(x y)' \"$b\""
            })
    void takesForTextWhatTheShellTakesForText(String script) {
        assertThat(words(script)).noneMatch(words -> words.get(0).equals("x"));
    }

    @Test
    void countsTheAssignmentsOfACommandToIt() {
        assertThat(commands("A=b C=d x y", Shell.POSIX)).containsExactly("A=b C=d x y");
        assertThat(commands("if A=b sudo x y; then z; fi", Shell.POSIX)).containsExactly("x y", "z");
    }

    @Test
    void readsABacktickOfPowerShellAsWhatEscapes() {
        assertThat(commands("Write-Output \"a`n`tb\"; x `\n  y", Shell.POWERSHELL))
                .containsExactly("Write-Output \"a`n`tb\"", "x `\n  y");
        assertThat(commands("echo `x y` & z", Shell.CMD)).contains("z");
        assertThat(commands("$a = x y; $a =", Shell.POWERSHELL)).containsExactly("x y");
    }

    @Test
    void endsAtWhatIsNotClosed() {
        assertThat(words("a `x y")).containsExactly(List.of("a", "`x", "y"));
        assertThat(words("a \"$(x y")).containsExactly(List.of("a", "$(x y"), List.of("x", "y"));
        assertThat(words("a `` $() $(")).containsExactly(List.of("a", "``", "$()", "$("));
        assertThat(words("function")).isEmpty();
        assertThat(words("sudo -u")).isEmpty();
    }
}
