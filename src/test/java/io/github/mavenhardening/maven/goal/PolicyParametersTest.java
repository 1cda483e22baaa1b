package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParametersTest {

    private static final Checks CHECKS = Checks.load(PolicyParametersTest.class.getClassLoader());

    private static PolicyLayer settings(List<String> severities, List<String> disable) {
        return parameters(false, severities, disable).settings(CHECKS);
    }

    private static PolicyParameters parameters(boolean onCommandLine, List<String> severities, List<String> disable) {
        return new PolicyParameters(
                onCommandLine, "pedantic", "medium", List.of("low=3"), List.of(), severities, List.of("dco"), disable);
    }

    @Test
    void saysWhichParameterASettingIsOf() {
        assertThat(settings(List.of("unpinned-uses=low"), List.of("artipacked")).stated().values().stream()
                        .collect(Collectors.toMap(Setting::name, Setting::place)))
                .isEqualTo(Map.of(
                        "persona", "hardening.persona of the POM or the settings",
                        "fail-on.severity", "hardening.failOn of the POM or the settings",
                        "maximum.low", "hardening.maximum of the POM or the settings",
                        "checks.unpinned-uses.severity", "hardening.severities of the POM or the settings",
                        "checks.dco.enabled", "hardening.enable of the POM or the settings",
                        "checks.artipacked.enabled", "hardening.disable of the POM or the settings"));
    }

    @Test
    void tellsTheCommandLineFromThePom() {
        Properties properties = new Properties();
        properties.setProperty("hardening.failOn", "critical:low");
        properties.setProperty("hardening.maximum", "low=3");
        properties.setProperty("hardening.disable", "artipacked, dco");
        PolicyParameters commandLine = PolicyParameters.of(properties);

        assertThat(commandLine.settings(CHECKS).stated().values())
                .extracting(setting -> setting.name() + " " + setting.value() + " " + setting.place())
                .containsExactlyInAnyOrder(
                        "fail-on.severity critical -Dhardening.failOn",
                        "fail-on.confidence low -Dhardening.failOn",
                        "maximum.low 3 -Dhardening.maximum",
                        "checks.artipacked.enabled false -Dhardening.disable",
                        "checks.dco.enabled false -Dhardening.disable");
        assertThat(parameters(false, List.of(), List.of("artipacked", "dco"))
                        .without(commandLine)
                        .settings(CHECKS)
                        .stated())
                .containsOnlyKeys("persona", "fail-on.severity", "checks.dco.enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"high:", "high:sure", ":low", "highest"})
    void refusesAThresholdThatIsNone(String failOn) {
        Properties properties = new Properties();
        properties.setProperty("hardening.failOn", failOn);

        assertThatThrownBy(() -> PolicyParameters.of(properties).settings(CHECKS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("hardening.failOn: '" + failOn + "' must be ");
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

    private static PolicyLayer families(String given) {
        Properties properties = new Properties();
        properties.setProperty("hardening.families", given);
        return PolicyParameters.of(properties).settings(CHECKS);
    }

    @Test
    void switchesFamiliesAsThePolicyFileDoes() {
        PolicyLayer below = PolicyFile.parse(
                SourceFile.of(".mvn/hardening.yml", "families: {posture: true, workflows: false}\n"), CHECKS);
        PolicyLayer above = families(" posture=false, security-insights = TRUE");

        assertThat(above.settings().families())
                .isEqualTo(Map.of(Family.POSTURE, false, Family.SECURITY_INSIGHTS, true));
        Policy policy = above.over(below).toPolicy();
        assertThat(policy.isEnabled(Family.POSTURE)).isFalse();
        assertThat(policy.isEnabled(Family.WORKFLOWS)).isFalse();
        assertThat(policy.isEnabled(Family.SECURITY_INSIGHTS)).isTrue();
        assertThat(policy.isEnabled(Family.DEPENDENCIES)).isTrue();
        assertThat(policy.placeOf("families.posture")).contains("-Dhardening.families");
        assertThat(policy.placeOf("families.workflows")).contains(".mvn/hardening.yml:1");
        assertThat(families("posture=true")
                        .over(families("posture=false"))
                        .toPolicy()
                        .isEnabled(Family.POSTURE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "posture ~ 'posture' must have the form name=value",
                "=false ~ '=false' must have the form name=value",
                "postrue=false ~ 'postrue' must be workflows, dependencies, security-insights or posture; did you mean posture?",
                "posture=no ~ 'no' must be true or false",
                "posture= ~ '' must be true or false",
                "posture=true,posture=false ~ 'posture' is given twice",
                "dependencies=false ~ dependencies cannot be switched off, as artifact-mismatch is among its checks; switch single"
                        + " checks off; -Dhardening.failOnViolation=false reports without failing the build"
            })
    void refusesWhatIsNoFamilyOrNotToBeSwitchedOff(String given, String error) {
        assertThatThrownBy(() -> families(given))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("hardening.families: " + error);
    }
}
