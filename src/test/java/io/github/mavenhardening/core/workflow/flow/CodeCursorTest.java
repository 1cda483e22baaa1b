package io.github.mavenhardening.core.workflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeCursorTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "const files = @,                false",
                "const files = '@',              true",
                "const files = \"@\",            true",
                "const files = 'a' + @,          false",
                "const files = `@`,              true",
                "const it = 'let|const files = @, false",
                "const it = `let|const files = @, true",
                "const it = `a|b`|const files = @, false",
            })
    void tellsWhereATextOrATemplateGoesOn(String code, boolean isQuoted) {
        assertThat(at(code).isQuoted()).isEqualTo(isQuoted);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "# @,            true",
                "~  # it is @~,  true",
                "echo @,         false",
                "echo # @,       false",
                "# it|echo @,    false",
                "echo|# it is @, true",
            })
    void tellsWhichLinesAreComments(String code, boolean isComment) {
        assertThat(at(code).isInComment()).isEqualTo(isComment);
    }

    /** At the place of the sign; the bar stands for the end of a line. */
    private static CodeCursor at(String code) {
        CodeCursor cursor = new CodeCursor(code.replace('|', '\n'));
        cursor.to(code.indexOf('@') / 2);
        cursor.to(code.indexOf('@'));
        return cursor;
    }
}
