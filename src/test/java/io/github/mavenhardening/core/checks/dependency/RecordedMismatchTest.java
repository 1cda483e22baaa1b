package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedMismatchTest {

    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";
    private static final String SHA1_OF_ABC = "a9993e364706816aba3e25717850c26c9cd0d89d";
    private static final RecordedMismatch CHECK = new RecordedMismatch();

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void used() {
        build = new Builds(folder).uses(JAR, Certainty.USED, "org.example:app:1.0");
        build.file(JAR, "abc");
        build.file("org/example/lib/1.0/_remote.repositories", "lib-1.0.jar>central=\n");
    }

    @Test
    void findsAFileThatIsNotWhatWasRecorded() {
        build.recorded("checksums-central.sha1", "0".repeat(40) + "  " + JAR);

        assertThat(build.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.message())
                    .startsWith("org.example:lib:jar:1.0: ")
                    .contains("0".repeat(40), SHA1_OF_ABC, "used by org.example:app:1.0");
        });
    }

    @Test
    void leavesAloneWhatIsRightOrOfAnotherRepository() {
        build.recorded("checksums-central.sha1", SHA1_OF_ABC + "  " + JAR)
                .recorded("checksums-other.sha1", "0".repeat(40) + "  " + JAR);

        assertThat(build.findings(CHECK)).isEmpty();
    }

    @Test
    void isSilentWithoutARecord() {
        assertThat(build.findings(CHECK)).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadIsAFinding() {
        build.recorded("checksums.sha512", "nonsense");

        assertThat(build.findings(new UnreadableLock()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("checksums.sha512:1:1"));
    }
}
