package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.fix.FixRun;
import io.github.mavenhardening.core.fix.FixedFiles;
import io.github.mavenhardening.core.policy.BaselineUpdate;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.LoopbackGit;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer does with the clone of a repository of a hundred findings: {@code fix}, {@code pin}, {@code baseline}, {@code
 * check}. It ends green, with a diff in which every line is meant.
 */
class NewcomersPathTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());

    private static final String WORKFLOW = """
            # Builds part NUMBER.
            name: Part NUMBER
            on:
              push:
              pull_request:
            jobs:
              build:
                name: "Build it"
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/checkout@v4   # the source
                  - name: Set up
                    uses: example/setup@v2
                    with: {version: 17}
                  - run: |
                      echo "${{ github.head_ref }}"
                      make
                  - uses: ./.github/actions/report
            """;

    private static final String ACTION = """
            name: Report
            description: Reports
            runs:
              using: composite
              steps:
                - run: make report
                  shell: bash
            """;

    /** What a reviewer sees of each workflow after the safe fixes, and nothing else. */
    private static final String[] SAFE = {
        "-      - uses: ./.github/actions/report", "+      - uses: $/.github/actions/report"
    };

    /** What those add after which a workflow may behave differently. */
    private static final String[] UNSAFE = {
        "+        with:",
        "+          persist-credentials: false",
        "-          echo \"${{ github.head_ref }}\"",
        "+          echo \"${GITHUB_HEAD_REF}\""
    };

    /** What pinning adds; checkout's input stands below it by then. */
    private static final String[] PINNED = {
        "-      - uses: actions/checkout@v4   # the source",
        "+      - uses: actions/checkout@CHECKOUT   # v4.2.1 # the source",
        "-        uses: example/setup@v2",
        "+        uses: example/setup@SETUP # v2"
    };

    @TempDir
    Path forge;

    @TempDir
    Path folder;

    private String checkout;
    private String setup;

    @Test
    void endsGreenWithADiffInWhichEveryLineIsMeant() throws Exception {
        try (Git action = LoopbackGit.repository(forge, "actions/checkout");
                Git other = LoopbackGit.repository(forge, "example/setup");
                Git own = LoopbackGit.repository(forge, "newcomer/app");
                LoopbackGit server = new LoopbackGit(forge)) {
            checkout = LoopbackGit.commit(action);
            LoopbackGit.tag(action, "v4", false);
            LoopbackGit.tag(action, "v4.2.1", true);
            setup = LoopbackGit.commit(other, "action.yml", ACTION);
            LoopbackGit.tag(other, "v2", false);
            for (int i = 10; i < 28; i++) {
                LoopbackGit.commit(own, ".github/workflows/part" + i + ".yml", WORKFLOW.replace("NUMBER", "" + i));
            }
            LoopbackGit.commit(own, ".github/actions/report/action.yml", ACTION);
            Git.cloneRepository()
                    .setURI(server.address() + "/newcomer/app")
                    .setDirectory(folder.toFile())
                    .call()
                    .close();

            Result found = judge(repository());
            assertThat(found.counting()).hasSizeBetween(90, 130);
            assertThat(found.failing()).isNotEmpty();

            assertChanges(SAFE, fix(false));
            assertChanges(UNSAFE, fix(true));
            assertThat(fix(true)).as("a second run").isEmpty();
            assertChanges(PINNED, pin(server));
            assertThat(pin(server)).as("a second run").isEmpty();

            Result left = judge(repository());
            assertThat(left.counting().size()).isLessThan(found.counting().size() / 3);
            BaselineUpdate baseline = BaselineUpdate.of(left, Optional.empty(), false, "1", CHECKS);
            Path file = folder.resolve(Baseline.LOCATION);
            Files.createDirectories(file.getParent());
            Files.write(file, BaselineFile.bytes(baseline.next()));
            assertThat(judge(repository()).failing()).as("green").isEmpty();
        }
    }

    /** The diffs of the page are of lines that these goals do change. */
    @Test
    void isWhatThePageShows() throws Exception {
        List<String> shown = new ArrayList<>();
        Matcher diffs = Pattern.compile("```diff\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/site/markdown/adopt.md")).replace("\n   ", "\n"));
        while (diffs.find()) {
            shown.add(diffs.group(1)
                    .lines()
                    .filter(line -> line.matches("[-+].*"))
                    .map(line -> line.replaceAll("checkout@[0-9a-f]{40}", "checkout@CHECKOUT"))
                    .map(line -> line.replaceAll("setup@[0-9a-f]{40}", "setup@SETUP"))
                    .collect(Collectors.joining("\n")));
        }
        assertThat(shown)
                .containsExactly(String.join("\n", SAFE), String.join("\n", UNSAFE), String.join("\n", PINNED));
    }

    /** What is in the clone now: a goal of its own starts each time. */
    private Repository repository() throws IOException {
        return new Repository(new Checkout(folder), Optional.empty());
    }

    private String fix(boolean unsafe) throws IOException {
        Repository repository = repository();
        FixRun.Outcome outcome = new FixRun(
                        repository,
                        seen -> judge(seen).counting().stream()
                                .map(EvaluatedFinding::finding)
                                .toList(),
                        finding -> unsafe || finding.fix().orElseThrow().safe())
                .run();
        assertThat(outcome.left()).isEmpty();
        return written(FixedFiles.of(folder, repository, outcome.texts()));
    }

    private String pin(LoopbackGit server) throws IOException {
        Repository repository = repository();
        PinOutcome outcome = PinRunTest.pin(repository, server.address(), Optional.empty(), Optional.empty());
        assertThat(outcome.problems()).isEmpty();
        return written(FixedFiles.of(folder, repository, outcome.texts()));
    }

    private static String written(FixedFiles files) throws IOException {
        files.write();
        return files.diff();
    }

    private void assertChanges(String[] meant, String diff) {
        assertThat(diff.lines()
                        .filter(line -> line.matches("[-+](?![-+]).*"))
                        .map(line -> line.replace(checkout, "CHECKOUT").replace(setup, "SETUP")))
                .hasSize(18 * meant.length)
                .containsOnly(meant);
    }

    private static Result judge(Repository repository) {
        Hardening hardening = new Hardening(
                repository,
                new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of()),
                CHECKS,
                PolicyLayer.none(),
                Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit())));
    }
}
