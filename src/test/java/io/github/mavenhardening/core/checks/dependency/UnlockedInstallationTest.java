package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockedInstallationTest {

    private static final UnlockedInstallation CHECK = new UnlockedInstallation();

    @TempDir
    Path folder;

    private Builds installed() {
        return InstalledCase.in(folder).installed("target/node/node", "abc");
    }

    private static String only(Builds build) {
        assertThat(build.findings(CHECK)).hasSize(1);
        return Builds.shown(build.findings(CHECK).get(0));
    }

    @Test
    void namesWhatIsNotLocked() {
        Builds build = installed();
        for (int i = 0; i < 7; i++) {
            build.installed("target/node/bin/" + i, "");
        }

        assertThat(only(build.comparing("target/node", InstalledCase.SYSTEM)))
                .isEqualTo("7 files are installed in target/node and not locked: target/node/bin/0, target/node/bin/1,"
                        + " target/node/bin/2, target/node/bin/3, target/node/bin/4 and 2 more | Delete target/node and build"
                        + " again; if they are there still, and right, run 'mvn verify hardening:lock"
                        + " -Dhardening.accept=target/node'");
    }

    @Test
    void tellsWhichSystemsAreLocked() {
        assertThat(only(installed().comparing("target/node", "osx-aarch_64")))
                .isEqualTo(
                        "target/node is not locked for osx-aarch_64: 1 file is installed there | Locked for linux-x86_64,"
                                + " you run osx-aarch_64: run 'mvn verify hardening:lock' there, too, and review what it adds");
    }

    @Test
    void findsAFolderOfWhichNothingIsLocked() {
        assertThat(only(installed().installed("web/node/node", "abc").comparing("web/node", InstalledCase.SYSTEM)))
                .startsWith("web/node is not locked for linux-x86_64: 1 file is installed there | Run");
    }

    @Test
    void passesWhatIsLocked() {
        assertThat(installed().comparing("target/node", InstalledCase.SYSTEM).findings(CHECK))
                .isEmpty();
    }

    @Test
    void leavesWhatCannotBeReadToTheGapsUnlessItIsLocked() throws IOException {
        Builds build = installed().installed("web/node/node", "abc");
        Path checkout = folder.resolve("checkout");
        Files.createSymbolicLink(checkout.resolve("web/node/out"), Path.of("../../pom.xml"));
        Files.createSymbolicLink(checkout.resolve("target/node/out"), Path.of("../../pom.xml"));
        build.comparing("web/node", InstalledCase.SYSTEM).comparing("target/node", InstalledCase.SYSTEM);
        CheckContext context = build.context();

        assertThat(build.findings(CHECK, context)).isEmpty();
        assertThat(context.gaps())
                .containsExactly(
                        "What is installed in web/node is not locked, and cannot be: it holds the link 'out', which"
                                + " leads out of it");
        assertThat(build.findings(new UnverifiableArtifact()))
                .singleElement()
                .extracting(finding -> finding.message())
                .isEqualTo(
                        "What is installed in target/node could not be compared with the lock: it holds the link 'out',"
                                + " which leads out of it");
    }
}
