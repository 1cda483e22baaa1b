package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySourcesTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());
    private static final String JAR = "org.example:policy:1.0!/META-INF/hardening/policy.yml";

    private static final String FINAL = """
            persona: pedantic
            fail-on: medium:medium
            maximum: {low: 5}
            checks:
              unpinned-uses: {severity: high, policies: {'*': hash-pin, 'actions/*': ref-pin}}
              artipacked: {enabled: true}
              forbidden-uses: {deny: ['evil/*']}
              dependabot-cooldown: {days: 14}
              release-cooldown: {period: P1M, exclude: [a, b]}
            baseline: {grace: 2026-12-31}
            exceptions:
              - {check: artipacked, path: 'a.yml', reason: Known}
            final: [persona, fail-on, maximum, checks.unpinned-uses, checks.artipacked, checks.forbidden-uses, baseline, checks.dependabot-cooldown, checks.release-cooldown]
            """;

    @TempDir
    Path root;

    private Policy read(List<PolicyLayer> parameters, String organisation, String repository) throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/hardening.yml"), repository);
        return new PolicySources(parameters, Optional.empty(), List.of(SourceFile.of(JAR, organisation)))
                .read(new Repository(new Checkout(root), Optional.empty()), CHECKS);
    }

    @Test
    void hearsTheUppermost() throws IOException {
        PolicyLayer commandLine = PolicyLayer.of(
                Map.of("fail-on", FailOn.of("critical")),
                Map.of("fail-on.severity", new Setting("fail-on.severity", "critical", "-Dhardening.failOn")));
        Policy policy = read(List.of(commandLine), """
                persona: pedantic
                fail-on: low:low
                maximum: {low: 5, medium: 1}
                """, "fail-on: high\nmaximum: {low: 7}\n");

        assertThat(policy.persona()).isEqualTo(Persona.PEDANTIC);
        assertThat(policy.threshold())
                .isEqualTo(new Threshold(
                        Optional.of(Severity.CRITICAL), Confidence.LOW, Map.of(Severity.LOW, 7, Severity.MEDIUM, 1)));
        assertThat(policy.files()).containsExactly(".mvn/hardening.yml", JAR);
        assertThat(policy.placeOf("persona")).contains(JAR + ":1");
        assertThat(policy.placeOf("fail-on.severity")).contains("-Dhardening.failOn");
        assertThat(policy.overridden().get("fail-on.severity"))
                .containsExactly(
                        new Setting("fail-on.severity", "high", ".mvn/hardening.yml:1"),
                        new Setting("fail-on.severity", "low", JAR + ":2"));
        assertThat(policy.overridden().get("maximum.low")).containsExactly(new Setting("maximum.low", "5", JAR + ":3"));
    }

    @Test
    void takesTheOptionsOfACheckFromOneLayerAndSaysWhatThatLost() throws IOException {
        Policy policy = read(
                List.of(),
                "checks: {release-cooldown: {period: P9D, exclude: ['a.b:*']}}",
                "checks: {release-cooldown: {period: P3D}}");

        assertThat(policy.options().get("release-cooldown").toString())
                .contains("P3D")
                .doesNotContain("a.b");
        assertThat(policy.placeOf("checks.release-cooldown.exclude")).isEmpty();
        assertThat(policy.overridden().get("checks.release-cooldown.exclude"))
                .containsExactly(new Setting("checks.release-cooldown.exclude", "['a.b:*']", JAR + ":1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "persona: auditor",
                "fail-on: {severity: low}",
                "fail-on: {confidence: low}",
                "maximum: {low: 4, info: 0}",
                "checks: {unpinned-uses: {severity: critical}}",
                "checks: {unpinned-uses: {policies: {'*': hash-pin}}}",
                "checks: {unpinned-uses: {policies: {'*': hash-pin, 'actions/*': ref-pin, 'actions/cache': hash-pin}}}",
                "checks: {unpinned-uses: {policies: {'actions/checkout': ref-pin}}}",
                "checks: {artipacked: {enabled: true}}",
                "checks: {forbidden-uses: {deny: ['evil/*'], enabled: true}}",
                "checks: {dco: {enabled: true}}",
                "checks: {dependabot-cooldown: {days: 21}}",
                "checks: {release-cooldown: {period: P32D, exclude: [a]}}",
                "baseline: {grace: 2026-12-30}",
                "final: [checks]",
            })
    void letsWhatIsFinalBeStricter(String repository) {
        assertThatCode(() -> read(List.of(), FINAL, repository)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "persona: regular ~ persona: Must not be looser than",
                "fail-on: high ~ fail-on.severity: Must not be looser than",
                "fail-on: never ~ fail-on.severity: Must not be looser than",
                "fail-on: low:high ~ fail-on.confidence: Must not be looser than",
                "maximum: {low: 6} ~ maximum.low: Must not be looser than",
                "checks: {unpinned-uses: {severity: medium}} ~ checks.unpinned-uses.severity: Must not be looser than",
                "checks: {unpinned-uses: {enabled: false}} ~ checks.unpinned-uses.enabled: Must not be looser than",
                "checks: {unpinned-uses: {policies: {'*': ref-pin}}} ~ checks.unpinned-uses.policies: Must not be looser than",
                "checks: {unpinned-uses: {policies: {'a/b': any}}} ~ checks.unpinned-uses.policies: Must not be looser than",
                "checks: {unpinned-uses: {policies: {'actions/x@v1': any}}} ~ checks.unpinned-uses.policies: Must not be looser than",
                "checks: {artipacked: {enabled: false}} ~ checks.artipacked.enabled: Must not be looser than",
                "checks: {forbidden-uses: {deny: ['other/*']}} ~ checks.forbidden-uses.deny: Must not differ from",
                "checks: {forbidden-uses: {allow: ['a/*']}} ~ checks.forbidden-uses.allow: Must not differ from",
                "checks: {dependabot-cooldown: {days: 7}} ~ checks.dependabot-cooldown.days: Must not be looser than",
                "checks: {release-cooldown: {period: P30D}} ~ checks.release-cooldown.period: Must not be looser than",
                "checks: {release-cooldown: {period: P1M, exclude: [c]}} ~ checks.release-cooldown.exclude: Must not be looser than",
                "baseline: {grace: 2027-01-01} ~ baseline.grace: Must not be looser than",
                "exceptions: [{check: artipacked, reason: x}] ~ exceptions: Must not except artipacked from what",
            })
    void refusesWhatLoosensAFinalSettingAndNamesBothPlaces(String repository, String reason) {
        assertThatThrownBy(() -> read(List.of(), FINAL, repository))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(".mvn/hardening.yml:1 ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("what " + JAR + ":13 makes final");
    }

    @Test
    void refusesAParameterThatLoosens() {
        PolicyLayer parameter = PolicyLayer.of(
                Map.of(
                        "checks",
                        Map.of(
                                "artipacked",
                                new CheckSettings(Optional.of(false), Optional.empty(), Optional.empty()))),
                Map.of(
                        "checks.artipacked.enabled",
                        new Setting("checks.artipacked.enabled", "false", "-Dhardening.disable")));

        assertThatThrownBy(() -> read(List.of(parameter), FINAL, ""))
                .hasMessage("-Dhardening.disable checks.artipacked.enabled: Must not be looser than what " + JAR
                        + ":13 makes final");
    }

    @Test
    void refusesWhatAZizmorConfigurationLoosens() throws IOException {
        Files.writeString(root.resolve("zizmor.yml"), "rules:\n  artipacked:\n    ignore: [ci.yml]\n");
        assertThatThrownBy(() -> read(List.of(), FINAL, ""))
                .hasMessage("zizmor.yml:3 rules.artipacked.ignore: Must not ignore what " + JAR + ":13 makes final");

        Files.writeString(root.resolve("zizmor.yml"), "rules:\n  artipacked:\n    disable: true\n");
        assertThatThrownBy(() -> read(List.of(), FINAL, ""))
                .hasMessage("zizmor.yml:3 checks.artipacked.enabled: Must not be looser than what " + JAR
                        + ":13 makes final");
    }

    @Test
    void switchesAFamilyOffAndSaysSo() throws IOException {
        Policy policy = read(List.of(), "", "families: {posture: false}");
        Result result = new PolicyEvaluator(policy, CHECKS, LocalDate.EPOCH, Reference.none())
                .judge(List.of(
                        AuditResult.nothing(Family.POSTURE, "not looked at"),
                        AuditResult.nothing(Family.WORKFLOWS, "x")));

        assertThat(result.audits().get(1).notes()).containsExactly("switched off (.mvn/hardening.yml:1)");
        assertThat(result.audits().get(0).notes()).containsExactly("x");
        assertThat(result.weakenings())
                .contains(new Weakening(
                        "codeowners",
                        Severity.MEDIUM,
                        Optional.empty(),
                        ".mvn/hardening.yml:1",
                        Optional.of(Family.POSTURE)))
                .allMatch(Weakening::isOff)
                .noneMatch(weakening -> weakening.checkId().equals("artipacked"));
        assertThat(policy.isEnabled(CHECKS.named("codeowners"))).isFalse();
        assertThat(policy.isEnabled(CHECKS.named("artipacked"))).isTrue();
    }

    @Test
    void doesNotSwitchOffTheFamilyThatVouchesForTheBuild() {
        assertThatThrownBy(() -> read(List.of(), "", "families:\n  dependencies: false\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(".mvn/hardening.yml:2 families.dependencies: Cannot be switched off, as ");
        assertThatCode(() -> read(List.of(), "", "families: {dependencies: true, security-insights: false}"))
                .doesNotThrowAnyException();
    }

    @Test
    void switchesNoFamilyOffThatHasAFinalCheck() {
        assertThatThrownBy(() -> read(List.of(), FINAL, "families: {workflows: false}"))
                .hasMessageStartingWith(".mvn/hardening.yml:1 checks.artipacked.enabled: Must not be looser than what");
        assertThatThrownBy(() ->
                        read(List.of(), "families: {posture: true}\nfinal: [families]", "families: {posture: false}"))
                .hasMessageStartingWith(".mvn/hardening.yml:1 families.posture: Must not be looser than what");
        assertThatThrownBy(() -> read(List.of(), "final: [families]", "families: {posture: false}"))
                .hasMessageStartingWith(".mvn/hardening.yml:1 families.posture: Must not be looser than what");
    }

    @Test
    void aRepositoryBindsItsParametersByAFinalOfItsOwn() {
        PolicyLayer parameter = PolicyLayer.of(
                Map.of("persona", Optional.of(Persona.REGULAR)),
                Map.of("persona", new Setting("persona", "regular", "-Dhardening.persona")));

        assertThatThrownBy(() -> read(List.of(parameter), "", "persona: auditor\nfinal: [persona]\n"))
                .hasMessage(
                        "-Dhardening.persona persona: Must not be looser than what .mvn/hardening.yml:2 makes final");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "personna ~ There is no setting 'personna'; did you mean persona?",
                "fail-on.severty ~ There is no setting 'fail-on.severty'; did you mean fail-on.severity?",
                "checks.unpined-uses ~ There is no setting 'checks.unpined-uses'; did you mean checks.unpinned-uses?",
                "checks.unpinned-uses.polices ~ There is no setting 'checks.unpinned-uses.polices'; did you mean"
                        + " checks.unpinned-uses.policies?",
                "persona.x ~ There is no setting 'persona.x'",
                "final ~ There is no setting 'final'",
                "'' ~ There is no setting ''",
            })
    void refusesAFinalSettingThatIsNone(String name, String reason) {
        assertThatThrownBy(() -> read(List.of(), "final: ['" + name + "']", ""))
                .hasMessageStartingWith(JAR + ":1:9 final: " + reason);
    }

    @ParameterizedTest
    @CsvSource({"1.5, true", "2, true", "1.4.1, true", "1.4, false", "1.4.0, false", "1.3.9, false", "0.9, false"})
    void refusesWhatIsWrittenForANewerRelease(String version, boolean refused) {
        SourceFile policy = SourceFile.of(JAR, "unknown-yet: 1\nversion: " + version + "\n");

        assertThatThrownBy(() -> PolicyFile.parse(policy, CHECKS, Optional.of("1.4.0-SNAPSHOT")))
                .hasMessageContaining(
                        refused
                                ? ":2:10 version: Needs release " + version
                                        + " of this plugin or a later one; this is 1.4.0-SNAPSHOT"
                                : "unknown-yet: Unknown key");
    }
}
