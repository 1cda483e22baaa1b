package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    @Test
    void isWhatPatchTakes() {
        assertThat(UnifiedDiff.of("a/b.yml", "one\ntwo\nthree\n", "one\n2\nthree\n"))
                .isEqualTo("""
                --- a/a/b.yml
                +++ b/a/b.yml
                @@ -1,3 +1,3 @@
                 one
                -two
                +2
                 three
                """);
    }

    @Test
    void saysThatThereIsNoLineEndAtTheEnd() {
        assertThat(UnifiedDiff.of("a", "one", "two")).contains("-one\n\\ No newline at end of file\n", "+two\n");
    }

    @Test
    void isEmptyWhereNothingDiffers() {
        assertThat(UnifiedDiff.of("a", "one", "one")).isEmpty();
    }
}
