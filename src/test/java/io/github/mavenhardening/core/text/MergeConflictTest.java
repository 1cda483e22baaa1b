package io.github.mavenhardening.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.text.MergeConflict.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeConflictTest {

    @ParameterizedTest
    @ValueSource(strings = {"<<<<<<< HEAD", "<<<<<<<", "||||||| base", "=======", ">>>>>>> branch"})
    void isAMarker(String line) {
        assertThat(MergeConflict.isMarker(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<<<<<<",
                "<<<<<<<<",
                "======",
                "========",
                "=======x",
                " =======",
                ">>>>>> x",
                "|||||| x"
            })
    void isNone(String line) {
        assertThat(MergeConflict.isMarker(line)).isFalse();
    }

    @Test
    void givesEachSide() {
        String text = "a\n=======\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> x\ne\n";

        assertThat(MergeConflict.sideOf(text, Side.OURS)).isEqualTo("a\n=======\nb\ne\n");
        assertThat(MergeConflict.sideOf(text, Side.BASE)).isEqualTo("a\n=======\nc\ne\n");
        assertThat(MergeConflict.sideOf(text, Side.THEIRS)).isEqualTo("a\n=======\nd\ne\n");
    }

    @Test
    void knowsWhereTheFirstBegins() {
        assertThat(MergeConflict.startOf("a\n <<<<<<< x\n<<<<<<<< x\n<<<<<<< HEAD\n=======\n"))
                .isEqualTo(24);
        assertThat(MergeConflict.startOf("<<<<<<<")).isZero();
        assertThat(MergeConflict.startOf("a\n=======\nb <<<<<<< x\n")).isNegative();
    }
}
