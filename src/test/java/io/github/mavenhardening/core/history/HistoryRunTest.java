package io.github.mavenhardening.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.PublishedSchemas;
import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.report.page.HistoryPage;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.GitTrees;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.Version;
import io.github.mavenhardening.core.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRunTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final String WORKFLOW = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                steps:
                  - uses: %s
            """;

    @TempDir
    Path root;

    private int commits;

    /** Isolates JGit before it is used to set the stage, or it measures the file system for seconds. */
    @BeforeEach
    void isolate() {
        assertThat(GitFolder.none().isPresent()).isFalse();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Commits all that is there, an hour after the commit before. */
    private void commit() throws Exception {
        Instant time = START.plusSeconds(3600L * commits++);
        PersonIdent who = new PersonIdent(new PersonIdent("A", "a@example.org"), time, ZoneOffset.UTC);
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            git.commit()
                    .setAuthor(who)
                    .setCommitter(who)
                    .setMessage("m")
                    .setSign(false)
                    .setAllowEmpty(true)
                    .call();
        }
    }

    private void tag(String name) throws Exception {
        try (Git git = Git.open(root.toFile())) {
            git.tag().setName(name).setAnnotated(false).call();
        }
    }

    /** Counts how often it is shown each workflow. */
    @CheckInfo(id = "counting", title = "Counts", severity = Severity.LOW)
    private static final class Counting implements WorkflowCheck {
        private final Map<String, Integer> visits = new ConcurrentHashMap<>();

        @Override
        public void workflow(Workflow workflow, WorkflowContext in) {
            visits.merge(workflow.path(), 1, Integer::sum);
        }
    }

    private Hardening today() throws IOException {
        return today(Checks.load(Check.class.getClassLoader()));
    }

    private Hardening today(Checks checks) throws IOException {
        return new Hardening(
                new Repository(new Checkout(root), Optional.empty()),
                new Environment(Clock.fixed(START, ZoneOffset.UTC), Map.of()),
                checks,
                PolicyLayer.of(Map.of(), Map.of()),
                Optional.empty());
    }

    private interface Choice {
        List<Version> of(GitHistory git) throws IOException;
    }

    private History look(Choice choice) throws IOException {
        try (GitHistory git = GitFolder.of(root).history().orElseThrow()) {
            return new HistoryRun(git, today(), Optional.empty()).look(choice.of(git));
        }
    }

    @Test
    void tellsHowEachTagStood() throws Exception {
        write(".github/workflows/ci.yml", WORKFLOW.formatted("octo/action@v1"));
        commit();
        tag("v1");
        write(".github/workflows/other.yml", WORKFLOW.formatted("octo/other@v1"));
        commit();
        commit();
        tag("v2");
        tag("v2-again");
        write(".github/workflows/ci.yml", WORKFLOW.formatted("octo/action@" + SHA));
        commit();
        tag("v3");
        write(".github/workflows/ci.yml", WORKFLOW.formatted("octo/action@v9"));

        History history = look(git -> git.tagged(10));

        assertThat(history.points())
                .extracting(point -> point.version().name())
                .containsExactly("v1", "v2, v2-again", "v3");
        assertThat(history.points())
                .extracting(point -> point.checks().get("unpinned-uses"))
                .containsExactly(1, 2, 1);
        assertThat(history.points())
                .extracting(HistoryPoint::coverage)
                .containsExactly(
                        List.of(new Coverage("actions", "pinned", 0, 1)),
                        List.of(new Coverage("actions", "pinned", 0, 2)),
                        List.of(new Coverage("actions", "pinned", 1, 2)));
        assertThat(history.changes(1)).containsEntry("unpinned-uses", 1);
        assertThat(history.changes(2)).containsEntry("unpinned-uses", -1);
        assertThat(history.changes(0)).isEmpty();
        assertThat(history.points().get(2).passed()).isFalse();
        assertThat(history.gaps()).isEmpty();
        assertThat(look(git -> git.tagged(1)).points()).hasSize(1);
        assertThat(look(git -> git.commits(3)).points()).hasSize(3);
    }

    /** An expiry that was ahead then is no finding of then, however long ago it is now. */
    @Test
    void looksWithTheClockOfEachCommit() throws Exception {
        String insights = """
                header:
                  schema-version: 1.0.0
                  expiration-date: '2026-03-01T15:30:00.000Z'
                  last-updated: '2026-02-01'
                  last-reviewed: '2026-02-01'
                  project-url: https://example.org
                """;
        write("SECURITY-INSIGHTS.yml", insights);
        commit();
        commits += 100;
        commit();

        List<HistoryPoint> points = look(git -> git.commits(2)).points();

        assertThat(points.get(0).checks()).doesNotContainKey("security-insights-expired");
        assertThat(points.get(1).checks()).containsKey("security-insights-expired");
    }

    /** What is kept from one commit to the next must not hide that something it depends on has changed. */
    @Test
    void comesToWhatEachCommitComesToByItself() throws Exception {
        write(".github/workflows/ci.yml", WORKFLOW.formatted("./.github/actions/build"));
        write(".github/workflows/lone.yml", WORKFLOW.formatted("octo/action@v1"));
        write(
                ".github/workflows/caller.yml",
                "on: pull_request_target\njobs:\n  a:\n    uses: ./.github/workflows/called.yml\n");
        write(".github/workflows/called.yml", """
                on: workflow_call
                jobs:
                  a:
                    runs-on: self-hosted
                    steps:
                      - uses: actions/checkout@v4
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make
                """);
        commit();
        commit();
        write(".github/actions/build/action.yml", "runs: {using: composite, steps: [{uses: octo/inner@v1}]}\n");
        commit();
        write(
                ".github/actions/build/action.yml",
                "runs: {using: composite, steps: [{uses: octo/inner@%s}]}\n".formatted(SHA));
        commit();
        write(".github/workflows/lone.yml", WORKFLOW.formatted("octo/action@v1") + "  bad: [\n");
        commit();
        write(".github/workflows/lone.yml", WORKFLOW.formatted("octo/action@v1"));
        write(".github/workflows/publish.yml", """
                on: {workflow_run: {workflows: [ci], types: [completed]}}
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - run: mvn deploy
                """);
        commit();
        write("pom.xml", "<project><build><plugins/></build></project>");
        commit();
        Files.delete(root.resolve(".github/workflows/caller.yml"));
        commit();
        write(".github/dependabot.yml", "version: 2\nupdates: []\n");
        write("Dockerfile", "FROM alpine\n");
        write(".github/actions/build/Dockerfile", "FROM alpine:3\n");
        commit();
        Files.delete(root.resolve(".github/actions/build/action.yml"));
        commit();
        write(".github/workflows/actions.lock", "version: 1\nworkflows: {}\n");
        commit();

        try (GitHistory git = GitFolder.of(root).history().orElseThrow()) {
            List<Version> versions = git.commits(100);
            History history = new HistoryRun(git, today(), Optional.empty()).look(versions);
            assertThat(history.points()).hasSize(11);
            for (int i = 0; i < versions.size(); i++) {
                Hardening alone = today().on(
                                new Repository(new GitTrees(git).at(versions.get(i)), Optional.empty()),
                                new Environment(Clock.fixed(versions.get(i).time(), ZoneOffset.UTC), Map.of()));
                List<AuditResult> audits = List.of(
                        alone.audit(new WorkflowAudit()),
                        alone.audit(new SecurityInsightsAudit(Optional.empty())),
                        alone.audit(new PostureAudit(Optional.empty())));
                HistoryPoint expected = HistoryRun.point(versions.get(i), alone.judge(audits));
                assertThat(history.points().get(i)).as("commit %s", i).isEqualTo(expected);
            }
            assertThat(history.points().stream().map(HistoryPoint::checks).distinct())
                    .as("each of these changes shows")
                    .hasSizeGreaterThanOrEqualTo(7);
        }
    }

    /** With all checks there are: one that asks for more than it needs would have every workflow walked in every commit. */
    @Test
    void looksAgainOnlyAtWhatChanged() throws Exception {
        String builds = WORKFLOW.formatted("octo/action@v1") + """
                      - run: ./build.sh "${{ github.event.pull_request.title }}"
                      - run: ./absent.sh
                """;
        write("build.sh", "echo 1");
        write(".github/workflows/builds.yml", builds);
        write(".github/workflows/other.yml", WORKFLOW.formatted("octo/other@v1"));
        commit();
        write(".github/workflows/other.yml", WORKFLOW.formatted("octo/other@v2"));
        commit();
        write("build.sh", "eval $1");
        commit();
        write("absent.sh", "echo 2");
        write("README.md", "x");
        commit();
        write("README.md", "y");
        commit();
        Counting counting = new Counting();
        List<Check> checks =
                new ArrayList<>(Checks.load(Check.class.getClassLoader()).all());
        checks.add(counting);

        try (GitHistory git = GitFolder.of(root).history().orElseThrow()) {
            new HistoryRun(git, today(Checks.of(checks)), Optional.empty()).look(git.commits(10));
        }

        assertThat(counting.visits)
                .containsOnly(
                        Map.entry(".github/workflows/builds.yml", 3), Map.entry(".github/workflows/other.yml", 2));
    }

    @Test
    void saysWhichCommitCouldNotBeLookedAt() throws IOException {
        Version good = new Version("v1", SHA, START);
        Version bad = new Version("<b>", "f".repeat(40), START.plusSeconds(86400));
        HistoryPoint looked = new HistoryPoint(
                good,
                true,
                Map.of(Severity.HIGH, 3),
                0,
                new TreeMap<>(Map.of("a-check", 3)),
                List.of(),
                List.of("some file is too large"),
                true);
        History history = new History(
                List.of(looked, HistoryPoint.unread(bad, "an object is missing"), looked), List.of("A limit"));

        assertThat(history.looked()).hasSize(2);
        assertThat(history.gaps())
                .containsExactly("<b>: an object is missing", "v1 to v1, 2 commits: some file is too large");
        String page = new String(HistoryPage.encode(history, Provenance.unknown(), "1.2.3"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("not looked at", "&lt;b&gt;", "an object is missing", "some file is too large", "A limit")
                .contains("high from 3 to 3")
                .doesNotContain("<b>:");
        String json = new String(HistoryJson.encode(history, "1.2.3"), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("\"looked\" : false", "\"a-check\" : 3", "\"2026-03-01T12:00:00Z\"", "an object is missing");
        assertThat(PublishedSchemas.errors(HistoryJson.SCHEMA, json)).isEmpty();
    }

    /** What a real history comes to fits the published schema, and the schema refuses what a history is not. */
    @Test
    void fitsItsSchema() throws Exception {
        write(".github/workflows/ci.yml", WORKFLOW.formatted("octo/action@v1"));
        commit();
        tag("v1");
        write(".github/workflows/ci.yml", WORKFLOW.formatted("octo/action@" + SHA));
        write("SECURITY.md", "Write to security@example.org");
        commit();
        tag("v2");

        History history = look(git -> git.tagged(10));
        String json = new String(HistoryJson.encode(history, "1.2.3"), StandardCharsets.UTF_8);

        assertThat(history.looked()).hasSize(2);
        assertThat(PublishedSchemas.errors(HistoryJson.SCHEMA, json)).isEmpty();
        assertThat(PublishedSchemas.errors(
                        HistoryJson.SCHEMA,
                        new String(
                                HistoryJson.encode(new History(List.of(), List.of()), "1.2.3"),
                                StandardCharsets.UTF_8)))
                .isEmpty();
        for (String wrong : List.of(
                json.replace("\"1.0\"", "\"2.0\""),
                json.replace("\"looked\" : true", "\"looked\" : false"),
                json.replace("\"passed\" :", "\"passes\" :"),
                json.replace("\"covered\" : 1", "\"covered\" : -1"),
                json.replace("\"verb\" : \"pinned\"", "\"verb\" : \"seen\""))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(PublishedSchemas.errors(HistoryJson.SCHEMA, wrong)).isNotEmpty();
        }
    }

    @Test
    void drawsAHistoryOfOneCommitAndOfNone() {
        for (List<HistoryPoint> points : List.of(
                List.<HistoryPoint>of(),
                List.of(HistoryPoint.unread(new Version("v1", SHA, START), "cannot be read")))) {
            String page = new String(
                    HistoryPage.encode(new History(points, List.of()), Provenance.unknown(), "1"),
                    StandardCharsets.UTF_8);
            assertThat(page).contains("No commit could be looked at");
        }
    }

    @Test
    void drawsAHistoryWithoutFindings() {
        HistoryPoint clean = new HistoryPoint(
                new Version("v1", SHA, START), true, Map.of(), 0, new TreeMap<>(), List.of(), List.of(), true);
        History history = new History(List.of(clean, clean), List.of());

        assertThat(new String(HistoryPage.encode(history, Provenance.unknown(), "1"), StandardCharsets.UTF_8))
                .contains(">No findings<")
                .doesNotContain("At most");
    }
}
