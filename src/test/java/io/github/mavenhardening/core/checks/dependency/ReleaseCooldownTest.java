package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCooldownTest {

    private static final String OLD = "org/example/old/1.0/old-1.0.jar";
    private static final String YOUNG = "org/example/young/1.1/young-1.1.jar";

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void locked() {
        build = new Builds(folder)
                .lock(
                        Builds.OF_ABC + "  " + OLD,
                        Builds.OF_ABC + "  " + YOUNG,
                        Builds.OF_ABC + "  org/example/young/1.1/young-1.1.pom")
                .on("2026-11-23");
    }

    private void published(String old, String young) {
        build.metadata("""
                {"version": 1, "files": {
                  "%s": {"published": "%s"},
                  "%s": {"published": "%s"}}}
                """.formatted(OLD, old, YOUNG, young));
    }

    private List<Finding> findings() {
        return build.findings(new ReleaseCooldown());
    }

    private void options(String yaml) {
        build.options(new ReleaseCooldown(), yaml);
    }

    @Test
    void findsAVersionOfThisWeekOnceForAllItsFiles() {
        published("2026-11-16", "2026-11-17");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.primary().line()).isEqualTo(2);
            assertThat(finding.message())
                    .isEqualTo("org.example:young:1.1 was published on 2026-11-17: the cooldown of P7D forbids its use"
                            + " before 2026-11-24");
        });
    }

    /** All that is in the lock was looked at in the first module's turn. */
    @Test
    void saysNothingAgainOfWhatAModuleAdds() {
        published("2026-11-16", "2026-11-17");

        build.addition();

        assertThat(findings()).isEmpty();
    }

    /** By a clock that is behind, or a repository's that is ahead, a version is younger than it is, never older. */
    @Test
    void findsAVersionOfADayToCome() {
        published("2020-01-01", "2031-01-01");

        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("org.example:young:1.1 was published on 2031-01-01: the cooldown of P7D forbids its"
                        + " use before 2031-01-08");
        build.on("1970-01-01");
        assertThat(findings()).hasSize(2);
    }

    @Test
    void countsUpToTheEndsOfTheCalendar() throws Exception {
        published("9999-12-31", "0000-01-01");
        options("period: P1000Y\n");

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("forbids its use before +10999-12-31"));
    }

    @Test
    void takesPeriodAndExceptionsFromThePolicy() throws Exception {
        published("2026-11-01", "2026-11-17");
        options("period: P30D\nexclude: ['org.example:young']\n");

        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("org.example:old:1.0 was published on 2026-11-01: the cooldown of P30D forbids its use"
                        + " before 2026-12-01");
    }

    @Test
    void saysWhichVersionsItCouldNotLookAt() {
        build.metadata("{\"version\": 1, \"files\": {\"" + OLD + "\": {\"published\": \"2020-01-01\"}}}");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).contains("their publication dates are not recorded: org.example:young:1.1");
        });
    }

    @Test
    void isSilentWithoutAnyDayUnlessACooldownIsAskedFor() throws Exception {
        assertThat(findings()).isEmpty();
        options("period: P3D\n");
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("The cooldown could not be checked: no locked version has a publication date");
    }
}
