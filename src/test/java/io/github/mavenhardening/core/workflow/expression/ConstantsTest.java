package io.github.mavenhardening.core.workflow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'a' == 'A' ; true",
                "'b' > 'a' ; true",
                "1 == '1' ; true",
                "'' == 0 ; true",
                "null == 0 ; true",
                "'x' == 0 ; false",
                "'x' != 0 ; true",
                "NaN == NaN ; false",
                "0x10 == 16 && 0o10 == 8 ; true",
                "-1.5e1 < -14 ; true",
                "!'' ; true",
                "!'false' ; false",
                "'' || 'b' ; b",
                "'a' && 'b' ; b",
                "false && github.ref ; false",
                "github.ref && false ; false",
                "true || github.ref ; true",
                "1 + '' ; ?",
                "github.ref ; ?",
                "github.ref || true ; ?",
                "success() ; ?",
                "always() ; true",
                "contains('Hello', 'hELL') ; true",
                "contains(fromJSON('[1,\"2\"]'), 2) ; true",
                "startsWith('Hello', 'he') ; true",
                "endsWith('Hello', 'LO') ; true",
                "format('{0}-{{}}-{1}', 'a', 1) ; a-{}-1",
                "format('{2}', 'a') ; ?",
                "join(fromJSON('[\"a\",\"b\"]'), '/') ; a/b",
                "fromJSON('{\"A\":{\"b\":7}}').a['B'] ; 7",
                "fromJSON('[3,4]')[1] ; 4",
                "fromJSON('{') ; ?",
                "toJSON('x') ; \\u0022x\\u0022",
                "'it''s' ; it's",
                "(1 < 2) == true ; true",
                "1 < 2 == true && false || 'end' ; end",
            })
    void evaluates(String expression, String expected) {
        String text;
        try {
            text = ExpressionParser.parse(expression)
                    .constant()
                    .map(Value::text)
                    .orElse("?");
        } catch (ExpressionException e) {
            text = "?";
        }
        assertThat(text).isEqualTo(expected.replace("\\u0022", "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "(a", "a)", "'a", "a..b", "a[", "a[]", "f(,)", "&&", "a &&", "1.2.3", "a = b", "#",
                "()", "(,)", "a,b", "f(a]", "a[b)", "f(a b)", "a]", "!", "a !", "(a", "a[*", "a.5", "5 5"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void readsWhatGitHubReads() throws ExpressionException {
        for (String text : new String[] {
            "(".repeat(10_000) + "1" + ")".repeat(10_000),
            "1" + "||a".repeat(6_900),
            "a" + "&&(b&&c)".repeat(2_000),
            "(a&&".repeat(4_000) + "b" + ")".repeat(4_000),
            "!".repeat(48) + "1",
            "a" + ".b".repeat(48),
            "f(".repeat(48) + "a['b']" + ")".repeat(48),
            "a" + "==b".repeat(48),
            "'" + "x".repeat(20_998) + "'",
            " ".repeat(30_000) + "1" + "\n".repeat(30_000),
            "a\u00a0==\u2003b",
            "-Infinity < 1",
            "1".repeat(2_000) + " > 2",
            "join(a,".repeat(30) + "b" + ")".repeat(30)
        }) {
            assertThat(ExpressionParser.parse(text).from()).isNotNegative();
        }
    }

    @Test
    void makesOneChainOfAChainWithinAChain() throws ExpressionException {
        Expression.Logical chain = (Expression.Logical) ExpressionParser.parse("(a || b) || ((c || d && e) || f)");
        assertThat(chain.operands()).hasSize(5);
        assertThat(chain.operands().get(3)).isInstanceOf(Expression.Logical.class);
        assertThat(chain.from()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        for (String text : new String[] {
            "!".repeat(5_000) + "1",
            "a" + ".b".repeat(5_000),
            "f(".repeat(5_000) + ")".repeat(5_000),
            "a[".repeat(5_000) + "b" + "]".repeat(5_000),
            "a" + "==b".repeat(5_000),
            "'" + "x".repeat(21_000) + "'"
        }) {
            assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionException.class);
        }
    }

    /** Each of these would have more characters than any machine can hold, or take longer than anyone waits. */
    @ParameterizedTest
    @ValueSource(strings = {"format", "join", "fromJSON", "toJSON", "contains"})
    void doesNotKnowWhatIsTooLong(String function) throws ExpressionException {
        String text = switch (function) {
            case "format" -> "format('{0}{0}{0}{0}{0}{0}{0}{0}',".repeat(40) + "'abcdefgh'" + ")".repeat(40);
            case "join" -> "join(fromJSON('[1,2,3,4,5,6,7,8,9]'),".repeat(40) + "'--------'" + ")".repeat(40);
            case "fromJSON" -> "toJSON(fromJSON('" + "[".repeat(900) + "]".repeat(900) + "'))";
            case "toJSON" -> "toJSON(".repeat(40) + "'\"\"\"\"'" + ")".repeat(40);
            default -> "contains('" + "a".repeat(10_000) + "', '" + "a".repeat(5_000) + "b')";
        };
        assertThat(ExpressionParser.parse(text).constant()).isEmpty();
    }

    @Test
    void boundsAllValuesOfAnExpressionTogether() throws ExpressionException {
        String grown = "format('{0}{0}{0}{0}', '" + "x".repeat(10_000) + "')";
        assertThat(ExpressionParser.parse(grown).constant()).isPresent();
        assertThat(ExpressionParser.parse("format('{0}{1}', format('{0}{0}{0}{0}', '" + "x".repeat(10_000)
                                + "'), format('{0}{0}{0}{0}', '" + "x".repeat(10_000) + "'))")
                        .constant())
                .isEmpty();
    }
}
