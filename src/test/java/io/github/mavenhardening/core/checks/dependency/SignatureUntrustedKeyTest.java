package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureUntrustedKeyTest {

    private static final SignatureUntrustedKey CHECK = new SignatureUntrustedKey();

    @TempDir
    Path folder;

    @Test
    void findsAKeyThatTheMapDoesNotName() {
        Builds build = SignatureCase.signed(folder, SignatureCase.OTHER).keys("org.example = 0x" + SignatureCase.KEY);

        assertThat(build.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("org.example:lib:jar:1.1 is signed by 0x" + SignatureCase.OTHER
                                + ", which .mvn/hardening-keys.list:1 does not accept for it"));
    }

    @Test
    void leavesNamedKeysAndUnmappedArtifactsAlone() {
        assertThat(SignatureCase.signed(folder, SignatureCase.KEY)
                        .keys("org.example = 0x" + SignatureCase.KEY)
                        .findings(CHECK))
                .isEmpty();
        assertThat(SignatureCase.signed(folder, SignatureCase.OTHER)
                        .keys("org.other = 0x" + SignatureCase.KEY)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void takesTheNameOfASubkey() {
        String sub = "E".repeat(40);
        assertThat(SignatureCase.signedBySubkey(folder, SignatureCase.KEY, sub)
                        .keys("org.example = 0x" + sub)
                        .findings(CHECK))
                .isEmpty();
        assertThat(SignatureCase.signedBySubkey(folder.resolve("other"), SignatureCase.KEY, sub)
                        .keys("org.example = 0x" + SignatureCase.OTHER)
                        .findings(CHECK))
                .hasSize(1);
    }

    @Test
    void leavesWhatIsNotSignedToAnotherCheck() {
        assertThat(SignatureCase.unsigned(folder)
                        .keys("org.example = 0x" + SignatureCase.KEY)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void aMapThatCannotBeReadIsAFinding() {
        Builds build = SignatureCase.signed(folder, SignatureCase.OTHER).keys("# head\nnonsense\n");

        assertThat(build.findings(new UnreadableLock())).singleElement().satisfies(finding -> {
            assertThat(finding.primary().path()).isEqualTo(".mvn/hardening-keys.list");
            assertThat(finding.primary().line()).isEqualTo(2);
        });
    }
}
