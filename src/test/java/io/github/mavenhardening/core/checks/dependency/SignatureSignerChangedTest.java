package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureSignerChangedTest {

    private static final SignatureSignerChanged CHECK = new SignatureSignerChanged();

    @TempDir
    Path folder;

    @Test
    void findsAVersionOfAnotherKey() {
        Builds build = SignatureCase.signed(folder, SignatureCase.OTHER, Builds.OF_ABC, SignatureCase.KEY);

        assertThat(build.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("org.example:lib:1.1 is signed by 0x" + SignatureCase.OTHER
                            + ", but earlier releases of org.example:lib by 0x" + SignatureCase.KEY
                            + " (.mvn/hardening-lock.json)");
            assertThat(finding.remedy()).contains("-Dhardening.acceptSigner=org.example:lib");
        });
    }

    @Test
    void leavesTheSameKeyAndUnsignedFilesAlone() {
        assertThat(SignatureCase.signed(folder, SignatureCase.KEY).findings(CHECK))
                .isEmpty();
        assertThat(SignatureCase.signed(folder, SignatureCase.OTHER, "0".repeat(64), SignatureCase.KEY)
                        .findings(CHECK))
                .as("a signature of other bytes says nothing of these")
                .isEmpty();
    }
}
