package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledMismatchTest {

    private static final InstalledMismatch CHECK = new InstalledMismatch();

    @TempDir
    Path folder;

    @Test
    void findsOtherBytes() {
        Builds build = InstalledCase.in(folder)
                .installed("target/node/node", "abcd")
                .comparing("target/node", InstalledCase.SYSTEM);

        assertThat(build.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.primary().path()).isEqualTo(".mvn/hardening-lock.json");
            assertThat(Builds.shown(finding))
                    .startsWith("target/node/node differs from the lock for linux-x86_64: expected SHA-256 "
                            + Builds.OF_ABC + " (3 bytes), actual SHA-256 88d4266f")
                    .contains(" (4 bytes) | Delete target/node and build again")
                    .endsWith("run 'mvn verify hardening:lock -Dhardening.accept=target/node'");
        });
    }

    @Test
    void tellsHowManyFilesAFolderHas() {
        Builds build = InstalledCase.in(folder)
                .installed("target/node/node", "abc")
                .installed("target/node/lib/a.js", "a")
                .comparing("target/node", InstalledCase.SYSTEM);

        assertThat(build.findings(CHECK))
                .singleElement()
                .extracting(Builds::shown)
                .asString()
                .contains("target/node/lib/ differs", " of 120 files (9 bytes), actual", " of 1 file (1 byte)");
    }

    @Test
    void passesTheSameBytesAndWhatIsAbsent() {
        assertThat(InstalledCase.in(folder)
                        .installed("target/node/node", "abc")
                        .comparing("target/node", InstalledCase.SYSTEM)
                        .findings(CHECK))
                .isEmpty();
        assertThat(InstalledCase.in(folder.resolve("empty"))
                        .comparing("target/node", InstalledCase.SYSTEM)
                        .findings(CHECK))
                .isEmpty();
    }
}
