package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.LoopbackGit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinRunTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());
    private static final String CI = ".github/workflows/ci.yml";
    private static final String FOREIGN = "1111111111111111111111111111111111111111";

    @TempDir
    Path forge;

    private LoopbackGit server;
    private LoopbackRegistry registry;

    @BeforeEach
    void serve() throws Exception {
        server = new LoopbackGit(forge);
        registry = new LoopbackRegistry();
    }

    @AfterEach
    void stop() {
        server.close();
        registry.close();
    }

    private PinOutcome pin(Map<String, String> files) {
        return pin(files, server.address());
    }

    private static PinOutcome pin(Map<String, String> files, String address) {
        return pin(files, address, Optional.empty());
    }

    private static PinOutcome pin(Map<String, String> files, String address, Optional<String> usual) {
        return pin(files, address, usual, Optional.empty());
    }

    static PinOutcome pin(
            Map<String, String> files, String address, Optional<String> usual, Optional<PinUpdate> update) {
        Map<String, byte[]> contents = new HashMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return pin(new Repository(new TrackedTree(contents), Optional.empty()), address, usual, update);
    }

    static PinOutcome pin(Repository repository, String address, Optional<String> usual, Optional<PinUpdate> update) {
        Hardening hardening = new Hardening(
                repository,
                new Environment(Clock.systemUTC(), Map.of()),
                CHECKS,
                PolicyLayer.of(Map.of("persona", Optional.of(Persona.AUDITOR))),
                Optional.empty());
        List<EvaluatedFinding> found = hardening
                .judge(List.of(hardening.audit(
                        new WorkflowAudit(),
                        CHECKS.only(
                                CHECKS.ids().stream().filter(PinRun::matters).toList()))))
                .findings();
        return new PinRun(
                        repository,
                        WorkflowAudit.definitions(repository),
                        Network.open(),
                        address,
                        usual,
                        update,
                        (what, answered, all) -> assertThat(answered).isBetween(1, all))
                .run(findings(found, true), findings(found, false));
    }

    private static List<Finding> findings(List<EvaluatedFinding> found, boolean counting) {
        return found.stream()
                .filter(judged -> judged.counts() == counting)
                .map(EvaluatedFinding::finding)
                .toList();
    }

    static String steps(String steps) {
        return "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6);
    }

    /** What becomes of steps, all of which can be pinned. */
    private String pinned(String steps) {
        PinOutcome outcome = pin(Map.of(CI, steps(steps)));
        assertThat(outcome.problems()).isEmpty();
        String text = outcome.texts().getOrDefault(CI, steps(steps));
        assertThat(pin(Map.of(CI, text)).texts()).as("a second run").isEmpty();
        return text.substring(text.indexOf("steps:\n") + "steps:\n".length()).replaceAll("(?m)^ {6}", "");
    }

    @Test
    void pinsTagsAndBranchesToCommitsAndNamesTheWholeVersion() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v4", false);
            LoopbackGit.tag(git, "v4.2", true);
            LoopbackGit.tag(git, "v4.2.1", true);
            LoopbackGit.tag(git, "v9.0.0-rc.1", false);
            LoopbackGit.tag(git, "part/v1", false);
            LoopbackGit.tag(git, "part/v1.5.0", true);
            LoopbackGit.tag(git, "nightly", false);
            String two = LoopbackGit.commit(git);

            assertThat(pinned("""
                    - uses: o/r@v4
                    - uses: "o/r/sub@v4.2"
                    - uses: 'o/r@main'   # zizmor: ignore[artipacked]
                    - uses: o/r@part/v1 # tag=part/v1
                    - uses: o/r@nightly # pin@v4
                    - {uses: o/r@v4, name: x}
                    - uses: o/r@v4.2.1 # ratchet:o/r@v4
                    - name: Last
                      uses: o/r@v4 # v4, for the moment
                      with: { a: b }
                    - run: echo o/r@v4
                    """)).isEqualTo("""
                    - uses: o/r@ONE # v4.2.1
                    - uses: "o/r/sub@ONE" # v4.2.1
                    - uses: 'o/r@TWO'   # main # zizmor: ignore[artipacked]
                    - uses: o/r@ONE # tag=part/v1.5.0
                    - uses: o/r@ONE # pin@v4.2.1
                    - {uses: o/r@ONE, name: x} # v4.2.1
                    - uses: o/r@ONE # ratchet:o/r@v4
                    - name: Last
                      uses: o/r@ONE # v4.2.1, for the moment
                      with: { a: b }
                    - run: echo o/r@v4
                    """.replace("ONE", one).replace("TWO", two));
            assertThat(server.asked()).containsOnly("o/r");
        }
    }

    @Test
    void pinsCalledWorkflowsAndTheStepsOfCompositeActions() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.0.0", false);
            String call = "on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/x.yml@v1.0.0\r\n";
            String action = "name: a\ndescription: a\nruns:\n  using: composite\n  steps:\n    - uses: o/r@v1.0.0";

            PinOutcome outcome = pin(Map.of(CI, call, "tool/action.yml", action));

            assertThat(outcome.texts())
                    .containsEntry(CI, call.replace("@v1.0.0", "@" + one + " # v1.0.0"))
                    .containsEntry("tool/action.yml", action.replace("@v1.0.0", "@" + one + " # v1.0.0"));
            assertThat(outcome.pinned()).isEqualTo(2);
        }
    }

    @Test
    void pinsWhatAnAliasRepeatsOnce() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.0.0", false);

            assertThat(pinned("""
                    - &step
                      uses: o/r@v1.0.0
                    - *step
                    """)).isEqualTo("""
                    - &step
                      uses: o/r@ONE # v1.0.0
                    - *step
                    """.replace("ONE", one));
        }
    }

    @Test
    void leavesWhatIsUncertain() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "both", false);
            LoopbackGit.tag(git, "v1.0.0", false);
            String two = LoopbackGit.commit(git);
            git.branchCreate().setName("both").call();

            PinOutcome outcome = pin(Map.of(CI, steps("""
                    - uses: o/r@both
                    - uses: o/r@none
                    - uses: o/r@abcdef1
                    - uses: o/private@v1
                    - uses: o/gone@v1
                    - uses: o/r@v1.0.0
                    """)));

            assertThat(outcome.problems())
                    .containsExactly(
                            CI + ":6: 'o/r@both' is not pinned: a tag and a branch have that name; the tag is " + one
                                    + ", the branch " + two,
                            CI + ":7: 'o/r@none' is not pinned: no tag and no branch has that name",
                            CI
                                    + ":8: 'o/r@abcdef1' is not pinned: it is an abbreviated SHA, of which nobody can say what"
                                    + " it stands for",
                            CI + ":9: 'o/private@v1' is not pinned: " + server.address()
                                    + "/o/private does not exist, or is private",
                            CI + ":10: 'o/gone@v1' is not pinned: " + server.address()
                                    + "/o/gone does not exist, or is private");
            assertThat(outcome.texts().get(CI)).contains("o/r@both\n", "o/r@" + one + " # v1.0.0\n");
        }
    }

    @Test
    void addsTheVersionOfPinnedCommits() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.0.0", false);
            String between = LoopbackGit.commit(git);
            LoopbackGit.commit(git);

            PinOutcome outcome = pin(Map.of(CI, steps("""
                    - uses: o/r@ONE
                    - uses: o/r@ONE # v1
                    - uses: o/r@ONE # v2.0.0
                    - uses: o/r@BETWEEN
                    - uses: o/r@BETWEEN # main
                    - uses: o/private@BETWEEN
                    """.replace("ONE", one).replace("BETWEEN", between))));

            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.commented()).isEqualTo(1);
            assertThat(outcome.texts().get(CI))
                    .contains("@" + one + " # v1.0.0\n", "@" + one + " # v1\n", "@" + one + " # v2.0.0\n")
                    .contains("@" + between + "\n");
            assertThat(outcome.notes())
                    .containsExactly(
                            CI + ":8: 'o/r@" + one + "' has a comment that names v2.0.0, but that commit is v1.0.0",
                            CI + ":9: 'o/r@" + between + "' has no version: no tag is of that commit",
                            CI + ":11: 'o/private@" + between + "' could not be verified: " + server.address()
                                    + "/o/private does not exist, or is private");
        }
    }

    @Test
    void reportsCommitsThatAreNotOfTheirRepositoryAndLeavesThem() throws Exception {
        String impostor;
        String old;
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            old = LoopbackGit.commit(git);
            LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.0.0", false);
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
            git.getRepository().getConfig().save();
            // In the object store, as a fork's commits are, but of no branch and no tag.
            git.checkout().setOrphan(true).setName("fork").call();
            impostor = git.commit()
                    .setMessage("Fork")
                    .setAuthor("Eve", "eve@example.org")
                    .setCommitter("Eve", "eve@example.org")
                    .setSign(false)
                    .call()
                    .name();
            git.checkout().setName("main").setForced(true).call();
            git.branchDelete().setBranchNames("fork").setForce(true).call();
        }
        String text =
                steps("""
                - uses: o/r@IMPOSTOR # v1.0.0
                - uses: o/r@FOREIGN
                - uses: o/r@OLD # main
                """.replace("IMPOSTOR", impostor).replace("OLD", old).replace("FOREIGN", FOREIGN));

        PinOutcome outcome = pin(Map.of(CI, text));

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems())
                .containsExactly(
                        CI + ":6: 'o/r@" + impostor
                                + "' is not a commit of a branch or tag of that repository; it may be one of"
                                + " a fork: look at where it comes from",
                        CI + ":7: 'o/r@" + FOREIGN
                                + "' is not a commit of a branch or tag of that repository; it may be one of"
                                + " a fork: look at where it comes from");
    }

    @Test
    void leavesWhatThePolicyOrACommentExcuses() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.0.0", false);
        }
        registry.publish("a/b:1", LoopbackRegistry.INDEX);
        String excused = steps("""
                - uses: o/r@v1.0.0 # zizmor: ignore[unpinned-uses]
                - uses: docker://HOST/a/b:1 # zizmor: ignore[unpinned-images]
                - uses: slsa-framework/slsa-github-generator/.github/workflows/x.yml@v2.0.0
                - uses: ./local
                """.replace("HOST", registry.host()));

        PinOutcome outcome = pin(Map.of(
                CI, excused, ".github/zizmor.yml", "rules: {unpinned-uses: {config: {policies: {'*': hash-pin}}}}\n"));

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems()).isEmpty();
        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void pinsImagesToTheirDigestsWhereverTheyStand() throws Exception {
        String one = registry.publish("a/b:1", LoopbackRegistry.INDEX);
        String latest = registry.publish("a/b:latest", LoopbackRegistry.SINGLE);
        String guarded = registry.publish("guarded/c:2", LoopbackRegistry.INDEX);
        registry.busy("guarded/c:2", 2);
        String workflow = """
                on: push
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    container: HOST/a/b:1
                    services:
                      db: {image: 'HOST/guarded/c:2'}
                    strategy: {matrix: {image: ["HOST/a/b:1", HOST/a/b]}}
                    steps:
                      - uses: docker://HOST/a/b   # why
                  other:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        image:
                          - HOST/a/b:1
                    container:
                      image: ${{ matrix.image }}
                    steps: [run: make]
                """;
        String docker = """
                # FROM HOST/a/b:1
                ARG BASE="HOST/a/b:1"
                FROM --platform=linux/amd64 HOST/a/b:1 AS first
                FROM ${BASE} AS second
                RUN --mount=type=bind,from=HOST/guarded/c:2,target=/x \\
                    make
                RUN <<EOF
                FROM HOST/a/b:1
                EOF
                FROM scratch
                COPY --from=first /a /a
                COPY --chown=1 --from=HOST/a/b /b /b
                """;
        String compose = "services:\n  web: {image: HOST/a/b:1, build: .}\n";
        String gitlab = """
                image: HOST/a/b:1
                default: {services: [HOST/a/b]}
                job:
                  image: {name: "HOST/guarded/c:2"}
                  script: make
                """;
        Map<String, String> files = new HashMap<>(
                Map.of(CI, workflow, "Dockerfile", docker, "docker-compose.yml", compose, ".gitlab-ci.yml", gitlab));
        files.replaceAll((path, text) -> text.replace("HOST", registry.host()));

        PinOutcome outcome = pin(files);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.notes()).isEmpty();
        String host = registry.host();
        assertThat(outcome.texts().get(CI))
                .contains(
                        "container: " + host + "/a/b:1@" + one + "\n",
                        "db: {image: '" + host + "/guarded/c:2@" + guarded + "'}\n",
                        "uses: docker://" + host + "/a/b@" + latest + "   # why\n",
                        "- " + host + "/a/b:1@" + one + "\n",
                        "image: ${{ matrix.image }}\n",
                        "[\"" + host + "/a/b:1\", " + host + "/a/b]");
        assertThat(outcome.texts().get("Dockerfile"))
                .isEqualTo(files.get("Dockerfile")
                        .replace("ARG BASE=\"" + host + "/a/b:1", "ARG BASE=\"" + host + "/a/b:1@" + one)
                        .replace("linux/amd64 " + host + "/a/b:1", "linux/amd64 " + host + "/a/b:1@" + one)
                        .replace("guarded/c:2,", "guarded/c:2@" + guarded + ",")
                        .replace("a/b /b", "a/b@" + latest + " /b"));
        assertThat(outcome.texts().get("docker-compose.yml")).contains("/a/b:1@" + one + ", build");
        assertThat(outcome.texts().get(".gitlab-ci.yml"))
                .contains("a/b:1@" + one + "\n", "[" + host + "/a/b@" + latest + "]", "c:2@" + guarded + "\"}");
        files.putAll(outcome.texts());
        assertThat(pin(files).texts()).as("a second run").isEmpty();
    }

    @Test
    void saysWhichImagesItCannotPin() throws Exception {
        registry.publish("a/liar:1", LoopbackRegistry.INDEX);
        registry.lie("a/liar:1");
        registry.publish("a/old:1", "application/vnd.docker.distribution.manifest.v1+prettyjws");
        registry.publish("a/busy:1", LoopbackRegistry.INDEX);
        registry.busy("a/busy:1", 100);
        registry.publish("secret/x:1", LoopbackRegistry.INDEX);
        String host = registry.host();

        PinOutcome outcome = pin(Map.of("Dockerfile", """
                FROM HOST/a/liar:1
                FROM HOST/a/old:1
                FROM HOST/a/busy:1
                FROM HOST/secret/x:1
                FROM HOST/a/none:1
                FROM HOST/A/b:1
                FROM $UNKNOWN
                """.replace("HOST", host)));

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems())
                .extracting(problem ->
                        problem.replaceFirst("^.*is not pinned: ", "").replace(host, "HOST"))
                .containsExactlyInAnyOrder(
                        "HOST names another digest of a/liar than its bytes have",
                        "HOST has no manifest of a/old whose digest could be pinned, but one of the type"
                                + " 'application/vnd.docker.distribution.manifest.v1+prettyjws'",
                        "HOST takes no more requests just now: status 429",
                        "HOST does not show secret/x to everyone",
                        "HOST has no tag 1 of a/none",
                        "no registry takes that name");
        assertThat(outcome.notes()).containsExactly("Dockerfile:7: the image '$UNKNOWN' is only known when it is used");
    }

    @Test
    void aHostThatIsGoneIsSaidToBe() throws Exception {
        String address = server.address();
        server.close();

        PinOutcome outcome = pin(Map.of(CI, steps("- uses: o/r@v1\n")), address);

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems()).singleElement().asString().contains("did not answer");
    }

    private String many() throws Exception {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            try (Git git = LoopbackGit.repository(forge, "o/r" + i)) {
                LoopbackGit.commit(git);
                LoopbackGit.tag(git, "v1.0.0", false);
            }
        }
        for (int i = 0; i < 500; i++) {
            steps.append("- uses: o/r").append(i % 60).append("@v1.0.0\n");
        }
        return steps(steps.toString());
    }

    @Test
    void manyReferencesAreAskedForOnce() throws Exception {
        String text = many();

        long start = System.nanoTime();
        PinOutcome outcome = pin(Map.of(CI, text));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(outcome.pinned()).isEqualTo(500);
        assertThat(outcome.problems()).isEmpty();
        assertThat(server.asked()).hasSize(60);
    }

    /**
     * Prints how long five hundred references to sixty repositories take, cold and warm: by the clock, and of the processor with
     * the server that runs in the same process.
     */
    @Test
    @Tag("long")
    void fiveHundredReferencesAreMeasured() throws Exception {
        String text = many();
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (String state : List.of("cold", "warm", "warm")) {
            long start = System.nanoTime();
            long used = machine.getProcessCpuTime();
            assertThat(pin(Map.of(CI, text)).pinned()).isEqualTo(500);
            System.out.printf(
                    "500 references to 60 repositories, %s: %.1f s, %.1f s of the processor%n",
                    state, (System.nanoTime() - start) / 1e9, (machine.getProcessCpuTime() - used) / 1e9);
        }
    }

    /** With a fifth of the connections cut, each reference is pinned, or named with its place and the reason. */
    @Test
    void connectionsThatAreCutAreTriedAgain() throws Exception {
        String text = many();
        server.cutEvery(5);

        PinOutcome outcome = pin(Map.of(CI, text));

        assertThat(outcome.pinned() + outcome.problems().size()).isEqualTo(500);
        assertThat(outcome.pinned()).isPositive();
        String[] lines = outcome.texts().get(CI).split("\n", -1);
        for (int i = 0; i < 500; i++) {
            // The first step is on the sixth line.
            int line = i + 6;
            String place = CI + ":" + line + ": 'o/r" + i % 60 + "@v1.0.0' is not pinned: ";
            boolean pinned = lines[line - 1].matches(" +- uses: o/r" + i % 60 + "@[0-9a-f]{40} # v1\\.0\\.0");
            boolean told = outcome.problems().stream()
                    .anyMatch(problem -> problem.startsWith(place) && problem.length() > place.length());
            assertThat(pinned ^ told).as(place).isTrue();
        }
    }

    @Test
    void asksForNamesWithoutARegistryOnlyWhereItIsSaid() throws Exception {
        String one = registry.publish("library/tool:1", LoopbackRegistry.INDEX);
        String other = registry.publish("octo/tool:2", LoopbackRegistry.INDEX);
        Map<String, String> files =
                Map.of(".github/workflows/a.yml", steps("- uses: docker://tool:1\n- uses: docker://octo/tool:2"));

        PinOutcome without = pin(files, server.address());
        PinOutcome with = pin(files, server.address(), Optional.of(registry.host()));

        assertThat(without.texts()).isEmpty();
        assertThat(without.problems())
                .hasSize(2)
                .allMatch(problem -> problem.endsWith("it names no registry; say which with -Dhardening.registry"));
        assertThat(with.problems()).isEmpty();
        assertThat(with.texts())
                .containsEntry(
                        ".github/workflows/a.yml",
                        steps("- uses: docker://tool:1@" + one + "\n- uses: docker://octo/tool:2@" + other));
    }
}
