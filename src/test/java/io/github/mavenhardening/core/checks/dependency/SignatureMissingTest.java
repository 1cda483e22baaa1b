package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureMissingTest {

    private static final SignatureMissing CHECK = new SignatureMissing();

    @TempDir
    Path folder;

    @Test
    void findsAFileThatTheMapDemandsASignatureOf() {
        Builds build = SignatureCase.unsigned(folder).keys("# ours\norg.example.* = 0x" + SignatureCase.KEY);

        assertThat(build.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.primary().line()).isEqualTo(1);
            assertThat(finding.message())
                    .isEqualTo(
                            "No signature of org.example:lib:jar:1.1 was verified, and .mvn/hardening-keys.list:2 requires"
                                    + " one (.mvn/hardening-lock.json has none of these bytes)");
        });
    }

    @Test
    void aSignatureOfOtherBytesIsNone() {
        Builds build = SignatureCase.signed(folder, SignatureCase.KEY, "0".repeat(64), SignatureCase.KEY)
                .keys("org.example = any");

        assertThat(build.findings(CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.example = noSig",
                "org.example = noKey",
                "org.example = badSig",
                "org.other = any",
                "org.example = !0x" + SignatureCase.KEY
            })
    void leavesAloneWhatTheMapForgivesOrDoesNotSpeakOf(String map) {
        assertThat(SignatureCase.unsigned(folder).keys(map).findings(CHECK)).isEmpty();
    }

    @Test
    void findsAFileWhoseIdentityIsPinnedWithoutABundle() {
        String pin = "org.example = " + SignatureCase.ISSUER + " " + SignatureCase.WORKFLOW;

        assertThat(SignatureCase.unsigned(folder).identities(pin).findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("No signature of org.example:lib:jar:1.1 in a Sigstore bundle was verified, and"
                                + " .mvn/hardening-identities.list:1 requires one (.mvn/hardening-lock.json has none"
                                + " of these bytes)"));
        assertThat(SignatureCase.certified(folder.resolve("other"), "0".repeat(64))
                        .identities(pin)
                        .findings(CHECK))
                .as("a bundle of other bytes")
                .hasSize(1);
        assertThat(SignatureCase.certified(folder.resolve("good"), Builds.OF_ABC)
                        .identities(pin)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void isSilentWithASignatureAndWithoutAMap() {
        assertThat(SignatureCase.signed(folder, SignatureCase.KEY)
                        .keys("org.example = any")
                        .findings(CHECK))
                .isEmpty();
        assertThat(SignatureCase.unsigned(folder.resolve("other")).findings(CHECK))
                .isEmpty();
    }
}
