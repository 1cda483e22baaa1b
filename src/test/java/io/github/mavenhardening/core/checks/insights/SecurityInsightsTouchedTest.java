package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityInsightsTouchedTest {

    private static final String FILE = ".github/security-insights.yml";
    private static final String OLD = Samples.reviewed("2026-01-01", "2026-01-01");

    @TempDir
    Path folder;

    private Path root;
    private GitStage stage;
    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsTouched());

    @BeforeEach
    void stage() throws Exception {
        root = Files.createDirectory(folder.resolve("repository"));
        stage = GitStage.in(root);
        stage.commit(FILE, OLD, "2026-01-01");
    }

    @Test
    void findsALaterChange() throws Exception {
        stage.commit(FILE, OLD + "# touched\n", "2026-03-01");
        var finding = repository.in(root).only();
        assertThat(finding.message()).isEqualTo("'last-updated' is 2026-01-01, but the file was changed on 2026-03-01");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.primary().line()).isEqualTo(3);
    }

    @Test
    void bearsWithAWeek() throws Exception {
        stage.commit(FILE, OLD + "# touched\n", "2026-01-08");
        repository.in(root).findsNothing();
        stage.commit(FILE, OLD + "# again\n", "2026-01-09");
        assertThat(repository.findings()).hasSize(1);
        repository.option("security-insights-touched", "tolerance: P8D").findsNothing();
    }

    @Test
    void looksAtChangesOfThisFileAlone() throws Exception {
        stage.commit("pom.xml", "<project/>", "2026-06-01");
        repository.in(root).findsNothing();
    }

    @Test
    void saysThatAShallowCloneDoesNotTell() throws Exception {
        stage.commit(FILE, OLD + "# touched\n", "2026-03-01");
        Path clone = folder.resolve("clone");
        stage.cloneShallow(clone);
        var result = repository.in(clone).audit();
        assertThat(result.findings()).isEmpty();
        assertThat(result.notes())
                .singleElement()
                .asString()
                .contains("shallow")
                .contains("fetch-depth: 0");
    }

    @Test
    void knowsNothingWithoutGit() {
        InsightsCase.of(new SecurityInsightsTouched()).with(OLD).findsNothing();
    }
}
