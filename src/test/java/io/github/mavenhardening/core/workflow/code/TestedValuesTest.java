package io.github.mavenhardening.core.workflow.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestedValuesTest {

    /** Whether {@code $v}, which is one line that was set before the script, is known to be harmless at {@code USE}. */
    private static boolean isHarmless(String script) {
        return new TestedValues(script).isHarmless("v", script.indexOf("USE"), 0, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[ $v =~ ^[0-9]+$ ]]\nUSE",
                "[[ $v =~ ^[0-9]+$ ]] || exit 1; USE",
                "[[ $v =~ ^(ab|c)$ || $v =~ ^v[0-9]+(\\.[0-9]+)*$ ]] && USE",
                "[[ -n $v && ( $v =~ ^[0-9]+$ || $v == next ) ]] || exit 1\nUSE",
                "[[ $w == b* && $v =~ ^[a-z]+$ ]] || { echo no; exit 1; }\nUSE",
                "if [[ -z $v || ! $v =~ ^[0-9]+$ ]]; then exit 1; fi\nUSE",
                "if ! [[ $v == v* && $v =~ ^v[0-9.]+$ ]]; then exit 1; fi\nUSE",
                "if [[ $v =~ [^a-z0-9] ]]; then exit 1; fi\nUSE",
                "[[ $v == *[!a-z]* ]] && exit 1\nUSE",
                "re='^[0-9]+$'; [[ $v =~ $re ]] || exit 1; USE",
                "[ \"$v\" = one -o \"$v\" = \"two words\" ] || exit 1; USE",
                "[ -n \"$v\" -a \"$v\" = one ] && USE",
                "[ one = \"$v\" ] || exit; USE",
                "[ \"$v\" -gt 0 ] || exit 1; USE",
                "test \"x$v\" != xone || USE",
                "if [ \"$v\" = a ]; then USE; fi",
                "if [ \"$v\" != a ] && [ \"$v\" != b ]; then exit 1; fi; USE",
                "if [ -n \"$v\" ]; then [[ $v =~ ^[0-9]+$ ]] || exit 1; fi; USE",
                "if [ -z \"$v\" ]; then v=none; elif ! [[ $v =~ ^[a-z]+$ ]]; then exit 1; fi; USE",
                "if a; then [ \"$v\" = b ] || exit; else exit 1; fi; USE",
                "if a; then exit 1; else [ \"$v\" = b ] || exit 1; b; fi; USE",
                "if ! grep -qE '^[0-9]+$' <<<\"$v\"; then exit 1; fi; USE",
                "echo \"$v\" | grep -E '^[0-9]+$' > /dev/null || exit 1; USE",
                "if printf '%s' \"$v\" | grep -q '[^a-z]'; then exit 1; fi; USE",
                "if grep -qv '^[a-z]*$' <<< $v; then exit 1; fi; USE",
                "case $v in a|'b c') USE ;; esac",
                "case $v in a|b) ;; *) echo no; exit 1 ;; esac; USE",
                "case $v in *[!a-z]*) exit 1 ;; esac; USE",
                "case $v in *[!a-z]*) exit 1 ;; x*) USE ;; esac",
                "case $v in '') echo empty ;& *[!a-z0-9]*) exit 1 ;; esac; USE",
                "case $v in [0-9]|[0-9][0-9]) ;; *) v=0 ;; esac; USE",
                "case $w in x) [ \"$v\" = a ] || exit ;; *) exit 1 ;; esac; USE",
                "die() { echo \"$1\"; exit 1; }\n[ \"$v\" = a ] || die no\nUSE",
                "valid() { [[ $1 =~ ^[a-z]+$ ]]; }\nvalid \"$v\" || exit 1\nUSE",
                "valid() { local it=\"$2\"; if [[ $it =~ ^[a-z]+$ ]]; then return 0; fi; return 1; }\nif valid x \"$v\"; then USE; fi",
                "need() { [ \"$1\" = a ] || exit 1; }\nneed \"$v\" || echo no\nUSE",
                "for i in 1 2; do [ \"$v\" = a ] || exit 1; done; USE",
                "until [[ $v =~ ^[0-9]+$ ]]; do read -r v; done; USE",
                "while ! [[ $v =~ ^[0-9]+$ ]]; do v=$(ask); done; USE",
                "( [ \"$v\" = a ] && USE )",
                "x=$(if [ \"$v\" = a ]; then USE; fi)",
                "[[ $v =~ ^[a-z]+$ ]] || (echo no; exit 1)\nUSE",
                "[ \"$v\" = a ] || { echo no && exit 1; }; USE",
            })
    void isKnown(String script) {
        assertThat(isHarmless(script)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USE; [[ $v =~ ^[0-9]+$ ]] || exit 1",
                "[[ $v =~ ^[0-9]+$ || $v == *ok* ]] || exit 1; USE",
                "[[ $v =~ ^[a-z]+$ || ${#v} -lt 80 ]] || exit 1; USE",
                "[[ $v =~ '^[0-9]+$' ]] || exit 1; USE",
                "[[ ! $v =~ ^[0-9]+$ ]] || exit 1; USE",
                "[[ $v == [a-z]* ]] || exit 1; USE",
                "[[ $v -gt 0 ]] || exit 1; USE",
                "[[ $v =~ ^[0-9]+$ ]] && echo number\nUSE",
                "[[ $v =~ ^[0-9]+$ ]] || echo no\nUSE",
                "if [[ ! $v =~ ^[0-9]+$ ]]; then echo no; fi; USE",
                "if [[ $v =~ ^[0-9]+$ ]]; then a; else USE; fi",
                "if [[ $v =~ ^[0-9]+$ ]]; then a; fi; USE",
                "re='^[0-9]+$'; re=.; [[ $v =~ $re ]] || exit 1; USE",
                "[ \"$v\" = one -o -n \"$v\" ] && USE",
                "[ \"$v\" = one ] || run; USE",
                "if [ \"$v\" != one ]; then run; fi; USE",
                "set +e\n[[ $v =~ ^[a-z]+$ ]] || (echo no; exit 1)\nUSE",
                "set +e; [ \"$v\" = one ]; USE",
                "if [[ $v == v* ]]; then [[ $v =~ ^v[0-9]+$ ]] || exit 1; fi; USE",
                "if a; then [ \"$v\" = b ] || exit 1; fi; USE",
                "if a; then [ \"$v\" = b ] || exit 1; else b; fi; USE",
                "if a; then [ \"$v\" = b ] || exit 1; elif c; then exit 1; fi; USE",
                "case $v in *[!a-z]*) echo no ;& *) USE ;; esac",
                "case $v in *[!a-z]*) echo no ;;& *) a ;; esac; USE",
                "case $v in a) ;;& *) USE ;; esac",
                "case $v in a|b) ;; esac; USE",
                "case $v in a*) ;; *) exit 1 ;; esac; USE",
                "case $w in x) [ \"$v\" = a ] || exit ;; esac; USE",
                "check() { [ \"$1\" = a ] || return 1; }\ncheck \"$v\" || echo no\nUSE",
                "check() { [ \"$1\" = a ] || exit 1; }\ncheck \"$w\"\nUSE",
                "f() { v=safe; }\nUSE",
                "f() { local v=safe; }\nf; USE",
                "(v=safe); USE",
                "echo | read v; USE",
                "for i in $list; do [ \"$v\" = a ] || continue; done; USE",
                "for i in $list; do v=safe; done; USE",
                "echo 'if [ \"$v\" = a ]; then'; USE; echo fi",
                "grep -qF '^[0-9]+$' <<< \"$v\" || exit 1; USE",
                "grep -qE '^[0-9]+$' versions.txt || exit 1; USE",
            })
    void isNotKnown(String script) {
        assertThat(isHarmless(script)).isFalse();
    }

    @Test
    void saysNothingOfWhatIsSetBehindATest() {
        String script = "[[ $v =~ ^[0-9]+$ ]] || exit 1\nv=$w; USE";

        assertThat(new TestedValues(script).isHarmless("v", script.indexOf("USE"), script.indexOf("; USE"), true))
                .isFalse();
    }

    @Test
    void knowsWhatIsSetInTheBranchThatTestsIt() {
        String script = "if a; then v=$w; [ \"$v\" = b ] || exit 1; fi; USE";

        assertThat(new TestedValues(script).isHarmless("v", script.indexOf("USE"), script.indexOf("; ["), true))
                .isTrue();
    }

    @Test
    void tellsALineFromAText() {
        String script = "grep -q '^[0-9]*$' <<< \"$v\" || exit 1; USE";

        assertThat(new TestedValues(script).isHarmless("v", script.indexOf("USE"), 0, false))
                .isFalse();
    }

    @Test
    void readsWhateverIsNestedOrRepeated() {
        String deep = "if a; then ".repeat(20_000) + "[ \"$v\" = b ]" + " fi;".repeat(20_000);
        String wide = "f() { [[ $v =~ ^a$ ]] && return 0; }; ".repeat(5_000) + "if [[ " + "( ".repeat(5_000) + "USE";

        assertThat(isHarmless(deep + "; USE")).isFalse();
        assertThat(isHarmless(wide)).isFalse();
    }
}
