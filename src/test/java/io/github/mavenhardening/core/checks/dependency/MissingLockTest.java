package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingLockTest {

    @TempDir
    Path folder;

    @Test
    void isOneFindingWithTheCommand() {
        Builds build = new Builds(folder)
                .uses("org/example/a/1/a-1.jar", Certainty.USED)
                .uses("org/example/b/1/b-1.jar", Certainty.USED);

        assertThat(build.findings(new MissingLock()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("mvn hardening:lock"));
    }

    /** A lock that Git tracks is not made again from what lies on this disk. */
    @Test
    void saysThatASparseCheckoutLeavesItOut() {
        for (String left : new String[] {".mvn/", ".mvn/checksums/checksums.sha256"}) {
            assertThat(new Builds(folder)
                            .uses("org/example/a/1/a-1.jar", Certainty.USED)
                            .leavingOut("src/", left)
                            .findings(new MissingLock()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.message()).endsWith("the checkout is sparse, and leaves out " + left);
                        assertThat(finding.remedy())
                                .isEqualTo("Bring it to the disk, as by 'git sparse-checkout add .mvn/checksums'");
                    });
        }
    }

    @Test
    void isSilentWithALock() {
        Builds build = new Builds(folder).lock(OF_ABC + "  org/example/b/1/b-1.jar");

        assertThat(build.uses("org/example/a/1/a-1.jar", Certainty.USED).findings(new MissingLock()))
                .isEmpty();
    }

    @Test
    void isSilentWhereThereIsNothingToLock() {
        assertThat(new Builds(folder).findings(new MissingLock())).isEmpty();
    }
}
