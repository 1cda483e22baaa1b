package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixApplierTest {

    private static final String TEXT = "one two\nthree\n";

    @Test
    void appliesEditsWhereverTheyStand() {
        assertThat(applied(fix(edit(8, 13, "3")), fix(edit(0, 3, "1"), edit(4, 7, "2"))))
                .isEqualTo("1 2\n3\n");
    }

    @Test
    void takesAFixAsAWholeOrNotAtAll() {
        FixApplier.Result result = apply(fix(edit(0, 3, "1")), fix(edit(2, 5, "x"), edit(8, 13, "3")));
        assertThat(result.texts().get("a")).isEqualTo("1 two\nthree\n");
        assertThat(result.applied()).hasSize(1);
        assertThat(result.refused()).containsExactly(fix(edit(2, 5, "x"), edit(8, 13, "3")));
    }

    @Test
    void makesTheVerySameEditOnce() {
        assertThat(applied(fix(edit(7, 7, "!"), edit(0, 3, "1")), fix(edit(7, 7, "!"), edit(4, 7, "2"))))
                .isEqualTo("1 2!\nthree\n");
    }

    @Test
    void refusesAnotherTextInTheSamePlace() {
        FixApplier.Result result = apply(fix(edit(7, 7, "!")), fix(edit(7, 7, "?")));
        assertThat(result.texts().get("a")).isEqualTo("one two!\nthree\n");
        assertThat(result.refused()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoPartOfTheTexts() {
        Fix elsewhere = new Fix("x", true, List.of(new Fix.Edit("b", span(0, 1), "x")));
        Fix beyond = new Fix("x", true, List.of(new Fix.Edit("a", new Span(14, 15, 3, 1, 3, 2), "x")));
        Fix nothing = new Fix("x", true, List.of());
        FixApplier.Result result = apply(elsewhere, beyond, nothing);
        assertThat(result.refused()).containsExactly(elsewhere, beyond, nothing);
        assertThat(result.texts()).containsExactly(Map.entry("a", TEXT));
    }

    @Test
    void appliesEditsThatTouch() {
        assertThat(applied(fix(edit(0, 3, "1")), fix(edit(3, 4, "-")))).isEqualTo("1-two\nthree\n");
        assertThat(applied(fix(edit(3, 4, "-")), fix(edit(0, 3, "1")))).isEqualTo("1-two\nthree\n");
        assertThat(applied(fix(edit(14, 14, "end")))).isEqualTo(TEXT + "end");
    }

    /** Which of the two would come first is for nobody to guess. */
    @Test
    void refusesAnInsertionWhereAReplacementBegins() {
        assertThat(apply(fix(edit(4, 7, "2")), fix(edit(4, 4, "x"))).refused()).containsExactly(fix(edit(4, 4, "x")));
        assertThat(apply(fix(edit(4, 4, "x")), fix(edit(4, 7, "2"))).refused()).containsExactly(fix(edit(4, 7, "2")));
        assertThat(apply(fix(edit(4, 7, "2")), fix(edit(4, 5, "x"))).refused()).containsExactly(fix(edit(4, 5, "x")));
        assertThat(apply(fix(edit(4, 7, "2")), fix(edit(5, 5, "x"))).refused()).containsExactly(fix(edit(5, 5, "x")));
    }

    private static String applied(Fix... fixes) {
        FixApplier.Result result = apply(fixes);
        assertThat(result.refused()).isEmpty();
        return result.texts().get("a");
    }

    private static FixApplier.Result apply(Fix... fixes) {
        return FixApplier.apply(Map.of("a", TEXT), List.of(fixes));
    }

    private static Fix fix(Fix.Edit... edits) {
        return new Fix("x", true, List.of(edits));
    }

    private static Fix.Edit edit(int from, int to, String text) {
        return new Fix.Edit("a", span(from, to), text);
    }

    private static Span span(int from, int to) {
        return SourceFile.of("a", TEXT).span(from, to);
    }
}
