package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared with, from the files of a repository to the verdict. */
class ReferenceTest {

    private static final Checks CHECKS = Checks.load(ReferenceTest.class.getClassLoader());
    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.org");
    private static final String WORKFLOW = ".github/workflows/ci.yml";
    private static final String TEXT = """
            name: CI
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                timeout-minutes: 5
                steps:
                  - uses: actions/checkout@v6
                    with:
                      persist-credentials: false
                  - run: mvn -B verify
            """;
    private static final String MORE = TEXT + "      - uses: actions/cache@v5\n";

    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void init() throws Exception {
        // Isolates JGit first, or it measures the file system for seconds.
        GitFolder.of(folder);
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        write(WORKFLOW, TEXT);
        commit();
        git.checkout().setCreateBranch(true).setName("topic").call();
    }

    @AfterEach
    void close() {
        git.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setAuthor(ADA)
                .setCommitter(ADA)
                .setMessage("Change")
                .setSign(false)
                .call();
    }

    private Result judge(Against against) throws IOException {
        Hardening hardening = hardening(against);
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit())));
    }

    private Hardening hardening(Against against) throws IOException {
        return new Hardening(
                new Repository(new Checkout(folder), Optional.empty()),
                new Environment(Clock.systemUTC(), Map.of()),
                CHECKS,
                new PolicySources(List.of(PolicyLayer.none()), Optional.empty(), List.of()),
                against);
    }

    private static Against since(String commit) {
        return new Against(Optional.empty(), Optional.of(commit));
    }

    private static List<String> subjects(List<EvaluatedFinding> findings) {
        return findings.stream().map(judged -> judged.finding().subject()).toList();
    }

    @Test
    void failsOnlyOnWhatTheChangeTouches() throws Exception {
        write(WORKFLOW, MORE);
        commit();
        Result result = judge(since("main"));
        assertThat(subjects(result.failing())).containsExactly("actions/cache@v5");
        assertThat(subjects(result.spared(Spared.UNTOUCHED))).contains("actions/checkout@v6");
        assertThat(result.comparison().since()).contains("main");
        assertThat(result.remarks()).isEmpty();
        assertThat(subjects(judge(Against.usual()).failing())).contains("actions/cache@v5", "actions/checkout@v6");
        assertThat(judge(since("HEAD")).failing()).isEmpty();
    }

    /** An artifact has no line that changes: it comes with the build's files. */
    @ParameterizedTest
    @CsvSource({"pom.xml, true", "README.md, false"})
    void failsOnWhatTheBuildUsesWhereItsFilesChange(String changed, boolean fails) throws Exception {
        write(changed, "<project/>");
        commit();
        AuditResult artifacts = audit(Family.DEPENDENCIES, "unlocked-artifact");
        AuditResult workflows = audit(Family.WORKFLOWS, "dangerous-triggers");

        Result result = hardening(since("main")).judge(List.of(artifacts, workflows));

        assertThat(result.failing())
                .extracting(judged -> judged.finding().checkId())
                .isEqualTo(fails ? List.of("unlocked-artifact") : List.of());
        assertThat(result.spared(Spared.UNTOUCHED)).hasSize(fails ? 1 : 2);
    }

    private static AuditResult audit(Family family, String check) {
        Finding finding = Finding.of(check, Severity.HIGH, Location.ofFile(WORKFLOW))
                .message("wrong")
                .remedy("Mend it")
                .build();
        return new AuditResult(
                family, AuditResult.Outcome.CHECKED, List.of(finding), new TreeMap<>(), List.of(), List.of());
    }

    @Test
    void failsOnEverythingWhereTheBaseIsNotKnown() throws Exception {
        Result result = judge(since("nowhere"));
        assertThat(subjects(result.failing())).contains("actions/checkout@v6");
        assertThat(result.remarks())
                .containsExactly("hardening.since=nowhere has no effect, so that every finding counts: it is not known"
                        + " here; fetch the whole history (fetch-depth: 0)");
        assertThat(result.comparison().since()).isEmpty();
    }

    @Test
    void knowsWhatTheBaselineHasWhereverItsLinesAre() throws Exception {
        BaselineUpdate first = BaselineUpdate.of(judge(Against.usual()), Optional.empty(), false, "1", CHECKS);
        Files.createDirectories(folder.resolve(".mvn"));
        Files.write(folder.resolve(Baseline.LOCATION), BaselineFile.bytes(first.next()));

        assertThat(judge(Against.usual()).verdict().passed()).isTrue();
        commit();
        write(WORKFLOW, "# A comment\n\n" + MORE);
        Result result = judge(Against.usual());
        assertThat(result.remarks()).isEmpty();
        assertThat(subjects(result.failing())).containsExactly("actions/cache@v5");
        assertThat(result.comparison().goneCount()).isZero();

        Files.move(folder.resolve(WORKFLOW), folder.resolve(".github/workflows/other.yml"));
        assertThat(subjects(judge(Against.usual()).failing())).containsExactly("actions/cache@v5");
    }

    @Test
    void refusesABaselineThatIsNamedAndNotThereOrThatIsNone() throws Exception {
        Against named = new Against(Optional.of("ci/known.json"), Optional.empty());
        assertThatThrownBy(() -> judge(named))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("hardening.baselineFile: There is no file ci/known.json in the repository");
        for (String text : new String[] {"", "[]", "{\"version\" : 1}", "\ufffe"}) {
            write("ci/known.json", text);
            assertThatThrownBy(() -> judge(named))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("ci/known.json");
        }
        Files.delete(folder.resolve("ci/known.json"));
        Files.createDirectories(folder.resolve("ci/known.json"));
        assertThatThrownBy(() -> judge(named)).isInstanceOf(ConfigurationException.class);
        write(Baseline.LOCATION, " ".repeat(5 << 20));
        assertThatThrownBy(() -> judge(Against.usual()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(Baseline.LOCATION + ": larger than");
    }
}
