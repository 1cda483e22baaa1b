package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.fix.Repairs;
import io.github.mavenhardening.core.policy.BaselineUpdate;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.LoopbackGit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import io.github.mavenhardening.core.source.UnifiedDiff;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer does with a repository of a hundred findings: {@code fix}, {@code pin}, {@code baseline}, {@code check}. It ends
 * green, with a diff in which every line is meant.
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

    /** What a reviewer sees of each workflow, and nothing else. */
    private static final String[] MEANT = {
        "+concurrency:",
        "+  group: ${{ github.workflow }}-${{ github.event.pull_request.number || github.ref }}",
        "+  cancel-in-progress: ${{ startsWith(github.event_name, 'pull_request') }}",
        "+    timeout-minutes: 60",
        "-      - uses: actions/checkout@v4   # the source",
        "+      - uses: actions/checkout@CHECKOUT   # v4.2.1 # the source",
        "+        with:",
        "+          persist-credentials: false",
        "-        uses: example/setup@v2",
        "+        uses: example/setup@SETUP # v2",
        "-          echo \"${{ github.head_ref }}\"",
        "+          echo \"${GITHUB_HEAD_REF}\"",
        "-      - uses: ./.github/actions/report",
        "+      - uses: $/.github/actions/report"
    };

    @TempDir
    Path forge;

    @Test
    void endsGreenWithADiffInWhichEveryLineIsMeant() throws Exception {
        Map<String, String> files = new TreeMap<>();
        for (int i = 10; i < 28; i++) {
            files.put(".github/workflows/part" + i + ".yml", WORKFLOW.replace("NUMBER", "" + i));
        }
        files.put(".github/actions/report/action.yml", ACTION);
        int found = judge(files).counting().size();
        assertThat(found).isBetween(90, 130);
        assertThat(judge(files).failing()).isNotEmpty();

        Map<String, String> fixed = new TreeMap<>(files);
        fixed.putAll(Repairs.of(files).made(Repairs.ALL, true).outcome().texts());
        String checkout;
        String setup;
        try (Git one = LoopbackGit.repository(forge, "actions/checkout");
                Git other = LoopbackGit.repository(forge, "example/setup");
                LoopbackGit server = new LoopbackGit(forge)) {
            checkout = LoopbackGit.commit(one);
            LoopbackGit.tag(one, "v4", false);
            LoopbackGit.tag(one, "v4.2.1", true);
            setup = LoopbackGit.commit(other, "action.yml", ACTION);
            LoopbackGit.tag(other, "v2", false);
            PinOutcome pinned = PinRunTest.pin(fixed, server.address(), Optional.empty(), Optional.empty());
            assertThat(pinned.problems()).isEmpty();
            fixed.putAll(pinned.texts());
            assertThat(PinRunTest.pin(fixed, server.address(), Optional.empty(), Optional.empty())
                            .texts())
                    .as("a second run")
                    .isEmpty();
        }
        Result left = judge(fixed);
        assertThat(left.counting().size()).isLessThan(found / 3);
        BaselineUpdate baseline = BaselineUpdate.of(left, Optional.empty(), false, "1", CHECKS);
        fixed.put(Baseline.LOCATION, new String(BaselineFile.bytes(baseline.next()), StandardCharsets.UTF_8));
        assertThat(judge(fixed).failing()).as("green").isEmpty();

        List<String> changed = new ArrayList<>();
        for (String path : files.keySet()) {
            UnifiedDiff.of(path, files.get(path), fixed.get(path))
                    .lines()
                    .filter(line -> line.matches("[-+](?![-+]).*"))
                    .map(line -> line.replace(checkout, "CHECKOUT").replace(setup, "SETUP"))
                    .forEach(changed::add);
        }
        assertThat(changed).hasSize(18 * MEANT.length).containsOnly(MEANT);
    }

    private static Result judge(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Hardening hardening = new Hardening(
                new Repository(new TrackedTree(bytes), Optional.empty()),
                new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of()),
                CHECKS,
                PolicyLayer.none(),
                Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit())));
    }
}
