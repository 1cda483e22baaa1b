package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicySettings.FailOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {

    private static final PolicySettings BELOW = new PolicySettings(
            Optional.of(Persona.PEDANTIC),
            Optional.of(new FailOn(Optional.of(Severity.LOW))),
            Map.of(Severity.LOW, 1, Severity.MEDIUM, 2),
            Map.of("a", Severity.INFO, "b", Severity.INFO),
            Map.of("a", false, "b", false),
            Map.of());

    @Test
    void hasDefaultsWhenNobodySaysAnything() {
        Policy policy = PolicySettings.none().toPolicy();

        assertThat(policy.persona()).isEqualTo(Persona.REGULAR);
        assertThat(policy.threshold()).isEqualTo(Threshold.DEFAULT);
        assertThat(policy.severities()).isEmpty();
        assertThat(policy.enabled()).isEmpty();
    }

    @Test
    void hearsTheUpperLayerWhereBothSpeak() {
        PolicySettings above = new PolicySettings(
                Optional.of(Persona.AUDITOR),
                Optional.of(new FailOn(Optional.of(Severity.CRITICAL))),
                Map.of(Severity.LOW, 7),
                Map.of("a", Severity.CRITICAL),
                Map.of("b", true),
                Map.of());

        PolicySettings both = above.over(BELOW);

        assertThat(both.persona()).contains(Persona.AUDITOR);
        assertThat(both.failOn()).contains(new FailOn(Optional.of(Severity.CRITICAL)));
        assertThat(both.maximum()).isEqualTo(Map.of(Severity.LOW, 7, Severity.MEDIUM, 2));
        assertThat(both.severities()).isEqualTo(Map.of("a", Severity.CRITICAL, "b", Severity.INFO));
        assertThat(both.enabled()).isEqualTo(Map.of("a", false, "b", true));
    }

    @Test
    void leavesToTheLowerLayerWhatTheUpperDoesNotMention() {
        assertThat(PolicySettings.none().over(BELOW)).isEqualTo(BELOW);
        assertThat(BELOW.over(PolicySettings.none())).isEqualTo(BELOW);
    }

    @Test
    void keepsExceptionsFilesAndOptionsOfBothTheUpperOnesFirst() {
        PolicySettings below = file("b.yml", 1);
        PolicySettings above = file("a.yml", 2);

        PolicySettings both = above.over(below);

        assertThat(both.files()).containsExactly("a.yml", "b.yml");
        assertThat(both.exceptions()).extracting(ExceptionRule::checkId).containsExactly("check-2", "check-1");
        assertThat(both.options()).containsOnlyKeys("check-1", "check-2");
        assertThat(both.toPolicy().settings())
                .extracting(Policy.Setting::name, Policy.Setting::value, Policy.Setting::place)
                .containsExactly(tuple("checks.check-1", "", "b.yml:3"), tuple("checks.check-2", "", "a.yml:3"));
    }

    private static PolicySettings file(String path, int number) {
        String id = "check-" + number;
        ExceptionRule exception = new ExceptionRule(
                Location.ofFile(path), id, Optional.empty(), Optional.empty(), "a reason", Optional.empty());
        return new PolicySettings(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(id, Options.none()),
                List.of(exception),
                List.of(path),
                Map.of("checks." + id, path + ":3"));
    }

    @Test
    void letsNeverBeatASeverityBelow() {
        PolicySettings never =
                new PolicySettings(Optional.empty(), Optional.of(FailOn.NEVER), Map.of(), Map.of(), Map.of(), Map.of());

        assertThat(never.over(BELOW).toPolicy().threshold().failOn()).isEmpty();
        assertThat(BELOW.over(never).toPolicy().threshold().failOn()).contains(Severity.LOW);
    }
}
