package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

    private record Sample(
            @Option("Policies") Map<String, String> policies,
            @Option(value = "Grace", otherwise = "P0D") Period grace) {}

    @CheckInfo(id = "sample-reference", title = "A", severity = Severity.HIGH, options = Sample.class)
    private static final class SampleReference implements WorkflowCheck {}

    @CheckInfo(id = "sample-image", title = "B", severity = Severity.HIGH)
    private static final class SampleImage implements WorkflowCheck {}

    @CheckInfo(id = "sample-bypass", title = "C", severity = Severity.HIGH, silence = CheckInfo.Silence.BY_EXCEPTION)
    private static final class SampleBypass implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    @CheckInfo(id = "sample-mismatch", title = "D", severity = Severity.CRITICAL, silence = CheckInfo.Silence.NEVER)
    private static final class SampleMismatch implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    private static final Checks CHECKS =
            Checks.of(List.of(new SampleReference(), new SampleImage(), new SampleBypass(), new SampleMismatch()));

    private static PolicyLayer layer(String text) {
        return PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", text), CHECKS);
    }

    private static PolicySettings parse(String text) {
        return layer(text).settings();
    }

    @Test
    void readsEverySetting() {
        PolicySettings settings = parse("""
                persona: pedantic
                fail-on: Medium
                maximum: {low: 10, info: 0}
                checks:
                  sample-reference:
                    severity: critical
                    grace: P90D
                    policies: {"actions/*": ref-pin}
                  sample-image:
                    enabled: false
                """);

        assertThat(settings.persona()).contains(Persona.PEDANTIC);
        assertThat(settings.failOn()).isEqualTo(FailOn.of("medium"));
        assertThat(settings.maximum()).isEqualTo(Map.of(Severity.LOW, 10, Severity.INFO, 0));
        assertThat(settings.checks())
                .isEqualTo(Map.of(
                        "sample-reference",
                        new CheckSettings(
                                Optional.empty(),
                                Optional.of(Severity.CRITICAL),
                                Optional.of(new Sample(Map.of("actions/*", "ref-pin"), Period.ofDays(90)))),
                        "sample-image",
                        new CheckSettings(Optional.of(false), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"never", "NEVER", "'\"never\"'"})
    void takesNeverForNoSeverity(String never) {
        assertThat(parse("fail-on: " + never).failOn()).isEqualTo(FailOn.of("never"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "high:low | HIGH | LOW",
                "'\"critical : high\"' | CRITICAL | HIGH",
                "{severity: Medium, confidence: High} | MEDIUM | HIGH",
                "never:low | NEVER | LOW",
                "{confidence: low} | | LOW",
                "{severity: never} | NEVER | "
            })
    void readsSeverityAndConfidence(String text, FailOn.Level severity, Confidence confidence) {
        assertThat(parse("fail-on: " + text).failOn())
                .isEqualTo(new FailOn(Optional.ofNullable(severity), Optional.ofNullable(confidence)));
    }

    @Test
    void saysNothingWhenEmpty() {
        assertThat(layer("# nothing\n"))
                .isEqualTo(new PolicyLayer(PolicySettings.none(), List.of(".mvn/hardening.yml"), Map.of()));
    }

    /** Each case: the file, with {@code |} for line breaks, and the error's place, key and reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "personna: regular ~ 1:1 personna: Unknown key; did you mean persona?",
                "zzz: regular ~ 1:1 zzz: Unknown key; known are version, final, persona, fail-on, maximum, families, checks, comments, exceptions, baseline",
                "persona: strict ~ 1:10 persona: Must be regular, pedantic or auditor",
                "persona: [regular] ~ 1:10 persona: Must be a single value",
                "persona:  ~ 1:9 persona: Must be a single value",
                "fail-on: highest ~ 1:10 fail-on: Must be critical, high, medium, low, info or never",
                "fail-on: high:sure ~ 1:10 fail-on: Must be low, medium or high",
                "'fail-on: {severity: high, confidence: sure}' ~ 1:39 fail-on.confidence: Must be low, medium or high",
                "'fail-on: {confidense: high}' ~ 1:11 fail-on.confidense: Unknown key; did you mean confidence?",
                "fail-on: [high] ~ 1:10 fail-on: Must be a mapping",
                "maximum: 3 ~ 1:10 maximum: Must be a mapping",
                "maximum:|  hihg: 3 ~ 2:3 maximum.hihg: Must be info, low, medium, high or critical; did you"
                        + " mean high?",
                "maximum:|  high: -1 ~ 2:9 maximum.high: Must be a whole number, 0 or more",
                "maximum:|  high: 99999999999 ~ 2:9 maximum.high: Must be a whole number, 0 or more",
                "checks: [a] ~ 1:9 checks: Must be a mapping",
                "checks:|  sample-refrence: {} ~ 2:3 checks.sample-refrence: There is no check 'sample-refrence'; did you"
                        + " mean sample-reference?",
                "checks:|  zzz: {} ~ 2:3 checks.zzz: There is no check 'zzz'",
                "checks:|  sample-image: false ~ 2:17 checks.sample-image: Must be a mapping",
                "checks:|  sample-image:|    enabled: maybe ~ 3:14 checks.sample-image.enabled: Must be true or false",
                "checks:|  sample-image:|    severity: bad ~ 3:15 checks.sample-image.severity: Must be info, low,"
                        + " medium, high or critical",
                "checks:|  sample-image:|    policies: {} ~ 3:5 checks.sample-image.policies: Unknown key; known are"
                        + " enabled, severity",
                "checks:|  sample-reference:|    polcies: {} ~ 3:5 checks.sample-reference.polcies: Unknown key; did"
                        + " you mean policies?",
                "[a] ~ 1:1: Must be a mapping",
            })
    void namesFileLineColumnKeyAndReason(String text, String error) {
        assertThatThrownBy(() -> parse(text.replace('|', '\n')))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(".mvn/hardening.yml:" + error);
    }

    @Test
    void saysWhereEachSettingStands() {
        PolicyLayer settings = layer("""
                fail-on: medium
                checks:
                  sample-reference:
                    policies: {"actions/*": ref-pin}
                    grace: P90D
                    severity: critical
                  sample-image: {enabled: false}
                maximum:
                  low: 10
                persona: pedantic
                """);

        assertThat(settings.files()).containsExactly(".mvn/hardening.yml");
        assertThat(settings.stated().values().stream().collect(Collectors.toMap(Setting::name, Setting::place)))
                .isEqualTo(Map.of(
                        "fail-on.severity", ".mvn/hardening.yml:1",
                        "checks.sample-reference.policies", ".mvn/hardening.yml:4",
                        "checks.sample-reference.grace", ".mvn/hardening.yml:5",
                        "checks.sample-reference.severity", ".mvn/hardening.yml:6",
                        "checks.sample-image.enabled", ".mvn/hardening.yml:7",
                        "maximum.low", ".mvn/hardening.yml:9",
                        "persona", ".mvn/hardening.yml:10"));
    }

    @Test
    void readsExceptions() {
        PolicySettings settings = parse("""
                exceptions:
                  - check: sample-bypass
                    path: "**/pom.xml"
                    about: enforcer.skip=true
                    reason: Rules come with the new parent
                    expires: 2027-01-31
                  - {check: sample-image, reason: built here}
                """);

        assertThat(settings.exceptions())
                .extracting(
                        ExceptionRule::where,
                        rule -> rule.check().info().id(),
                        ExceptionRule::about,
                        ExceptionRule::reason,
                        ExceptionRule::expires)
                .containsExactly(
                        tuple(
                                ".mvn/hardening.yml:2",
                                "sample-bypass",
                                Optional.of("enforcer.skip=true"),
                                "Rules come with the new parent",
                                Optional.of(LastDay.of("2027-01-31"))),
                        tuple(
                                ".mvn/hardening.yml:7",
                                "sample-image",
                                Optional.empty(),
                                "built here",
                                Optional.empty()));
    }

    /** Each case: the file, with {@code |} for line breaks, and the error's place, key and reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "exceptions: {} ~ 1:13 exceptions: Must be a list",
                "exceptions:|- a ~ 2:3 exceptions: Must be a mapping",
                "exceptions:|- reason: a ~ 2:3 exceptions: Needs 'check'",
                "exceptions:|- check: sample-image ~ 2:3 exceptions: Needs 'reason'",
                "exceptions:|- {check: sample-image, reason: '  '} ~ 2:33 exceptions.reason: Must say why",
                "exceptions:|- {check: sample-imag, reason: a} ~ 2:11 exceptions.check: There is no check 'sample-imag';"
                        + " did you mean sample-image?",
                "exceptions:|- {check: sample-image, resaon: a} ~ 2:25 exceptions.resaon: Unknown key; did you mean"
                        + " reason?",
                "exceptions:|- {check: sample-image, reason: a, coordinates: actions/checkout} ~ 2:3 exceptions: Must not have"
                        + " 'coordinates', which findings of the family dependencies have: sample-image is of workflows; an"
                        + " action is named by 'uses'",
                "maximum:|  warning: 5 ~ 2:3 maximum.warning: Must be info, low, medium, high or critical; did you mean medium?",
                "checks:|  sample-image:|    severity: Moderate ~ 3:15 checks.sample-image.severity: Must be info, low, medium,"
                        + " high or critical; did you mean medium?",
                "exceptions:|- {check: sample-image, reason: a, path: '!a'} ~ 2:42 exceptions.path: Must be a pattern as"
                        + " .gitignore has them, without ! in front",
                "exceptions:|- {check: sample-image, reason: a, coordinates: 'a:b'} ~ 2:3 exceptions: Must not have"
                        + " 'coordinates', which findings of the family dependencies have: sample-image is of workflows; an"
                        + " action is named by 'uses'",
                "exceptions:|- {check: sample-bypass, reason: a, about: b, expires: 2027-01-31, job: c} ~ 2:3 exceptions:"
                        + " Must not have 'job', which findings of the family workflows have: sample-bypass is of"
                        + " dependencies",
                "exceptions:|- {check: sample-bypass, reason: a, about: b, expires: 2027-01-31, step: c} ~ 2:3 exceptions:"
                        + " Must not have 'step', which findings of the family workflows have: sample-bypass is of"
                        + " dependencies",
                "exceptions:|- {check: sample-bypass, reason: a, about: b, expires: 2027-01-31, uses: c} ~ 2:3 exceptions:"
                        + " Must not have 'uses', which findings of the family workflows have: sample-bypass is of"
                        + " dependencies",
                "exceptions:|- {check: sample-bypass, coordinates: lib} ~ 2:39 exceptions.coordinates: Must be"
                        + " groupId:artifactId or groupId:artifactId:version, where * stands for any characters",
                "exceptions:|- {check: sample-bypass, coordinates: 'a:b:jar:1'} ~ 2:39 exceptions.coordinates: Must be"
                        + " groupId:artifactId or groupId:artifactId:version, where * stands for any characters",
                "exceptions:|- {check: sample-image, reason: a, use: b} ~ 2:36 exceptions.use: Unknown key; did you mean"
                        + " uses?",
                "exceptions:|- {check: sample-image, reason: a, jobs: b} ~ 2:36 exceptions.jobs: Unknown key; did you mean"
                        + " job?",
                "exceptions:|- {check: sample-bypass, reason: a, coordinate: b} ~ 2:37 exceptions.coordinate: Unknown key;"
                        + " did you mean coordinates?",
                "exceptions:|- {check: sample-image, step: ' '} ~ 2:31 exceptions.step: Must say something",
                "exceptions:|- {check: sample-bypass, reason: a, expires: 2027-01-31} ~ 2:3 exceptions: Needs 'about'"
                        + " for a check of integrity",
                "exceptions:|- {check: sample-bypass, reason: a, about: b} ~ 2:3 exceptions: Needs 'expires' for a"
                        + " check of integrity",
                "exceptions:|- {check: sample-mismatch, reason: a, about: b, expires: 2027-01-31} ~ 2:3 exceptions:"
                        + " Takes back no finding of sample-mismatch; 'mvn hardening:explain -Dcheck=sample-mismatch' explains"
                        + " how to accept what is right",
            })
    void refusesExceptionsThatSayTooLittle(String text, String error) {
        assertThatThrownBy(() -> parse(text.replace('|', '\n')))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(".mvn/hardening.yml:" + error);
    }

    @Test
    void takesNoMoreExceptionsThanCanBeCompared() {
        String one = "- {check: sample-image, reason: a}\n";

        assertThat(parse("exceptions:\n" + one.repeat(1000)).exceptions()).hasSize(1000);
        assertThatThrownBy(() -> parse("exceptions:\n" + one.repeat(1001)))
                .hasMessage(".mvn/hardening.yml:2:1 exceptions: Must have at most 1000 entries");
    }

    /** Each case: what stands under the check, and whether it is taken. */
    @ParameterizedTest
    @CsvSource({
        "sample-mismatch, enabled: false, false",
        "sample-mismatch, enabled: true, true",
        "sample-mismatch, severity: high, false",
        "sample-mismatch, severity: info, false",
        "sample-mismatch, severity: critical, true",
        "sample-bypass, enabled: false, false",
        "sample-bypass, severity: medium, false",
        "sample-bypass, severity: high, true",
        "sample-bypass, severity: critical, true",
        "sample-image, enabled: false, true",
        "sample-image, severity: info, true",
    })
    void refusesToSilenceChecksOfIntegrity(String id, String setting, boolean taken) {
        String text = "checks:\n  " + id + ":\n    " + setting + "\n";
        if (taken) {
            assertThat(parse(text)).isNotNull();
        } else {
            assertThatThrownBy(() -> parse(text))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageMatching(
                            "\\.mvn/hardening\\.yml:3:1[45] checks\\." + id + "\\.[a-z]+: Cannot be .*; .*");
        }
    }

    @Test
    void saysWhatToDoInsteadOfSilencing() {
        assertThatThrownBy(() -> parse("checks:\n  sample-mismatch: {enabled: false}\n"))
                .hasMessage(".mvn/hardening.yml:2:30 checks.sample-mismatch.enabled: Cannot be switched off;"
                        + " 'mvn hardening:explain -Dcheck=sample-mismatch' explains how to accept what is right");
        assertThatThrownBy(() -> parse("checks:\n  sample-bypass: {severity: low}\n"))
                .hasMessage(".mvn/hardening.yml:2:29 checks.sample-bypass.severity: Cannot be less severe than high;"
                        + " write an exception for what is accepted into the policy file, with a reason and a date");
    }

    @Test
    void refusesWhatCanBeReadInTwoWays() {
        assertThatThrownBy(() -> parse("persona: regular\npersona: auditor\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(".mvn/hardening.yml:2:1");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> parse("checks: {\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(".mvn/hardening.yml:");
    }

    @Test
    void showsHostileKeysHarmlessly() {
        assertThatThrownBy(() -> parse("\"a\\e[2J\\n::error::b\": 1\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(".mvn/hardening.yml:1:1 a\\u001b[2J\\u000a::error::b: Unknown key");
    }

    @ParameterizedTest
    @ValueSource(strings = {".mvn/hardening.yml", ".github/hardening.yml"})
    void looksInTheUsualPlaces(String path) {
        assertThat(PolicyFile.find(repository(Map.of(path, "persona: pedantic")), CHECKS)
                        .settings()
                        .persona())
                .contains(Persona.PEDANTIC);
        assertThat(PolicyFile.find(repository(Map.of()), CHECKS)).isEqualTo(PolicyLayer.none());
    }

    @ParameterizedTest
    @CsvSource({
        ".mvn/hardening.yaml, Is not read",
        ".github/hardening.yaml, Is not read",
        "hardening.yml, Is not read",
        "hardening.yaml, Is not read",
        ".hardening.yml, Is not read",
        ".mvn/Hardening.yml, Is not read",
        ".mvn/hardening.yml.txt, Is not read",
        ".mvn/hardening.json, Is not read",
        ".github/.hardening.YAML, Is not read",
        ".mvn/hardening.yml/a, Must be a file",
        ".github/hardening.yml/a, Must be a file"
    })
    void saysThatAFileOfNearlyThatNameIsNone(String path, String reason) {
        Repository repository = repository(Map.of(path, "persona: pedantic"));

        assertThatThrownBy(() -> PolicyFile.find(repository, CHECKS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(path.replace("/a", "") + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource({"hardening.yml, '- hosts: all'", "hardening.yaml, 'version: 1'", "hardening.yml, '{'"})
    void leavesAnotherToolsFileAlone(String path, String text) {
        assertThat(PolicyFile.find(repository(Map.of(path, text)), CHECKS)).isEqualTo(PolicyLayer.none());
    }

    @Test
    void refusesTwo() {
        Map<String, String> both =
                Map.of(".mvn/hardening.yml", "persona: auditor", ".github/hardening.yml", "persona: pedantic");

        assertThatThrownBy(() -> PolicyFile.find(repository(both), CHECKS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        ".mvn/hardening.yml: Only one policy file may be there; the other is .github/hardening.yml");
    }

    @Test
    void wantsTheFileThatItWasTold() {
        assertThatThrownBy(() -> PolicyFile.read(repository(Map.of()), "policy.yml", CHECKS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("policy.yml: no such file in the repository");
    }

    private static Repository repository(Map<String, String> files) {
        return new Repository(
                new FileTree() {
                    @Override
                    public SortedSet<String> files() {
                        return new TreeSet<>(files.keySet());
                    }

                    @Override
                    public boolean isFile(String path) {
                        return files.containsKey(path);
                    }

                    @Override
                    public boolean exists(String path) {
                        return isFile(path) || files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
                    }

                    @Override
                    public byte[] read(String path, int limit) throws IOException {
                        if (!isFile(path)) {
                            throw new NoSuchFileException(path);
                        }
                        return files.get(path).getBytes(StandardCharsets.UTF_8);
                    }
                },
                Optional.empty());
    }
}
