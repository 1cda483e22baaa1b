package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleSettings.Terminal;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleReportTest {

    private final ConsoleSettings settings = ConsoleSettings.plain(Samples.CHECKS);
    private final ConsoleReport report = new ConsoleReport(settings);

    private String text(Result result) {
        return text(report, result);
    }

    private static String text(ConsoleReport report, Result result) {
        return text(report.lines(result, "."));
    }

    private static String text(List<ConsoleLine> lines) {
        return lines.stream()
                .map(line -> line.level() + " " + line.text() + "\n")
                .collect(Collectors.joining());
    }

    private String verdict(Result result) {
        return text(report.verdict(result, "."));
    }

    @Test
    void showsTheMostDangerousCheckFirstAndEndsInWhatToDo() {
        assertThat(text(Samples.rich())).isEqualTo("""
                        INFO Root .   Policy none
                        INFO sample-mismatch (critical): An artifact is not the one that was locked
                        ERROR (repository) sample-mismatch org.example:a:jar:1 is not the file that was locked
                        INFO     Delete it and build again
                        INFO sample-reference (high): A reference is not pinned
                        ERROR .github/workflows/ci.yml:12:15 sample-reference actions/checkout@v4 is not pinned
                        INFO     Pin it to a commit
                        INFO Counted only: 1 sample-note (info)
                        INFO workflows: left out vendor/
                        WARN Not verified: dependencies (The lock cannot be read)
                        ERROR FAILED: 2 findings of severity high or above (210 artifacts, 2 files, 1 reference), 1
                        ERROR     suppressed
                        INFO   Next     mvn hardening:fix   shows the changes that fix 1 finding
                        INFO            mvn hardening:baseline   accepts what is there; only new findings fail
                        INFO   Silence  an exception for sample-mismatch in .mvn/hardening.yml, with a reason
                        INFO   Explain  mvn hardening:explain -Dcheck=sample-mismatch
                        INFO   More     -Dhardening.verbose lists all 3; -Dhardening.persona=auditor up to 1 more
                        """);
    }

    @Test
    void listsEverythingOnRequest() {
        ConsoleSettings inFull = new ConsoleSettings(
                settings.checks(),
                settings.commands(),
                settings.checkout(),
                List.of(),
                settings.terminal(),
                true,
                false);

        assertThat(text(new ConsoleReport(inFull), Samples.rich()))
                .contains("""
                        INFO workflows: checked 2 files, 1 reference
                        INFO   left out vendor/
                        WARN dependencies: could not check
                        INFO   The lock cannot be read
                        INFO Security Insights: nothing to check
                        INFO   no such file
                        """)
                .contains("""
                        INFO sample-note (info): Something to know
                        INFO docs/a b#c%.md sample-note this is worth a look
                        INFO     Look at it
                        """)
                .doesNotContain("Counted only", "hardening.verbose");
    }

    /** "No findings" beside those that are known would be wrong. */
    @Test
    void saysThatNothingIsNewWhereAllIsKnown() {
        Finding finding = sample(1, Severity.HIGH);
        Baseline baseline = new Baseline("1", Set.of(), new TreeMap<>(Map.of(BaselineEntry.of(finding), 1)));
        Reference reference = new Reference(
                Baseline.LOCATION, Optional.of(baseline), path -> true, false, Optional.empty(), List.of());
        Result known = new PolicyEvaluator(PolicyLayer.none().toPolicy(), Samples.CHECKS, LocalDate.EPOCH, reference)
                .judge(List.of(Samples.workflows(finding)));

        assertThat(text(known))
                .isEqualTo("INFO Hardening passed: 1 file, no new findings, 1 known (baseline of " + Baseline.LOCATION
                        + ")\n");
    }

    @Test
    void spellsTheGoalsOfAFamilysNotes() {
        AuditResult noted = new AuditResult(
                Family.POSTURE,
                Outcome.CHECKED,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of("compared once 'mvn hardening:forge' ran"));
        ConsoleReport verbose = new ConsoleReport(new ConsoleSettings(
                Samples.CHECKS,
                Commands.ofVersion("1.0"),
                settings.checkout(),
                settings.reports(),
                settings.terminal(),
                true,
                false));

        assertThat(text(verbose.setup(Samples.judge(PolicyLayer.none(), noted), ".")))
                .contains("'mvn io.github.mavenhardening:hardening-maven-plugin:1.0:forge'");
    }

    @Test
    void isOneLineWhereAllIsWell() {
        Result clean = Samples.judge(PolicyLayer.none(), Samples.workflows());
        Result low = Samples.judge(PolicyLayer.none(), Samples.workflows(sample(1, Severity.LOW)));
        Result nothing = Samples.judge(PolicyLayer.none(), AuditResult.nothing(Family.WORKFLOWS, "no workflow files"));
        Result both = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(),
                AuditResult.nothing(Family.DEPENDENCIES, "there is no POM here"));

        assertThat(text(clean)).isEqualTo("INFO Hardening passed: 1 file, no findings\n");
        assertThat(text(low)).isEqualTo("INFO Hardening passed: 1 file, 1 low (-Dhardening.verbose lists them)\n");
        assertThat(text(nothing)).isEqualTo("INFO Hardening had nothing to check: workflows (no workflow files)\n");
        assertThat(text(both))
                .isEqualTo(
                        "INFO Hardening passed: 1 file, no findings; nothing to check: dependencies (there is no POM here)\n");
    }

    @Test
    void saysPassedOnlyWhenEverythingThereWasLookedAt() {
        Result unchecked = Samples.judge(PolicyLayer.none(), unchecked());
        Result partly = Samples.judge(PolicyLayer.none(), Samples.workflows(), unchecked());

        assertThat(text(unchecked)).isEqualTo("""
                        INFO Root .   Policy none
                        WARN Not verified: dependencies (no local repository)
                        ERROR FAILED: could not check dependencies
                        """);
        assertThat(verdict(partly)).isEqualTo("ERROR FAILED: could not check dependencies (1 file)\n");
    }

    private static PolicyLayer policy(String text) {
        return PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", text), Samples.CHECKS);
    }

    @Test
    void namesTheRootAndEveryChangeOfThePolicy() {
        PolicyLayer settings = policy("""
                fail-on: critical
                persona: pedantic
                maximum: {low: 3}
                checks:
                  sample-reference: {severity: medium}
                  sample-note: {enabled: false}
                  sample-insights: {accept: all}
                """);

        Result result = Samples.judge(settings, Samples.workflows(sample(1, Severity.HIGH)));

        assertThat(text(report.setup(result, "decoy"))).isEqualTo("""
                        INFO Root decoy   Policy .mvn/hardening.yml   Fails on critical (.mvn/hardening.yml:1)   At most 3
                        INFO     low (.mvn/hardening.yml:3)   Persona pedantic (.mvn/hardening.yml:2)
                        INFO Off: sample-note (.mvn/hardening.yml:6)
                        INFO Less severe: sample-reference from high to medium (.mvn/hardening.yml:5)
                        INFO Options: sample-insights (.mvn/hardening.yml:7)
                        """);
        assertThat(verdict(result)).isEqualTo("""
                        INFO Hardening passed: 1 file, 1 medium, 1 check off (.mvn/hardening.yml:6), 1 check less severe
                        INFO     (.mvn/hardening.yml:5)
                        """);
    }

    @Test
    void namesInOneLineWhatTheVerdictIsToBeReadWith() {
        PolicyLayer settings = policy("""
                fail-on: critical
                maximum: {low: 3}
                checks:
                  sample-note: {enabled: false}
                  sample-insights: {accept: all}
                """);

        assertThat(text(report.lines(Samples.judge(settings, Samples.workflows()), "decoy")))
                .isEqualTo("""
                        INFO Hardening passed in decoy by .mvn/hardening.yml: 1 file, no findings, 1 check off \
                        (.mvn/hardening.yml:4), fails on critical (.mvn/hardening.yml:1), at most 3 low \
                        (.mvn/hardening.yml:2), options of sample-insights (.mvn/hardening.yml:5)
                        """);
    }

    @Test
    void saysInTheVerdictWhichFamilyIsOff() {
        PolicyLayer settings = PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", """
                families: {security-insights: false}
                checks: {sample-note: {enabled: false}}
                """), Samples.CHECKS);
        AuditResult insights = AuditResult.nothing(Family.SECURITY_INSIGHTS, "none");

        assertThat(verdict(Samples.judge(settings, Samples.workflows(), insights)))
                .contains("Security Insights off (.mvn/hardening.yml:1), 1 check off (.mvn/hardening.yml:2)");
    }

    @Test
    void boundsWhatItNames() {
        Map<String, CheckSettings> off = new TreeMap<>();
        Map<String, Setting> places = new TreeMap<>();
        List<Check> checks = new ArrayList<>(Samples.CHECKS.all());
        checks.forEach(check -> {
            String id = check.info().id();
            off.put(id, new CheckSettings(Optional.of(false), Optional.empty(), Optional.empty()));
            String name = "checks." + id + ".enabled";
            places.put(name, new Setting(name, "false", id + ".yml:1"));
        });
        PolicyLayer settings = PolicyLayer.of(Map.of("checks", off), places);

        Result result = Samples.judge(
                settings, Samples.workflows(), unchecked(), AuditResult.nothing(Family.SECURITY_INSIGHTS, "none"));

        assertThat(checks).hasSize(5);
        assertThat(verdict(result).replace("\nERROR    ", ""))
                .endsWith(", 5 checks off (sample-insights.yml:1, sample-mismatch.yml:1, sample-note.yml:1, 2 more)\n");
    }

    @Test
    void saysWhatWasExcusedAndWhatStands() {
        AuditResult bypass =
                Samples.dependencies(Finding.of("sample-switch", Severity.HIGH, Location.ofFile(".mvn/maven.config"))
                        .message("-Dx=y switches it off")
                        .remedy("Remove it")
                        .build());
        String exception = "exceptions:\n- {check: sample-switch, about: -Dx=y, reason: known, expires: %s}\n";

        assertThat(verdict(Samples.judge(policy(exception.formatted("2026-11-26")), bypass)))
                .isEqualTo("""
                        INFO Hardening passed by .mvn/hardening.yml: no findings, 1 suppressed, 1 integrity finding \
                        excused (.mvn/hardening.yml:2)
                        """);
        assertThat(verdict(Samples.judge(policy("fail-on: never"), bypass))).isEqualTo("""
                        WARN Hardening passed: 1 high, but 1 integrity finding stands (fails on nothing
                        WARN     (.mvn/hardening.yml:1))
                        """);
        assertThat(text(Samples.judge(policy(exception.formatted("2026-11-25")), bypass)))
                .contains("WARN the exception at .mvn/hardening.yml:2 expired on 2026-11-25\nERROR FAILED: 1 finding");
    }

    @Test
    void namesTheGapsAndCountsThemBesideTheVerdict() {
        AuditResult gaps = Samples.workflows().withGaps(List.of("a.yml is too large", "b.yml is too deep"));
        AuditResult many = Samples.workflows()
                .withGaps(IntStream.range(0, 9)
                        .mapToObj(i -> i + ".yml is too large")
                        .toList());

        assertThat(text(Samples.judge(PolicyLayer.none(), gaps))).isEqualTo("""
                        INFO Root .   Policy none
                        WARN Could not check: a.yml is too large
                        WARN Could not check: b.yml is too deep
                        WARN Hardening passed: 1 file, no findings, 2 gaps in what was checked
                        """);
        assertThat(text(Samples.judge(PolicyLayer.none(), many)))
                .contains(
                        "WARN Could not check: 4.yml is too large\nWARN Could not check 4 more, which the reports name\n");
    }

    private static AuditResult unchecked() {
        return new AuditResult(
                Family.DEPENDENCIES,
                Outcome.COULD_NOT_CHECK,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of("no local repository"));
    }

    @Test
    void raisesItsVoiceForWhatFailsTheBuildAlone() {
        Finding medium = sample(1, Severity.MEDIUM);
        PolicyLayer oneMedium = PolicyLayer.of(Map.of("maximum", Map.of(Severity.MEDIUM, 0)));

        assertThat(text(Samples.judge(PolicyLayer.none(), Samples.workflows(medium))))
                .contains("WARN a.yml:1:1 sample-reference");
        assertThat(text(Samples.judge(oneMedium, Samples.workflows(medium))))
                .contains("ERROR a.yml:1:1 sample-reference")
                .contains("FAILED: 1 of severity medium, at most 0 allowed");
    }

    private static Finding.Builder found(String check, Severity severity) {
        return Finding.of(check, severity, Location.ofRepository())
                .message("It is not there")
                .remedy("Add it");
    }

    /** Whoever sees only what everyone sees learns in one line what the repository does without. */
    @Test
    void namesWhatIsAbsentAlsoWhereThePersonaHidesIt() {
        Result result = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(
                        found("scorecard-missing", Severity.INFO)
                                .persona(Persona.AUDITOR)
                                .build(),
                        found("provenance-missing", Severity.LOW)
                                .persona(Persona.PEDANTIC)
                                .build(),
                        found("vulnerability-scan-missing", Severity.LOW).build()));
        Result listed = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(
                        found("dependency-review-missing", Severity.MEDIUM).build()));

        assertThat(text(result)).isEqualTo("""
                        INFO Absent: vulnerability scan, Scorecard workflow, provenance of releases
                        INFO Hardening passed: 1 file, 1 low (-Dhardening.verbose lists them)
                        """);
        assertThat(text(listed))
                .contains("WARN (repository) dependency-review-missing")
                .doesNotContain("Absent");
    }

    @Test
    void saysWhyAFamilyWasNotVerified() {
        AuditResult unlocked = new AuditResult(
                Family.DEPENDENCIES,
                Outcome.COULD_NOT_CHECK,
                List.of(found("missing-lock", Severity.HIGH).build()),
                new TreeMap<>(),
                List.of(),
                List.of());
        AuditResult unreadable = new AuditResult(
                Family.DEPENDENCIES,
                Outcome.COULD_NOT_CHECK,
                List.of(found("unreadable-lock", Severity.CRITICAL).build()),
                new TreeMap<>(),
                List.of(),
                List.of());
        AuditResult without = new AuditResult(
                Family.SECURITY_INSIGHTS,
                Outcome.CHECKED,
                List.of(found("security-insights-missing", Severity.HIGH).build()),
                new TreeMap<>(),
                List.of(),
                List.of());

        assertThat(text(Samples.judge(PolicyLayer.none(), unlocked, without)))
                .contains("WARN Not verified: dependencies (no lock yet), Security Insights (no file)\n")
                .contains("""
                        INFO   Next     mvn hardening:lock   writes the lock that dependencies are verified against
                        INFO            mvn hardening:init   writes the files that are missing
                        """);
        assertThat(text(Samples.judge(PolicyLayer.none(), unreadable)))
                .contains("WARN Not verified: dependencies (see unreadable-lock)\n");
    }

    @Test
    void namesACommandForEachDuty() {
        Result result = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(
                        found("unpinned-uses", Severity.HIGH).build(),
                        found("missing-lock", Severity.HIGH).build(),
                        found("security-insights-missing", Severity.HIGH).build()));

        assertThat(text(result)).contains("""
                        INFO   Next     mvn hardening:pin
                        INFO               shows the changes that pin actions and images; asks their hosts
                        INFO            mvn hardening:lock   writes the lock that dependencies are verified against
                        INFO            mvn hardening:init   writes the files that are missing
                        INFO            mvn hardening:baseline   accepts what is there; only new findings fail
                        """);
    }

    /** Where there is more than one reads, writing it down comes before everything that fixes a part of it. */
    @Test
    void namesTheCommandThatHelpsMostFirst() {
        List<Finding> many =
                new ArrayList<>(List.of(found("missing-lock", Severity.HIGH).build()));
        assertThat(NextStep.of(Samples.judge(PolicyLayer.none(), Samples.workflows(many.toArray(Finding[]::new)))))
                .extracting(NextStep::goal)
                .containsExactly("lock", "baseline");
        for (int i = 0; i < 20; i++) {
            many.add(found("some-check", Severity.HIGH)
                    .subject("s" + i)
                    .message("m" + i)
                    .build());
        }

        assertThat(NextStep.of(Samples.judge(PolicyLayer.none(), Samples.workflows(many.toArray(Finding[]::new)))))
                .extracting(NextStep::goal)
                .containsExactly("baseline", "lock");
        assertThat(NextStep.of(Samples.judge(PolicyLayer.none(), Samples.workflows())))
                .isEmpty();
    }

    /** What the goal prints: a command that ends one finding that fails the build is told with all that it ends. */
    @Test
    void countsAllThatACommandAnswers() {
        Fix fix = new Fix("Pin", true, List.of(new Fix.Edit("a.yml", at(1), "b")));
        List<Finding> found = new ArrayList<>();
        for (Severity severity : List.of(Severity.HIGH, Severity.LOW, Severity.MEDIUM)) {
            found.add(Samples.reference("a.yml", at(found.size() + 1))
                    .severity(severity)
                    .fix(fix)
                    .build());
        }
        found.add(found("security-policy", Severity.LOW).build());

        assertThat(text(Samples.judge(PolicyLayer.none(), Samples.workflows(found.toArray(Finding[]::new)))))
                .contains("shows the changes that fix 3 findings")
                .doesNotContain("writes the files that are missing");
    }

    @Test
    void namesThePageFirst() {
        ConsoleSettings seen = new ConsoleSettings(
                Samples.CHECKS,
                Commands.byPrefix(),
                path -> Optional.empty(),
                List.of("out/gl-sast-report.json", "out/hardening.html", "out/hardening.sarif"),
                Terminal.unknown(),
                false,
                false);

        assertThat(text(new ConsoleReport(seen), Samples.rich()))
                .contains("Reports  out/hardening.html (also gl-sast-report.json, .sarif)");
    }

    @Test
    void letsAnErrorThatFailsNoBuildBeAWarning() {
        ConsoleSettings only = new ConsoleSettings(
                Samples.CHECKS,
                Commands.byPrefix(),
                path -> Optional.empty(),
                List.of(),
                Terminal.unknown(),
                false,
                true);

        assertThat(text(new ConsoleReport(only), Samples.rich()))
                .contains("WARN FAILED, which fails no build (hardening.failOnViolation): 2 findings")
                .doesNotContain("ERROR");
    }

    @Test
    void countsWhatOneScreenDoesNotHold() {
        List<Finding> many = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            many.add(Finding.of("check-" + i % 30, Severity.HIGH, Location.of("w" + i % 7 + ".yml", at(i)))
                    .message("This is the finding number " + i
                            + ", and its message is as long as such messages are at times")
                    .remedy(
                            "Do what the documentation of this check says in many words, and then the rest of it as well")
                    .subject("actions/checkout@v4")
                    .build());
        }
        many.add(sample(1, Severity.CRITICAL));
        for (int i = 1; i <= 40; i++) {
            many.add(Finding.of("low-" + i, Severity.LOW, Location.ofFile("a.yml"))
                    .message("x")
                    .remedy("y")
                    .build());
        }

        List<ConsoleLine> lines =
                report.lines(Samples.judge(PolicyLayer.none(), Samples.workflows(many.toArray(Finding[]::new))), ".");

        assertThat(lines).hasSizeLessThanOrEqualTo(60);
        assertThat(lines).allSatisfy(line -> assertThat(line.text().length()).isLessThanOrEqualTo(93));
        assertThat(text(lines))
                .startsWith("""
                        INFO Root .   Policy none
                        INFO    Check             Findings  Worst     Fixable
                        INFO    sample-reference         1  critical
                        INFO    check-7                 10  high
                        """)
                .contains("INFO    … 10 check-26 (high)", "150 others\n")
                .contains("INFO     … 9 more in 7 files: actions/checkout@v4 (9)\n")
                .contains("INFO Counted only: 1 low-1 (low), ", "32 others\n");
    }

    /** A table's row alone would not say what to do. */
    @Test
    void saysWhatToDoAboutFiveChecksThatFail() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            findings.add(Finding.of("check-" + i % 5, Severity.HIGH, Location.of("w.yml", at(i)))
                    .message("This is the finding number " + i
                            + ", and its message is as long as such messages are at times, or longer")
                    .remedy("Do what number " + i % 5 + " says")
                    .subject("s" + i)
                    .build());
        }
        ConsoleSettings seen = new ConsoleSettings(
                Samples.CHECKS,
                Commands.byPrefix(),
                path -> Optional.of("line\n".repeat(30)),
                List.of(),
                Terminal.unknown(),
                false,
                false);

        assertThat(text(
                        new ConsoleReport(seen),
                        Samples.judge(PolicyLayer.none(), Samples.workflows(findings.toArray(Finding[]::new)))))
                .contains("INFO        | ^^^")
                .contains("Do what number 0 says", "Do what number 1 says", "Do what number 2 says")
                .contains("Do what number 3 says", "Do what number 4 says");
    }

    /** What nobody reads is not made. */
    @Test
    void fitsThousandsOfFindingsOnAScreen() {
        List<Finding> many = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            many.add(sample(i, i % 2 == 0 ? Severity.HIGH : Severity.LOW));
        }
        Result result = Samples.judge(PolicyLayer.none(), Samples.workflows(many.toArray(Finding[]::new)));

        List<ConsoleLine> lines = report.lines(result, ".");

        assertThat(lines).hasSizeLessThanOrEqualTo(60);
        assertThat(text(lines)).contains("… 9980 more in 1 file: actions/checkout@v4 (9980)");
    }

    private static Span at(int line) {
        return new Span(0, 3, line, 1, line, 4);
    }

    private static String lineOf(Terminal terminal, String source, Finding finding) {
        ConsoleSettings seen = new ConsoleSettings(
                Samples.CHECKS,
                Commands.ofVersion("1.2.3"),
                path -> Optional.of(source),
                List.of("target/hardening/hardening.json"),
                terminal,
                false,
                false);
        return text(new ConsoleReport(seen), Samples.judge(PolicyLayer.none(), Samples.workflows(finding)));
    }

    @Test
    void showsTheLineThatFailsTheBuild() {
        String source = "on: push\n\t- uses: actions/checkout@v4\n";
        SourceFile file = SourceFile.of("a.yml", source);
        int start = source.indexOf("actions");
        Finding finding =
                Samples.reference("a.yml", file.span(start, start + 19)).build();

        assertThat(lineOf(Terminal.unknown(), source, finding)).isEqualTo("""
                        INFO Root .   Policy none
                        INFO sample-reference (high): A reference is not pinned
                        ERROR a.yml:2:10 sample-reference actions/checkout@v4 is not pinned
                        INFO      2 |     - uses: actions/checkout@v4
                        INFO        |             ^^^^^^^^^^^^^^^^^^^
                        INFO     Pin it to a commit
                        ERROR FAILED: 1 finding of severity high or above (1 file)
                        INFO   Reports  target/hardening/hardening.json
                        INFO   Next     mvn io.github.mavenhardening:hardening-maven-plugin:1.2.3:baseline
                        INFO               accepts what is there; only new findings fail
                        INFO   Silence  # hardening: ignore[sample-reference] reason   on the line
                        INFO   Explain  mvn io.github.mavenhardening:hardening-maven-plugin:1.2.3:explain -Dcheck=sample-reference
                        """);
    }

    @Test
    void isAsWideAsTheTerminalAndSpeaksItsCharacters() {
        String source = "é".repeat(400) + "\n";
        Finding finding = Samples.reference(
                        "a.yml", SourceFile.of("a.yml", source).span(200, 205))
                .build();

        assertThat(lineOf(Terminal.of(Optional.of("60"), true), source, finding).lines())
                .anyMatch(line -> line.contains("...") && line.contains("\\u00e9"))
                .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
        assertThat(lineOf(Terminal.of(Optional.of("60"), false), source, finding)
                        .lines())
                .filteredOn(line -> !line.contains("mvn"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "8, 60", "132, 132", "9999, 240", "wide, 100", "-3, 100", "'', 100", "99999999999, 100"})
    void takesAWidthThatCanBeOne(String columns, int width) {
        assertThat(Terminal.of(Optional.of(columns), false).columns()).isEqualTo(width);
    }

    @Test
    void failsWithTheFindingsOverTheThresholdWorstFirst() {
        Result result = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(sample(1, Severity.LOW), sample(2, Severity.HIGH), sample(3, Severity.CRITICAL)));

        assertThat(report.failureText(result, "target/hardening/hardening.json"))
                .isEqualTo("""
                        2 findings of severity high or above:
                        a.yml:3:1 sample-reference actions/checkout@v4 is not pinned
                        a.yml:2:1 sample-reference actions/checkout@v4 is not pinned""");
    }

    @Test
    void boundsTheTextOfAFailure() {
        Finding[] many = IntStream.rangeClosed(1, ConsoleReport.FAILURE_LIMIT + 7)
                .mapToObj(line -> sample(line, Severity.HIGH))
                .toArray(Finding[]::new);

        String text = report.failureText(
                Samples.judge(PolicyLayer.none(), Samples.workflows(many)), "target/hardening/hardening.json");

        assertThat(text.lines()).hasSize(1 + ConsoleReport.FAILURE_LIMIT + 1);
        assertThat(text).endsWith("\n\u2026 and 7 more, see target/hardening/hardening.json");
    }

    @Test
    void letsNoContentSpeakToTheTerminalOrTheCiSystem() {
        Result hostile = Samples.hostile();

        assertThat(report.lines(hostile, ".")).isNotEmpty().allSatisfy(line -> assertSafe(line.text()));
        assertThat(report.failureText(hostile, "target/x").lines())
                .hasSize(2)
                .allSatisfy(ConsoleReportTest::assertSafe);
        assertThat(report.failureText(hostile, "target/x").lines().toList().get(1))
                .startsWith("\\u003a:set-env name=a::\\u000a#\\u0023vso[x]\\ud800.yml:12:15 sample-reference x\\u000a");
    }

    private static void assertSafe(String line) {
        assertThat(line.strip()).doesNotStartWith("::");
        assertThat(line)
                .doesNotContain("##[")
                .doesNotContain("##vso[")
                .matches(text -> text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE));
    }

    private static Finding sample(int line, Severity severity) {
        return Samples.reference("a.yml", new Span(0, 3, line, 1, line, 4))
                .severity(severity)
                .build();
    }
}
