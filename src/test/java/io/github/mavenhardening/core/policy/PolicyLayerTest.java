package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyLayerTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());

    private static final PolicyLayer BELOW = layer("below.yml", """
            persona: pedantic
            fail-on: {severity: low, confidence: low}
            maximum: {low: 1, medium: 2}
            checks:
              artipacked: {severity: info, enabled: false}
              unpinned-uses: {severity: info, enabled: false, policies: {"*": any}}
              dco: {base: origin/main}
            exceptions:
              - {check: artipacked, reason: below}
            """);

    private static PolicyLayer layer(String path, String text) {
        return PolicyFile.parse(SourceFile.of(path, text), CHECKS);
    }

    @Test
    void hasDefaultsWhenNobodySaysAnything() {
        Policy policy = PolicyLayer.none().toPolicy();

        assertThat(policy.persona()).isEqualTo(Persona.REGULAR);
        assertThat(policy.threshold().failOn()).contains(Severity.HIGH);
        assertThat(policy.threshold().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(policy.threshold().maximum()).isEmpty();
        assertThat(policy.settings().checks()).isEmpty();
        assertThat(policy.options()).isEmpty();
        assertThat(policy.inForce()).isEmpty();
    }

    @Test
    void hearsTheUpperLayerWhereBothSpeak() {
        Policy both = layer("above.yml", """
                persona: auditor
                fail-on: critical
                maximum: {low: 7}
                checks:
                  artipacked: {severity: critical}
                  unpinned-uses: {enabled: true, policies: {"a/*": ref-pin}}
                exceptions:
                  - {check: dco, reason: above}
                """).over(BELOW).toPolicy();

        assertThat(both.persona()).isEqualTo(Persona.AUDITOR);
        assertThat(both.threshold())
                .isEqualTo(new Threshold(
                        Optional.of(Severity.CRITICAL), Confidence.LOW, Map.of(Severity.LOW, 7, Severity.MEDIUM, 2)));
        assertThat(both.isEnabled(CHECKS.named("artipacked"))).isFalse();
        assertThat(both.isEnabled(CHECKS.named("unpinned-uses"))).isTrue();
        assertThat(both.options()).containsOnlyKeys("dco", "unpinned-uses");
        assertThat(both.options().get("unpinned-uses").toString())
                .as("options of a check are taken as a whole")
                .contains("REF_PIN")
                .doesNotContain("ANY");
        assertThat(both.settings().exceptions())
                .extracting(ExceptionRule::reason)
                .containsExactly("above", "below");
        assertThat(both.files()).containsExactly("above.yml", "below.yml");
        assertThat(both.inForce())
                .containsExactly(
                        new Setting("checks.artipacked.enabled", "false", "below.yml:5"),
                        new Setting("checks.artipacked.severity", "critical", "above.yml:5"),
                        new Setting("checks.dco.base", "origin/main", "below.yml:7"),
                        new Setting("checks.unpinned-uses.enabled", "true", "above.yml:6"),
                        new Setting("checks.unpinned-uses.policies", "{'a/*': ref-pin}", "above.yml:6"),
                        new Setting("checks.unpinned-uses.severity", "info", "below.yml:6"),
                        new Setting("fail-on.confidence", "low", "below.yml:2"),
                        new Setting("fail-on.severity", "critical", "above.yml:2"),
                        new Setting("maximum.low", "7", "above.yml:3"),
                        new Setting("maximum.medium", "2", "below.yml:3"),
                        new Setting("persona", "auditor", "above.yml:1"));
    }

    @Test
    void leavesToTheLowerLayerWhatTheUpperDoesNotMention() {
        assertThat(PolicyLayer.none().over(BELOW)).isEqualTo(BELOW);
        assertThat(BELOW.over(PolicyLayer.none())).isEqualTo(BELOW);
    }

    @Test
    void letsNeverBeatASeverityBelow() {
        PolicyLayer never = layer("never.yml", "fail-on: never\n");

        assertThat(never.over(BELOW).toPolicy().threshold().failOn()).isEmpty();
        assertThat(BELOW.over(never).toPolicy().threshold().failOn()).contains(Severity.LOW);
    }
}
