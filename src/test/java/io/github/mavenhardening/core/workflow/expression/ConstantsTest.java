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
            text = Constants.valueOf(ExpressionParser.parse(expression))
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
                "", " ", "a b", "(a", "a)", "'a", "a..b", "a[", "a[]", "f(,)", "&&", "a &&", "1.2.3", "a = b", "#"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        for (String text : new String[] {
            "(".repeat(5_000) + "1" + ")".repeat(5_000),
            "!".repeat(5_000) + "1",
            "1" + "||1".repeat(5_000),
            "a" + ".b".repeat(5_000)
        }) {
            assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionException.class);
        }
    }
}
