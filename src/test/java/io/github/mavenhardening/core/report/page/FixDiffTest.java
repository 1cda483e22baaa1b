package io.github.mavenhardening.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixDiffTest {

    private static List<FixDiff.Hunk> diff(String text, Fix.Edit... edits) {
        Fix fix = new Fix("Change it", true, List.of(edits));
        Finding finding = Finding.of("a-check", Severity.LOW, Location.ofFile("a.yml"))
                .message("m")
                .remedy("r")
                .fix(fix)
                .build();
        SourceLines source = SourceLines.of(
                List.of(new EvaluatedFinding(finding, "f", Optional.empty(), false)), path -> Optional.of(text));
        return new FixDiff(source).of(fix);
    }

    private static Fix.Edit edit(String text, String from, String replacement) {
        int start = text.indexOf(from);
        Span span = SourceFile.of("a.yml", text).span(start, start + from.length());
        return new Fix.Edit("a.yml", span, replacement);
    }

    @Test
    void namesNoPassword() {
        String text = "url: http://bob:secret@repo.example.org\n";

        assertThat(diff(text, new Fix.Edit("a.yml", SourceFile.of("a.yml", text).span(5, 9), "https")))
                .singleElement()
                .satisfies(hunk -> assertThat(hunk.lines())
                        .containsExactly(
                                "-url: http://**********@repo.example.org",
                                "+url: https://**********@repo.example.org"));
    }

    @Test
    void replacesWithinALineBehindCharactersOfTwoUnits() {
        String text = "a: 1\nb: \uD83D\uDE00 two # c\nd: 4\n";

        assertThat(diff(text, edit(text, "two", "2")))
                .containsExactly(
                        new FixDiff.Hunk("a.yml", 2, List.of("-b: \uD83D\uDE00 two # c", "+b: \uD83D\uDE00 2 # c")));
    }

    @Test
    void insertsAndRemovesLinesWithoutNamingThoseThatStay() {
        String text = "a: 1\nb: 2\nc: 3\n";
        Span before = SourceFile.of("a.yml", text).span(5, 5);

        assertThat(diff(text, new Fix.Edit("a.yml", before, "x: 9\r\n")))
                .containsExactly(new FixDiff.Hunk("a.yml", 2, List.of("+x: 9")));
        assertThat(diff(text, edit(text, "b: 2\n", "")))
                .containsExactly(new FixDiff.Hunk("a.yml", 2, List.of("-b: 2")));
    }

    @Test
    void joinsNeighboursAndKeepsWhatIsFarApart() {
        String text = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n";

        assertThat(diff(text, edit(text, "5", "V"), edit(text, "1", "I"), edit(text, "2", "II")))
                .containsExactly(
                        new FixDiff.Hunk("a.yml", 1, List.of("-a: 1", "-b: 2", "+a: I", "+b: II")),
                        new FixDiff.Hunk("a.yml", 5, List.of("-e: 5", "+e: V")));
    }

    @Test
    void readsEveryLineBreak() {
        String text = "a: 1\r\nb: 2\rc: 3\n";

        assertThat(diff(text, edit(text, "3", "III")))
                .containsExactly(new FixDiff.Hunk("a.yml", 3, List.of("-c: 3", "+c: III")));
    }

    @Test
    void showsNothingOfWhatIsTooLongOrDoesNotFit() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add("line " + i);
        }
        String text = String.join("\n", lines) + "\n";

        assertThat(diff(text, edit(text, text, "short"))).isEmpty();
        assertThat(diff("a\n", new Fix.Edit("a.yml", new Span(50, 51, 9, 1, 9, 2), "x")))
                .isEmpty();
    }
}
