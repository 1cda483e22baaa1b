package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import org.junit.jupiter.api.Test;

class KeptFindingsTest {

    private static Finding.Builder finding() {
        return Finding.of("some-check", Severity.HIGH, Location.of("action.yml", new Span(10, 20, 2, 3, 2, 13)))
                .message("something is wrong")
                .remedy("Correct it")
                .subject("something");
    }

    private static Location call(String path) {
        return Location.ofFile(path).labelled("calls action.yml");
    }

    @Test
    void keepsOnceWhatSeveralWaysLeadTo() {
        Finding first = finding().related(call("a.yml")).build();
        KeptFindings kept = new KeptFindings();
        kept.add(first);
        kept.add(finding().related(call("b.yml")).build());
        KeptFindings others = new KeptFindings();
        others.add(finding().build());
        kept.addAll(others);

        assertThat(kept.sorted()).containsExactly(first);
    }

    @Test
    void keepsWhatAReaderCanTellApart() {
        KeptFindings kept = new KeptFindings();
        kept.add(finding().build());
        kept.add(finding().persona(Persona.PEDANTIC).build());
        kept.add(finding().message("something else is wrong").build());
        kept.add(finding().subject("something else").build());
        kept.add(Finding.of("some-check", Severity.HIGH, Location.ofFile("action.yml"))
                .message("something is wrong")
                .remedy("Correct it")
                .subject("something")
                .build());

        assertThat(kept.sorted()).hasSize(5);
    }

    /** One way to a place is worse than another, as a run of others' events is. */
    @Test
    void keepsTheWorstOfWhatLeadsToOnePlace() {
        Finding worst = finding().confidence(Confidence.HIGH).build();
        KeptFindings kept = new KeptFindings();
        kept.add(finding().severity(Severity.LOW).confidence(Confidence.HIGH).build());
        kept.add(finding().confidence(Confidence.MEDIUM).build());
        kept.add(worst);
        kept.add(finding().severity(Severity.MEDIUM).build());

        assertThat(kept.sorted()).containsExactly(worst);
    }

    /** A worse one takes the place of a milder one, so that there are no more than before. */
    @Test
    void keepsTheWorstAlsoBeyondTheLimit() {
        KeptFindings kept = new KeptFindings();
        kept.add(finding().severity(Severity.LOW).build());
        for (int i = 0; i < KeptFindings.LIMIT; i++) {
            kept.add(finding().subject("subject " + i).build());
        }
        kept.add(finding().build());

        assertThat(kept.sorted())
                .hasSize(KeptFindings.LIMIT + 1)
                .allMatch(finding -> finding.severity() == Severity.HIGH)
                .noneMatch(finding -> finding.subject().equals(Finding.MORE));
    }
}
