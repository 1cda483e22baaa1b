package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleLockEntryTest {

    private static final String USED = "org/example/lib/2.0/lib-2.0.jar";
    private static final String POSSIBLE = "org/example/provider/1.0/provider-1.0.jar";
    private static final String STALE = "org/example/lib/1.0/lib-1.0.jar";

    private static final String ENVIRONMENT = "Maven 3.9, linux-x86_64, JDK 17";

    private static BuildDescription on(String environment) {
        BuildFacts facts = new BuildFacts(List.of(), false, Set.of(), List.of(), "", environment, "");
        BuildDescription none = BuildDescription.none();
        return new BuildDescription(none.files(), facts, none.foreign(), none.origins());
    }

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void locked() {
        build = new Builds(folder).lock(OF_ABC + "  " + STALE, OF_ABC + "  " + USED, OF_ABC + "  " + POSSIBLE);
        build.file(USED, "abc");
        build.file(POSSIBLE, "abc");
        build.uses(USED, Certainty.USED).uses(POSSIBLE, Certainty.POSSIBLE);
    }

    @Test
    void notesAnEntryThatNothingUses() {
        build.file(STALE, "abc");

        assertThat(build.findings(new StaleLockEntry())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.primary().line()).isEqualTo(1);
            assertThat(finding.message()).contains(STALE);
            assertThat(finding.element().coordinates()).contains("org.example:lib:1.0");
            assertThat(finding.remedy()).contains("-Dhardening.prune");
        });
    }

    @Test
    void saysNothingOfFilesThatAreElsewhere() {
        assertThat(build.findings(new StaleLockEntry())).isEmpty();
    }

    @Test
    void saysNothingInAPartialBuild() {
        build.file(STALE, "abc");

        assertThat(build.partial().findings(new StaleLockEntry())).isEmpty();
    }

    @Test
    void saysNothingOfWhatOtherKindsOfBuildNeed() {
        build.file(STALE, "abc");
        build.describedBy(on(ENVIRONMENT));
        build.metadata("""
                {"version": 1, "environments": ["%s", "other"], "files": {"%s": {"only": ["other"]}}}
                """.formatted(ENVIRONMENT, STALE));

        assertThat(build.findings(new StaleLockEntry())).isEmpty();
    }

    @Test
    void notesAnEntryThatBuildsOfThisKindNeeded() {
        build.file(STALE, "abc");
        build.describedBy(on(ENVIRONMENT));
        build.metadata("""
                {"version": 1, "environments": ["%s", "other"], "files": {"%s": {"only": ["%s"]}}}
                """.formatted(ENVIRONMENT, STALE, ENVIRONMENT));

        assertThat(build.findings(new StaleLockEntry())).hasSize(1);
    }
}
