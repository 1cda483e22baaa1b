package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureUntrustedIdentityTest {

    private static final SignatureUntrustedIdentity CHECK = new SignatureUntrustedIdentity();

    @TempDir
    Path folder;

    @Test
    void findsAnIdentityThatTheMapDoesNotName() {
        Builds build = SignatureCase.certified(folder, Builds.OF_ABC)
                .identities("# ours\norg.example = " + SignatureCase.ISSUER + " release@example.org");

        assertThat(build.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.primary().line()).isEqualTo(1);
            assertThat(finding.message())
                    .isEqualTo("org.example:lib:jar:1.1 is signed by " + SignatureCase.WORKFLOW + " (issuer "
                            + SignatureCase.ISSUER
                            + "), which .mvn/hardening-identities.list:2 does not accept for it");
        });
    }

    @Test
    void findsTheSameNameOfAnotherIssuer() {
        Builds build = SignatureCase.certified(folder, Builds.OF_ABC)
                .identities("org.example = https://other.example.org " + SignatureCase.WORKFLOW);

        assertThat(build.findings(CHECK)).hasSize(1);
    }

    @Test
    void leavesNamedIdentitiesAndUnmappedArtifactsAlone() {
        String workflow = SignatureCase.WORKFLOW.replace("v1.1", "*");
        assertThat(SignatureCase.certified(folder, Builds.OF_ABC)
                        .identities("org.example = " + SignatureCase.ISSUER + " " + workflow)
                        .findings(CHECK))
                .isEmpty();
        assertThat(SignatureCase.certified(folder, Builds.OF_ABC)
                        .identities("org.other = " + SignatureCase.ISSUER + " " + workflow)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void leavesWhatHasNoBundleOfTheseBytesToAnotherCheck() {
        String pin = "org.example = " + SignatureCase.ISSUER + " release@example.org";
        assertThat(SignatureCase.unsigned(folder).identities(pin).findings(CHECK))
                .isEmpty();
        assertThat(SignatureCase.certified(folder.resolve("other"), "0".repeat(64))
                        .identities(pin)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void aMapThatCannotBeReadIsAFinding() {
        Builds build = SignatureCase.certified(folder, Builds.OF_ABC).identities("# head\nnonsense\n");

        assertThat(build.findings(new UnreadableLock())).singleElement().satisfies(finding -> {
            assertThat(finding.primary().path()).isEqualTo(".mvn/hardening-identities.list");
            assertThat(finding.primary().line()).isEqualTo(2);
        });
    }
}
