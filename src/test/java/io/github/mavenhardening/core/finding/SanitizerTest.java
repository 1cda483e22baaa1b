package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

    @Test
    void leavesPlainTextAlone() {
        String text = "actions/checkout@v4 caf\u00e9 \u65e5\u672c\u8a9e \uD83D\uDE00 ${{ github.ref }} a::b # ## Title";

        assertThat(Sanitizer.line(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x07,
                0x08,
                0x09,
                0x0A,
                0x0B,
                0x0C,
                0x0D,
                0x1B,
                0x7F, // C0 and delete
                0x85,
                0x90,
                0x9B,
                0x9D, // C1: next line, DCS, CSI, OSC
                0xA0,
                0xAD,
                0x2000,
                0x3000, // blanks that are not the blank, soft hyphen
                0x200B,
                0x200C,
                0x200D,
                0x2060,
                0xFEFF, // zero width
                0x200E,
                0x200F,
                0x202A,
                0x202B,
                0x202C,
                0x202D,
                0x202E,
                0x2066,
                0x2067,
                0x2068,
                0x2069,
                0x061C, // bidi
                0x2028,
                0x2029, // line and paragraph separator
                0x034F,
                0x115F,
                0x1160,
                0x17B4,
                0x17B5,
                0x180B,
                0x180E,
                0x180F,
                0x2800,
                0x3164,
                0xFE00,
                0xFE0F,
                0xFFA0, // show nothing
                0xD800,
                0xDFFF,
                0xE000,
                0xFFFE // half a pair, private, no character
            })
    void escapesWhatIsObeyedOrUnseen(int c) {
        String hostile = "a" + (char) c + "b";

        assertThat(Sanitizer.line(hostile)).isEqualTo(String.format("a\\u%04xb", c));
        assertThat(Sanitizer.text(hostile)).isEqualTo(String.format("a\\u%04xb", c));
    }

    @Test
    void escapesBothHalvesOfATagCharacterAndOfAVariationSelector() {
        assertThat(Sanitizer.line("a" + Character.toString(0xE0041))).isEqualTo("a\\udb40\\udc41");
        assertThat(Sanitizer.line("a" + Character.toString(0xE0100))).isEqualTo("a\\udb40\\udd00");
        assertThat(Sanitizer.line("a" + Character.toString(0xE01EF))).isEqualTo("a\\udb40\\uddef");
    }

    /** Beside each stretch of what shows nothing. */
    @ParameterizedTest
    @ValueSource(
            ints = {' ', '~', 0xA1, 0x115E, 0x1161, 0x17B6, 0x180A, 0x1810, 0x2801, 0x3163, 0x3165, 0xFE10, 0xFFA1})
    void leavesWhatIsSeenAlone(int c) {
        assertThat(Sanitizer.visible("\u001b" + (char) c)).isEqualTo("\\u001b" + (char) c);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a ##", "##", "#", ":", "  :", "##@x", "##`x", "##{x", "##1", "# #[x"})
    void leavesWhatIsNoCommandAlone(String text) {
        assertThat(Sanitizer.line(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"##a", "##z", "##A", "##Z"})
    void takesEveryLetterForTheBeginningOfACommand(String text) {
        assertThat(Sanitizer.line(text)).isEqualTo("#\\u0023" + text.substring(2));
    }

    @Test
    void aWholeLineIsNotCut() {
        assertThat(Sanitizer.wholeLine("::error::\n" + "x".repeat(3 * Sanitizer.LIMIT)))
                .isEqualTo("\\u003a:error::\\u000a" + "x".repeat(3 * Sanitizer.LIMIT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::set-output name=a::b|\\u003a:set-output name=a::b",
                "  ::error::x|  \\u003a:error::x",
                "##[group]x|#\\u0023[group]x",
                "a ##[error]x|a #\\u0023[error]x",
                "###[error]x|##\\u0023[error]x",
                "a ##vso[task.setvariable variable=PATH]x|a #\\u0023vso[task.setvariable variable=PATH]x",
                "##teamcity[buildStatus text='x']|#\\u0023teamcity[buildStatus text='x']",
            })
    void breaksCommandsOfCiSystems(String hostile, String safe) {
        assertThat(Sanitizer.line(hostile)).isEqualTo(safe);
        assertThat(Sanitizer.line(safe)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n::stop-commands::t",
                "x\r::error::y",
                "x\r\n##[error]y",
                "\u2028::error::y",
                "\u0085::error::y"
            })
    void leavesNoWayToBeginALine(String hostile) {
        String line = Sanitizer.line(hostile);

        assertThat(line.lines()).hasSize(1);
        assertThat(line.strip()).doesNotStartWith("::").doesNotContain("##[");
    }

    @Test
    void breaksACommandThatOnlyAppearsOnceControlsAreGone() {
        // A log reader that strips what it does not print must not be handed a command either.
        assertThat(Sanitizer.line("\u200b::error::x")).isEqualTo("\\u200b::error::x");
    }

    @Test
    void cutsByCodePointsAndSaysSo() {
        String smileys = "\uD83D\uDE00".repeat(Sanitizer.LIMIT + 1);

        String cut = Sanitizer.line(smileys);

        assertThat(cut).endsWith("\u2026");
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(Sanitizer.LIMIT + 1);
        assertThat(Sanitizer.line("\uD83D\uDE00".repeat(Sanitizer.LIMIT))).doesNotEndWith("\u2026");
    }

    @Test
    void boundsTheOutputOfALongHostileText() {
        assertThat(Sanitizer.line("\u001b".repeat(10_000_000))).hasSizeLessThanOrEqualTo(6 * Sanitizer.LIMIT + 1);
    }
}
