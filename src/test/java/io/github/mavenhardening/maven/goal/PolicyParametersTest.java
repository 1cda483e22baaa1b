package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.PolicyLayer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParametersTest {

    private static final Checks CHECKS = Checks.load(PolicyParametersTest.class.getClassLoader());

    private static PolicyLayer settings(List<String> severities, List<String> disable) {
        return new PolicyParameters(
                        Set.of("hardening.disable", "hardening.failOn"),
                        "pedantic",
                        "medium",
                        List.of("low=3"),
                        severities,
                        List.of("dco"),
                        disable)
                .settings(CHECKS);
    }

    @Test
    void saysWhichParameterASettingIsOfAndWhetherTheCommandLineSetIt() {
        assertThat(settings(List.of("unpinned-uses=low"), List.of("artipacked")).stated().values().stream()
                        .collect(Collectors.toMap(Setting::name, Setting::place)))
                .isEqualTo(Map.of(
                        "persona", "hardening.persona of the POM or the settings",
                        "fail-on.severity", "-Dhardening.failOn",
                        "maximum.low", "hardening.maximum of the POM or the settings",
                        "checks.unpinned-uses.severity", "hardening.severities of the POM or the settings",
                        "checks.dco.enabled", "hardening.enable of the POM or the settings",
                        "checks.artipacked.enabled", "-Dhardening.disable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifact-mismatch", "unreadable-lock", "verification-bypass", "signature-missing"})
    void silencesNoCheckOfIntegrity(String id) {
        assertThatThrownBy(() -> settings(List.of(), List.of("artipacked", id)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("hardening.disable: " + id + " cannot be switched off; ")
                .hasMessageEndingWith("; -Dhardening.failOnViolation=false reports without failing the build");
        assertThatThrownBy(() -> settings(List.of(id + "=info"), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("hardening.severities: " + id + " cannot be less severe than ");
        assertThat(settings(List.of(id + "=critical"), List.of()).settings().checks())
                .containsEntry(id, CheckSettings.severity(Severity.CRITICAL));
    }
}
