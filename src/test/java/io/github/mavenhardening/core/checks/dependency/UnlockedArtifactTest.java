package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockedArtifactTest {

    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";
    private static final String POM = "org/example/lib/1.0/lib-1.0.pom";

    @TempDir
    Path folder;

    @Test
    void namesWhatWasUsedAndIsNotLocked() {
        Builds build = new Builds(folder).lock(OF_ABC + "  " + JAR);
        build.uses(JAR, Certainty.USED, "org.example:app:1.0").uses(POM, Certainty.USED, "org.example:app:1.0");

        assertThat(build.findings(new UnlockedArtifact())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("org.example:lib:pom:1.0 is not locked", POM, "org.example:app:1.0");
            assertThat(finding.remedy()).contains("mvn hardening:lock");
        });
    }

    @Test
    void demandsNothingThatIsOnlyPossible() {
        Builds build = new Builds(folder).lock(OF_ABC + "  " + JAR).uses(POM, Certainty.POSSIBLE);

        assertThat(build.findings(new UnlockedArtifact())).isEmpty();
    }

    @Test
    void leavesABuildWithoutLockToAnotherCheck() {
        Builds build = new Builds(folder).uses(POM, Certainty.USED);

        assertThat(build.findings(new UnlockedArtifact())).isEmpty();
    }
}
