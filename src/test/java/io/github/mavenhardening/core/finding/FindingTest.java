package io.github.mavenhardening.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void aFindingHasMessageAndRemedy() {
        Finding.Builder builder = Finding.of("some-check", Severity.HIGH, Location.ofFile("a"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("some-check");
        builder.message("wrong");
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(builder.remedy(" ")::build).isInstanceOf(IllegalStateException.class);
        assertThat(builder.remedy("mend it").build().message()).isEqualTo("wrong");
    }

    /** A subject keeps them: no report shows it in full, and what is known must not change with how it is shown. */
    @Test
    void passwordsInAddressesAreMasked() {
        Finding finding = finding("a", 1, 1, "s")
                .message("'https://bob:secret@repo.example.org/x' runs")
                .remedy("Leave https://bob:secret@repo.example.org/x out")
                .build();

        assertThat(finding.message()).isEqualTo("'https://**********@repo.example.org/x' runs");
        assertThat(finding.remedy()).isEqualTo("Leave https://**********@repo.example.org/x out");
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        Finding finding = finding("a", 1, 1, "x").build();

        assertThat(finding.subject()).isEqualTo("x");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.persona()).isEqualTo(Persona.REGULAR);
        assertThat(finding.related()).isEmpty();
        assertThat(finding.artifact()).isEmpty();
        assertThat(finding.fix()).isEmpty();
    }

    @Test
    void whatIsSaidIsKept() {
        Fix fix = new Fix("Pin", true, List.of(new Fix.Edit("a", span(1, 1), "x")));
        ArtifactRef artifact = new ArtifactRef("g/a/1/a-1.jar", Optional.of("g:a:jar:1"));
        Finding finding = finding("a", 1, 1, "x")
                .severity(Severity.LOW)
                .confidence(Confidence.LOW)
                .persona(Persona.AUDITOR)
                .subject("s")
                .related(Location.ofFile("b").labelled("here"))
                .related(Location.ofRepository())
                .artifact(artifact)
                .fix(fix)
                .build();

        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
        assertThat(finding.persona()).isEqualTo(Persona.AUDITOR);
        assertThat(finding.subject()).isEqualTo("s");
        assertThat(finding.related()).extracting(Location::label).containsExactly("here", "");
        assertThat(finding.artifact()).contains(artifact);
        assertThat(finding.fix()).contains(fix);
        Finding raised = finding.withSeverity(Severity.CRITICAL);
        assertThat(raised).isNotEqualTo(finding);
        assertThat(raised.withSeverity(Severity.LOW)).isEqualTo(finding);
    }

    @Test
    void findingsComeByPlaceThenCheckThenWords() {
        List<Finding> sorted = List.of(
                finding("", 0, 0, "m").build(),
                finding("a", 0, 0, "m").build(),
                finding("a", 2, 9, "m").build(),
                finding("a", 10, 1, "m").build(),
                finding("a", 10, 2, "m").build(),
                Finding.of("z-check", Severity.CRITICAL, location("a", 10, 2))
                        .message("a")
                        .remedy("r")
                        .build(),
                finding("b", 1, 1, "m").subject("a").build(),
                finding("b", 1, 1, "a").subject("b").build(),
                finding("b", 1, 1, "b").subject("b").severity(Severity.HIGH).build(),
                finding("b", 1, 1, "b").subject("b").severity(Severity.LOW).build(),
                finding("b", 1, 1, "b")
                        .subject("b")
                        .severity(Severity.LOW)
                        .confidence(Confidence.LOW)
                        .build(),
                finding("b", 1, 1, "b")
                        .subject("b")
                        .severity(Severity.LOW)
                        .confidence(Confidence.LOW)
                        .persona(Persona.AUDITOR)
                        .build());

        for (int seed = 0; seed < 20; seed++) {
            List<Finding> shuffled = new ArrayList<>(sorted);
            Collections.shuffle(shuffled, new Random(seed));
            Collections.sort(shuffled);
            assertThat(shuffled).isEqualTo(sorted);
        }
    }

    @Test
    void aLocationIsRelative() {
        assertThatThrownBy(() -> Location.ofFile("/etc/hostname")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Location.ofFile("back\\slash").path()).isEqualTo("back\\slash");
        assertThat(Location.ofFile("a").line()).isZero();
        assertThat(Location.ofFile("a").column()).isZero();
        assertThat(location("a", 3, 4).labelled("l").line()).isEqualTo(3);
        assertThat(location("a", 3, 4).column()).isEqualTo(4);
    }

    @Test
    void locationsAreToldApartByEachOfTheirParts() {
        Span span = new Span(5, 9, 3, 4, 3, 8);
        Location location = Location.of("a", span).labelled("l");

        assertThat(location)
                .isEqualTo(Location.of("a", span).labelled("l"))
                .hasSameHashCodeAs(Location.of("a", span).labelled("l"));
        for (Location other : List.of(
                Location.of("b", span).labelled("l"),
                Location.of("a", new Span(1, 2, 3, 4, 3, 5)).labelled("l"),
                Location.ofFile("a").labelled("l"),
                Location.of("a", span).labelled("m"))) {
            assertThat(other).isNotEqualTo(location).doesNotHaveSameHashCodeAs(location);
        }
        assertThat(new Span(0, 1, 1, 1, 1, 2)).doesNotHaveSameHashCodeAs(new Span(1, 2, 1, 1, 1, 2));
    }

    @Test
    void findingsAreHashedByWhatTellsThemApart() {
        Finding finding = finding("a", 1, 1, "x").build();

        assertThat(finding)
                .isEqualTo(finding("a", 1, 1, "x").build())
                .hasSameHashCodeAs(finding("a", 1, 1, "x").build())
                .doesNotHaveSameHashCodeAs(finding("a", 1, 1, "y").build())
                .doesNotHaveSameHashCodeAs(finding("b", 1, 1, "x").build())
                .doesNotHaveSameHashCodeAs(Finding.of("b-check", Severity.HIGH, location("a", 1, 1))
                        .message("x")
                        .remedy("mend it")
                        .build());
    }

    @Test
    void itsPlacesAreWhatIsShownAndWhatItIsAboutAsAWhole() {
        Span whole = new Span(0, 9, 1, 1, 2, 3);
        Finding.Builder builder = finding("a", 1, 1, "x").related(Location.ofFile("b"));

        assertThat(builder.placeWithoutScope("a")).contains(span(1, 1));
        assertThat(builder.placeWithoutScope("b")).isEmpty();
        assertThat(builder.build().places()).containsExactly(location("a", 1, 1), Location.ofFile("b"));
        Finding scoped = builder.scope(whole).build();
        assertThat(scoped.places()).containsExactly(location("a", 1, 1), Location.ofFile("b"), Location.of("a", whole));
        assertThat(builder.placeWithoutScope("a")).isEmpty();
    }

    @Test
    void aFixMayHaveOneEdit() {
        Fix.Edit edit = new Fix.Edit("a", span(1, 1), "x");

        assertThat(Fix.of("Pin", true, edit)).isEqualTo(new Fix("Pin", true, List.of(edit)));
    }

    @Test
    void aSpanRunsForward() {
        assertThatThrownBy(() -> new Span(2, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(-1, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(0, 1, 0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(0, 1, 2, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spansComeByStartTheLongerFirst() {
        Span outer = new Span(0, 9, 1, 1, 1, 10);
        Span inner = new Span(0, 5, 1, 1, 1, 6);
        Span later = new Span(3, 9, 1, 4, 1, 10);

        assertThat(List.of(later, inner, outer).stream().sorted()).containsExactly(outer, inner, later);
        assertThat(outer.contains(inner)).isTrue();
        assertThat(inner.contains(outer)).isFalse();
        assertThat(inner.contains(later)).isFalse();
        assertThat(outer.contains(outer)).isTrue();
    }

    static Finding.Builder finding(String path, int line, int column, String message) {
        Location location = line == 0 ? Location.ofFile(path) : location(path, line, column);
        return Finding.of("a-check", Severity.HIGH, location).message(message).remedy("mend it");
    }

    private static Location location(String path, int line, int column) {
        return Location.of(path, span(line, column));
    }

    private static Span span(int line, int column) {
        return new Span(0, 0, line, column, line, column);
    }
}
