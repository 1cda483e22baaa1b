package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.MergeConflict.Side;
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
    void knowsTheFirstMarkedLine() {
        assertThat(MergeConflict.lineOf("a\nb\n<<<<<<< HEAD\n=======\n")).isEqualTo(3);
        assertThat(MergeConflict.lineOf("a\nb\n")).isZero();
    }
}
