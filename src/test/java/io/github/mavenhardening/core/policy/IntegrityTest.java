package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo.Silence;
import io.github.mavenhardening.core.api.CheckPages;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule as it holds for our own checks. */
class IntegrityTest {

    private static final Checks CHECKS = Checks.load(IntegrityTest.class.getClassLoader());

    static Stream<Check> checks() {
        return CHECKS.all().stream().filter(Integrity::isAtStake);
    }

    private static List<String> silenced(Silence silence) {
        return checks().filter(check -> check.info().silence() == silence)
                .map(check -> check.info().id())
                .toList();
    }

    @Test
    void holdsForWhatComparesWithWhatWasVouchedFor() {
        assertThat(silenced(Silence.NEVER))
                .containsExactly(
                        "artifact-mismatch",
                        "installed-mismatch",
                        "recorded-mismatch",
                        "signature-missing",
                        "signature-signer-changed",
                        "signature-untrusted-identity",
                        "signature-untrusted-key",
                        "unreadable-lock");
        assertThat(silenced(Silence.BY_EXCEPTION)).containsExactly("unverifiable-artifact", "verification-bypass");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void refusesEachWayToSilenceThem(Check check) {
        assertThat(Integrity.refusal(check, false)).isPresent();
        assertThat(Integrity.refusal(check, true)).isEmpty();
        for (Severity severity : Severity.values()) {
            assertThat(Integrity.refusal(check, severity).isEmpty())
                    .as(severity.label())
                    .isEqualTo(severity.atLeast(check.info().severity()));
        }
        for (String setting : List.of("disable: true", "ignore: [pom.xml]", "ignore: [checksums.sha256:3]")) {
            String id = check.info().id();
            assertThatThrownBy(() -> ZizmorConfig.parse(
                            SourceFile.of("zizmor.yml", "rules:\n  " + id + ":\n    " + setting + "\n"), CHECKS))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("zizmor.yml:3:5 rules." + id + ".")
                    .hasMessageContaining("Cannot be ignored; ");
        }
    }

    /** A refusal sends the reader to the page. */
    @ParameterizedTest
    @MethodSource("checks")
    void saysOnThePageWhatIsDoneInstead(Check check) {
        assertThat(CheckPages.of(check))
                .hasValueSatisfying(page -> assertThat(page).contains("\n## Silence\n\n"));
    }
}
