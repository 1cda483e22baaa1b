package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellParserTest {

    /** The commands of a script, each with the words that are known. */
    private static List<String> commands(String script) {
        List<String> commands = new ArrayList<>();
        ShellParser.Parsed parsed = ShellParser.parse(script);
        assertThat(parsed.isValid()).isTrue();
        collect(parsed.statements(), commands);
        return commands;
    }

    private static void collect(List<ShellNode.Statement> statements, List<String> commands) {
        for (ShellNode.Statement statement : statements) {
            ShellNode.Command command = statement.command().orElse(null);
            if (command instanceof ShellNode.Call call) {
                commands.add(String.join(" ", CommandWords.of(call).words()));
            } else if (command instanceof ShellNode.Chain chain) {
                collect(chain.statements(), commands);
            } else if (command instanceof ShellCompound compound) {
                collect(compound.statements(), commands);
            }
        }
    }

    @Test
    void readsClauses() {
        assertThat(commands("""
                        #!/bin/bash
                        if a; then b; elif c; then d; else e; fi > log
                        while f; do g; done; until h; do i; done
                        for x in 1 "2" $(k); do j; done
                        for ((x = 0; x < 1; x++)); do l; done
                        select x in 1; do m; done
                        case $x in (a|b) n;; *) o ;& c) p; esac
                        { q; }; (r; (s)); ((t = 1 << 2))
                        [[ -n $a && ( $b =~ ^(c|d)$ || $e < f ) ]] && u
                        function v { w; }; x() (y)
                        export z=$(aa) ab=(1 2)
                        ac=1 ad[0]=2 ae=(a
                          b) af
                        time ag | ah; ! ai
                        """))
                .containsExactly("a b c d e f g h i j l m n o p q r s u w y export af ag ah ai".split(" "));
    }

    @Test
    void keepsWordsOfOneKnownPart() {
        assertThat(commands("a b\\ c 'd e' \"f g\" \"h$i\" $j k$l \"\" \\\n m >n 2>&1 o <<<p q # r"))
                .containsExactly("a b\\ c 'd e' \"f g\" m o q");
        assertThat(commands("a ${b:-\"}\"} c; d $((1 + (2))) e; f `g \\`h\\`` i; j @(k|l) m; n <(o) p"))
                .containsExactly("a c", "d e", "f i", "j m", "n p");
        assertThat(commands("a=1 sudo B=2")).containsExactly("B=2");
    }

    @Test
    void skipsHereDocuments() {
        assertThat(commands("a <<B | c <<-'D'\nb $(\nB\nnot\n\tD\ne".replace("$(", "\\$(")))
                .containsExactly("a", "c", "e");
        assertThat(commands("a \"$(cat <<B\nb\nB\n)\"\nc")).containsExactly("a", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 'b",
                "a \"b",
                "a `b",
                "a $(b",
                "a ${b",
                "if a; then b",
                "fi",
                "a; }",
                "a )",
                "a | | b",
                "a && ; b",
                "a >",
                "a <<B\nb",
                "a <<B",
                "case a in b) c",
                "while a; done",
                "a() ",
                "{ a",
                "( a",
                "for a in b; c",
                ";; a",
                "f a(",
                "[[ a"
            })
    void refusesWhatIsNoScript(String script) {
        assertThat(ShellParser.parse(script).isValid()).isFalse();
    }
}
