package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

    private static List<String> commands(String script, Shell shell) {
        return ShellScript.of(script, shell).commands().stream()
                .map(command -> script.substring(command.from(), command.to()))
                .toList();
    }

    private static List<List<String>> words(String script) {
        return ShellScript.of(script, Shell.POSIX).commands().stream()
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
                "time -f %e x y",
                "time x y",
                "!(x y)",
                "a <(b) | x y",
                "for a in b; do x y; done",
                "case a in (b|c) x y;; esac",
                "select a in b; do x y; done",
                "cat <<-END; x y\n\ta\n\tEND",
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
    void knowsThatPowerShellRunsNoTextInQuotes() {
        assertThat(commands("""
                $paths = @(
                  "C:/Program Files/app",
                  'app.exe'
                )
                'a.exe'; if ($x) { "b.exe" } else { "c.exe" }
                $url = "https://example.org/x.exe"
                "d" | x
                """, Shell.POWERSHELL))
                .noneMatch(command -> command.startsWith("\"") || command.startsWith("'"));
        assertThat(commands("& \"a.exe\" b\n&'c.exe' d\n. \"./e.ps1\"\nsudo 'f' g", Shell.POWERSHELL))
                .contains("\"a.exe\" b", "'c.exe' d", "'f' g");
        assertThat(commands("\"a.exe\" b", Shell.CMD)).containsExactly("\"a.exe\" b");
    }

    @Test
    void endsAtWhatIsNotClosed() {
        assertThat(words("a `x y")).containsExactly(List.of("a", "`x", "y"));
        assertThat(words("a \"$(x y")).containsExactly(List.of("a", "$(x y"), List.of("x", "y"));
        assertThat(words("a `` $() $(")).containsExactly(List.of("a", "``", "$()", "$("));
        assertThat(words("function")).isEmpty();
        assertThat(words("sudo -u")).isEmpty();
    }

    /** What hides behind a mistake could run in another shell, or before it is reached. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fi\nx y",
                "if a; x y; fi",
                "if a\nx y",
                "if a; then b; done; x y",
                "while a; x y; done",
                "for a b; x y",
                "case a; x y",
                "case a in b) c ;; ; x y",
                ";; x y",
                "a ) x y",
                "a $(b fi; x y",
                "a && ; x y",
                "a > ; x y",
                "[[ a; x y",
                "a(b); x y",
                "a=(b; x y",
                "{ a\nx y",
                "} x y",
                "cat <<A\nb\n  A\nx y",
                "& x y"
            })
    void readsOnBehindMistakes(String script) {
        assertThat(words(script)).contains(List.of("x", "y"));
        assertThat(ShellParser.parse(script).isValid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "$(       ! )",
                "(        ! )",
                "{ a;     ! ; }",
                "if a; then ! ; fi",
                "a $((1 + ! ))",
                "a \"$(   ! )\"",
                "a ${b:-  ! }",
                "case a in b) ! ;; esac",
            })
    void saysThatItIsNotWhole(String opening, String closing) {
        for (Shell shell : List.of(Shell.POSIX, Shell.POWERSHELL)) {
            assertThat(ShellScript.of("x y; " + (opening + " z; ").repeat(5) + closing.repeat(5), shell)
                            .isWhole())
                    .isTrue();
        }
        ShellScript deep =
                ShellScript.of("x y; " + (opening + " z; ").repeat(5_000) + closing.repeat(5_000), Shell.POSIX);
        assertThat(deep.commands()).extracting(ShellCommand::words).contains(List.of("x", "y"));
        assertThat(deep.isWhole()).isFalse();
    }

    @Test
    void readsWhatFlowsIntoACommandAsOfItsPipeline() {
        assertThat(pipelines("a | b; c")).containsExactly("a 0", "b 0", "c 1");
        assertThat(pipelines("a && b | c")).containsExactly("a 0", "b 1", "c 1");
        assertThat(pipelines("a <(b | c) d")).containsExactly("a 0", "b 0", "c 0");
        assertThat(pipelines("(a) | { b; c; }")).containsExactly("a 0", "b 0", "c 1");
        assertThat(pipelines("a $(b)")).containsExactly("a 0", "b 1");
    }

    /** The commands by their names and numbers of pipelines, counted from 0. */
    private static List<String> pipelines(String script) {
        List<Integer> seen = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (ShellCommand command : ShellScript.of(script, Shell.POSIX).commands()) {
            if (!seen.contains(command.pipeline())) {
                seen.add(command.pipeline());
            }
            found.add(command.name() + " " + seen.indexOf(command.pipeline()));
        }
        return found;
    }

    /** What follows a file is no command of its own. */
    @Test
    void leavesOutFilesOfSubstitutions() {
        assertThat(words("diff <(x y) z >(w)"))
                .containsExactly(List.of("diff", "/dev/stdin", "z"), List.of("x", "y"), List.of("w"));
        assertThat(commands("bash <(x y) -s", Shell.POSIX)).containsExactly("bash <(x y) -s", "x y");
    }

    @Test
    void keepsThePartsOfWordsAndTheirOffsets() {
        String script = "A=b c \"d $E\" 'f' `g` $(h) ${i:-j} ${{ k }} >l <<M\nn $O\nM\n";
        ShellNode.Statement statement = ShellParser.parse(script).statements().get(0);
        ShellNode.Call call = (ShellNode.Call) statement.command().orElseThrow();

        assertThat(call.assigned().get(0).name()).isEqualTo("A");
        assertThat(call.assigned().get(0).value().text()).isEqualTo("b");
        assertThat(call.arguments())
                .extracting(ShellNode.Word::text)
                .containsExactly("c", "d $E", "f", "`g`", "$(h)", "${i:-j}", "${{ k }}");
        assertThat(call.arguments())
                .extracting(word -> script.substring(word.from(), word.to()))
                .containsExactly("c", "\"d $E\"", "'f'", "`g`", "$(h)", "${i:-j}", "${{ k }}");
        assertThat(call.arguments())
                .extracting(ShellNode.Word::isFilledIn)
                .containsExactly(false, true, false, true, true, true, true);
        assertThat(call.arguments().get(5).variable()).contains("i");
        ShellNode.Word document = statement.redirections().get(1).target();
        assertThat(script.substring(document.from(), document.to()))
                .isEqualTo(document.text())
                .isEqualTo("n $O\n");
        assertThat(document.isFilledIn()).isTrue();
    }
}
