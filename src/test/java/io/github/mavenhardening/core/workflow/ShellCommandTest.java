package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellCommandTest {

    private static List<String> posix(String script) {
        return ShellCommand.of(script, ShellCommand.Dialect.POSIX).stream()
                .map(command -> command.program() + command.arguments())
                .toList();
    }

    @Test
    void splitsCommands() {
        assertThat(posix("a b; c && d || e | f & (g)\n{ h; }\nif i; then j; fi"))
                .containsExactly("a[b]", "c[]", "d[]", "e[]", "f[]", "g[]", "h[]", "i[]", "j[]", "fi[]");
    }

    @Test
    void unquotesWords() {
        assertThat(posix("a 'b c' \"d\\\"e\" f\\ g \\\n h # i")).containsExactly("a[b c, d\"e, f g, h]");
    }

    @Test
    void keepsExpressionsWhole() {
        assertThat(posix("a ${{ b && c }} d")).containsExactly("a[${{ b && c }}, d]");
    }

    @Test
    void passesOverWhatLeadsUp() {
        assertThat(posix("X=1 sudo -E env Y=2 a b\nX=1")).containsExactly("a[b]");
    }

    @Test
    void passesOverRedirectionsAndHereDocuments() {
        assertThat(posix("a > f 2>&1 b\ncat <<'E' >x\nc d\nE\ne")).containsExactly("a[b]", "cat[]", "e[]");
    }

    @Test
    void knowsWhereACommandStands() {
        ShellCommand command =
                ShellCommand.of("x && a 'b c'", ShellCommand.Dialect.POSIX).get(1);
        assertThat(command.from()).isEqualTo(5);
        assertThat(command.to()).isEqualTo(12);
    }

    @Test
    void readsPowerShell() {
        assertThat(ShellCommand.of("a `\n  b c\\d\ne", ShellCommand.Dialect.POWERSHELL))
                .extracting(ShellCommand::arguments)
                .containsExactly(List.of("b", "c\\d"), List.of());
    }

    @Test
    void takesAnything() {
        Random random = new Random(4);
        String alphabet = "ab $\\`'\"<>|&;(){}#\n\r\t=${{}}-";
        for (int round = 0; round < 5000; round++) {
            StringBuilder script = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                script.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = script.toString();
            assertThatCode(() -> {
                        for (ShellCommand.Dialect dialect : ShellCommand.Dialect.values()) {
                            for (ShellCommand command : ShellCommand.of(text, dialect)) {
                                assertThat(command.from()).isLessThanOrEqualTo(command.to());
                                assertThat(command.to()).isLessThanOrEqualTo(text.length());
                            }
                        }
                    })
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }
}
