package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On whole repositories: what a comment is worth shows when the findings are judged. */
class IneffectiveIgnoreTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader())
            .only(List.of("unpinned-uses", "artipacked", "ineffective-ignore", "ignored-without-reason"));

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path root;

    private Result judge(String policy, String steps) throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Files.createDirectories(root.resolve(".github/workflows"));
        Files.writeString(root.resolve(".mvn/hardening.yml"), policy);
        Files.writeString(root.resolve(".github/workflows/ci.yml"), """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                """ + steps.indent(6));
        Hardening hardening = new Hardening(
                new Repository(new Checkout(root), Optional.empty()),
                new Environment(CLOCK, Map.of()),
                CHECKS,
                PolicyLayer.none(),
                Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit())));
    }

    private static List<String> counting(Result result) {
        return result.counting().stream()
                .map(judged -> judged.finding().primary().line() + " "
                        + judged.finding().checkId() + ": " + judged.finding().message())
                .filter(line -> line.contains("ignore"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignore[unpinned-uses] why |",
                "ignore[unpinned-uses] expires=2026-11-26 why |",
                "ignore[unpinned-uses] expires=2026-11-25 why | expired on 2026-11-25",
                "ignore[unpinned-uses] expires=2026-11-31 why | counts as expired, as '2026-11-31' is not a date such as"
                        + " 2027-01-31",
                "ignore[unpinned-uses] expires=soon | counts as expired, as 'soon' is not a date such as 2027-01-31",
                "ignore[unpined-uses] why | names no check: there is no 'unpined-uses'; did you mean unpinned-uses?",
                "ignore[unpinned-uses, artipacked] why | takes nothing back: artipacked finds nothing here",
                "ignore[artipacked] why | takes nothing back: artipacked finds nothing here",
                "ignore[unpinned-uses] why, expires=2026-11-25 | expired on 2026-11-25",
                "ignore[unpinned-uses] why (expires=2026-11-26). |",
                "ignore[unpinned-uses] expires: 2026-11-25 why | expired on 2026-11-25",
                "ignore[unpinned-uses] Expire = 2026-11-25 | expired on 2026-11-25",
                "ignore[unpinned-uses] exp:2026-11-25 -- why | expired on 2026-11-25",
                "ignore[unpinned-uses] until=2026-11-26 |",
                "ignore[unpinned-uses] until: the mirror is there |",
                "ignore [unpinned-uses] why | names no check: write 'hardening: ignore[ID] reason', with the ids of checks in"
                        + " the brackets",
                "Ignore[unpinned-uses] why | names no check: write 'hardening: ignore[ID] reason', with the ids of checks in"
                        + " the brackets",
                "ignore[*] why | names no check: write 'hardening: ignore[ID] reason', with the ids of checks in the"
                        + " brackets",
                "ignore unpinned-uses | names no check: write 'hardening: ignore[ID] reason', with the ids of checks in the"
                        + " brackets",
                "ignored files are listed in the wiki |",
            })
    void findsACommentThatTakesNothingBack(String comment, String trouble) throws IOException {
        Result result = judge("", "- uses: a/b@v1 # hardening: " + comment + "\n");

        assertThat(counting(result))
                .isEqualTo(trouble == null ? List.of() : List.of("7 ineffective-ignore: The comment " + trouble));
        assertThat(result.failing().isEmpty())
                .isEqualTo((trouble == null && comment.startsWith("ignore["))
                        || (comment.contains("artipacked") && comment.contains("unp")));
    }

    @Test
    void leavesZizmorsCommentsAlone() throws IOException {
        assertThat(counting(judge("", "- uses: a/b@v1 # zizmor: ignore[unpined-uses]\n")))
                .isEmpty();
    }

    @Test
    void aCommentMayStandAloneOnTheLineAbove() throws IOException {
        Result result = judge("", """
                # hardening: ignore[unpinned-uses] expires=2027-01-31 until the mirror is there
                # and the people have moved
                - uses: a/b@v1
                - uses: c/d@v1 # hardening: ignore[unpinned-uses] known
                - uses: e/f@v1
                """);

        assertThat(result.failing())
                .extracting(judged -> judged.finding().primary().line())
                .containsExactly(11);
        assertThat(counting(result)).isEmpty();
    }

    @Test
    void aCommentMayStandBehindTheDash() throws IOException {
        Result result = judge("", """
                - # hardening: ignore[unpinned-uses] known
                  name: one
                  uses: a/b@v1
                - # hardening: ignore[unpinned-uses] known
                  uses: c/d@v1
                """);

        assertThat(result.failing()).isEmpty();
        assertThat(counting(result)).isEmpty();
    }

    /** Or a step would silence the one below it. */
    @Test
    void aCommentThatEndsAStepSpeaksOfNoOther() throws IOException {
        Result result = judge("", """
                - uses: a/b@v1
                  with:
                    c: d
                    # hardening: ignore[unpinned-uses] known
                - uses: e/f@v1
                """);

        assertThat(result.failing())
                .extracting(judged -> judged.finding().primary().line())
                .containsExactly(11);
        assertThat(counting(result)).isEmpty();
    }

    /** YAML has no comments in a block of text, so that it is one of the script's. */
    @Test
    void aCommentInAScriptTakesNothingBack() throws IOException {
        Result result = judge("", """
                - uses: a/b@v1
                  with:
                    script: | # hardening: ignore[artipacked] nothing
                      a # hardening: ignore[unpinned-uses] known
                      echo 'ignore[unpinned-uses]' # zizmor: ignore[unpinned-uses]
                """);

        assertThat(counting(result))
                .containsExactly(
                        "9 ineffective-ignore: The comment takes nothing back: artipacked finds nothing here",
                        "10 ineffective-ignore: The comment takes nothing back: it stands in a text, where YAML has no"
                                + " comments; write it behind the key of the text, or on a line of its own below it");
        assertThat(result.failing())
                .extracting(judged -> judged.finding().checkId())
                .containsExactly("unpinned-uses");

        Result behindTheKey = judge("", """
                - uses: a/b@v1
                  with:
                    script: | # hardening: ignore[unpinned-uses] known
                      a
                """);
        assertThat(behindTheKey.failing()).isEmpty();
    }

    @Test
    void anExceptionsPathIsAsGitignoreHasIt() throws IOException {
        for (String path :
                List.of("ci.yml", "/**/ci.yml", "/.github/workflows/ci.yml", ".github", "workflows/", "*.yml")) {
            Result result =
                    judge("exceptions: [{check: unpinned-uses, path: '" + path + "', reason: a}]", "- uses: a/b@v1\n");
            assertThat(result.failing()).as(path).isEmpty();
            assertThat(counting(result)).as(path).isEmpty();
        }
        for (String path : List.of("/ci.yml", "./.github/workflows/ci.yml", "ci.yml/", "github")) {
            Result result =
                    judge("exceptions: [{check: unpinned-uses, path: '" + path + "', reason: a}]", "- uses: a/b@v1\n");
            assertThat(result.failing()).as(path).hasSize(1);
            assertThat(counting(result)).as(path).singleElement().asString().contains("takes nothing back");
        }
    }

    /** The rule of zizmor's corpus: such a comment is in no step. */
    @Test
    void zizmorsSpellingDoesNot() throws IOException {
        Result result = judge("", """
                # zizmor: ignore[unpinned-uses]
                - uses: a/b@v1
                """);

        assertThat(result.failing()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"allowed, 0", "with-reason, 1", "forbidden, 2"})
    void aPolicyLimitsComments(String comments, int failing) throws IOException {
        Result result = judge("comments: " + comments, """
                - uses: a/b@v1 # hardening: ignore[unpinned-uses]
                - uses: c/d@v1 # hardening: ignore[unpinned-uses] known
                """);

        assertThat(result.failing()).hasSize(failing);
        assertThat(counting(result)).hasSize(failing);
    }

    @Test
    void findsAnExceptionThatIsExpiredOrNotNeeded() throws IOException {
        Result result = judge("""
                exceptions:
                  - {check: unpinned-uses, reason: a, expires: 2026-11-26}
                  - {check: unpinned-uses, reason: b, expires: 2026-11-25}
                  - {check: unpinned-uses, reason: c, expires: 2026-13-01}
                  - {check: artipacked, reason: d}
                  - {check: unpinned-uses, path: other.yml, reason: e}
                """, "- uses: a/b@v1\n");

        assertThat(result.failing()).isEmpty();
        assertThat(counting(result))
                .containsExactly(
                        "3 ineffective-ignore: The exception expired on 2026-11-25",
                        "4 ineffective-ignore: The exception counts as expired, as '2026-13-01' is not a date such as"
                                + " 2027-01-31",
                        "5 ineffective-ignore: The exception takes nothing back: artipacked finds nothing that it is"
                                + " about",
                        "6 ineffective-ignore: The exception takes nothing back: unpinned-uses finds nothing that it is"
                                + " about");
    }

    /** What a build uses is known when its last module was looked at; what integrity is at stake for may be a run's own. */
    @Test
    void findsAnExceptionOfTheBuildThatIsNotNeededOnceAllModulesWereLookedAt() {
        Checks checks = Checks.load(Check.class.getClassLoader());
        PolicyLayer policy = PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", """
                exceptions:
                  - {check: dynamic-version, coordinates: "org.example:used", reason: a}
                  - {check: dynamic-version, coordinates: "org.example:unused", reason: b}
                  - {check: snapshot-dependency, coordinates: "org.example:*:1-SNAPSHOT", reason: c}
                  - {check: verification-bypass, about: skip, reason: d, expires: 2027-01-31}
                """), checks);
        Finding used = Finding.of("dynamic-version", Severity.MEDIUM, Location.ofFile("pom.xml"))
                .message("a range")
                .remedy("Pin it")
                .element(Element.ofArtifact("org.example:used:[1,2)"))
                .build();
        AuditResult whole = new AuditResult(
                Family.DEPENDENCIES, AuditResult.Outcome.CHECKED, List.of(used), new TreeMap<>(), List.of(), List.of());

        assertThat(judge(policy, checks, whole))
                .containsExactly(
                        "3 ineffective-ignore: The exception takes nothing back: dynamic-version finds nothing that it is"
                                + " about",
                        "4 ineffective-ignore: The exception takes nothing back: snapshot-dependency finds nothing that it"
                                + " is about");
        AuditResult withoutLock = new AuditResult(
                Family.DEPENDENCIES,
                AuditResult.Outcome.COULD_NOT_CHECK,
                List.of(used),
                new TreeMap<>(),
                List.of(),
                List.of());
        assertThat(judge(policy, checks, withoutLock))
                .as("the build's own files are there")
                .singleElement()
                .asString()
                .contains("dynamic-version finds nothing");
        assertThat(judge(policy, checks, whole.asPart())).isEmpty();
        assertThat(judge(policy, checks, whole.withGaps(List.of("a POM could not be read"))))
                .isEmpty();
    }

    private static List<String> judge(PolicyLayer policy, Checks checks, AuditResult audit) {
        return counting(new PolicyEvaluator(
                        policy.toPolicy(),
                        checks,
                        CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                        Reference.none())
                .judge(List.of(audit)));
    }

    @Test
    void isTheSameWhenJudgedTwice() throws IOException {
        Result once = judge("", "- uses: a/b@v1 # hardening: ignore[artipacked]\n");
        Result twice = new PolicyEvaluator(
                        once.policy(),
                        CHECKS,
                        CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                        Reference.none())
                .judge(once.audits());

        assertThat(twice.findings()).isEqualTo(once.findings());
    }
}
