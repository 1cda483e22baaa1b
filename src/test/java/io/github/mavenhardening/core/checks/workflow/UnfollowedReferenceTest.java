package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Finding;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfollowedReferenceTest {

    private static final UnfollowedReference CHECK = new UnfollowedReference();
    private static final String UNPINNED = "runs:\n  using: composite\n  steps:\n    - uses: other/action@v1\n";

    @Test
    void findsActionsThatAreNotThere() {
        MarkedYaml.steps("""
                - uses: ./missing             # finds: unfollowed-reference medium
                - uses: $/missing             # finds: unfollowed-reference medium
                - uses: ./a/
                - uses: ./a/../a/.//
                - uses: .\\a
                - uses: $/a
                - uses: ./A                   # finds: unfollowed-reference medium
                - uses: ./../elsewhere        # finds: unfollowed-reference medium
                - uses: ./a/../../elsewhere   # finds: unfollowed-reference medium
                - uses: ./yaml
                - uses: ./docker
                - uses: ./lower
                - uses: ./a/action.yml/x      # finds: unfollowed-reference medium
                - uses: ./.github/workflows/ci.yml   # finds: unfollowed-reference medium
                - uses: ./
                - if: false
                  uses: ./never
                """)
                .and("action.yml", "runs: {using: composite, steps: []}\n")
                .and(
                        "a/action.yml",
                        "runs:\n  using: composite\n  steps:\n    - uses: ./b   # finds: unfollowed-reference medium\n")
                .and("yaml/action.yaml", "runs: {using: composite, steps: []}\n")
                .and("docker/Dockerfile", "FROM scratch\n")
                .and("lower/dockerfile", "FROM scratch\n")
                .isFoundBy(CHECK);
    }

    @Test
    void namesTheSubmoduleThatIsNotCheckedOut() {
        assertThat(MarkedYaml.steps("""
                        - uses: ./.github/actions/lint/fix
                        - uses: ./.github/actions/linter
                        """)
                        .and(
                                ".gitmodules",
                                "[submodule \"lint\"]\n\tpath = .github/actions/lint\n\turl = https://repo.example.org/lint\n")
                        .findings(CHECK))
                .extracting(Finding::message)
                .containsExactly(
                        "'./.github/actions/lint/fix' lies in the submodule '.github/actions/lint', which is not checked out here,"
                                + " so what it runs was not checked",
                        "'./.github/actions/linter' is not in the repository: there is no action.yml, action.yaml or Dockerfile,"
                                + " so what it runs was not checked");
    }

    @Test
    void findsWorkflowsThatAreNotThere() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    uses: ./.github/workflows/called.yml
                  b:
                    uses: ./.github/workflows/missing.yml     # finds: unfollowed-reference medium
                  c:
                    uses: ./.github/workflows/sub/x.yml       # finds: unfollowed-reference medium
                  d:
                    uses: ./vendor/x.yml                      # finds: unfollowed-reference medium
                  e:
                    uses: $/.github/workflows/gone.yaml       # finds: unfollowed-reference medium
                  f:
                    uses: ./.github/workflows/broken.yml
                  g:
                    uses: ./.github/workflows/../workflows/called.yml
                """)
                .and(".github/workflows/called.yml", "on: workflow_call\njobs: {a: {runs-on: x, steps: [{run: a}]}}\n")
                .and(".github/workflows/broken.yml", "[\n")
                .and(".github/workflows/sub/x.yml", "on: workflow_call\n")
                .and("vendor/x.yml", "on: workflow_call\n")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsWhatAnEarlierStepChecksOut() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v4
                  with: {path: own}
                - uses: actions/checkout@v4
                  with: {path: same, repository: '${{ github.repository }}'}
                - uses: actions/checkout@v4
                  with: {path: ./tools/, repository: other/tools}
                - uses: ./own/a
                - uses: ./same/a
                - uses: ./own/b     # finds: unfollowed-reference medium
                - uses: ./tools/a   # finds: unfollowed-reference medium
                - uses: ./tools     # finds: unfollowed-reference medium
                - uses: $/own/a     # finds: unfollowed-reference medium
                """).and("a/action.yml", UNPINNED).isFoundBy(CHECK);
        assertThat(MarkedYaml.steps("""
                - uses: actions/checkout@v4
                  with: {path: tools, repository: other/tools}
                - uses: ./tools/a
                """).findings(CHECK))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("an earlier step checks out into 'tools'");
    }

    @Test
    void knowsWhatAJobChecksOutForItsActions() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v4
                  with: {path: src/own}
                - uses: actions/checkout@v4
                  with: {path: tools, repository: other/tools}
                - uses: ./src/own/b
                """)
                .and("a/action.yml", UNPINNED)
                .and("b/action.yml", """
                        runs:
                          using: composite
                          steps:
                            - uses: ./src/own/a
                            - uses: ./src/own/c   # finds: unfollowed-reference medium
                            - uses: ./tools/a     # finds: unfollowed-reference medium
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void findsDockerfilesThatCannotBeRead() {
        String docker = "runs:\n  using: docker\n  image: IMAGE   # finds: unfollowed-reference medium\n";
        MarkedYaml.steps("- uses: ./a")
                .and("a/action.yml", docker.replace("IMAGE", "Dockerfile"))
                .and("b/action.yml", docker.replace("IMAGE", "../../Dockerfile"))
                .and("c/action.yml", docker.replace("IMAGE", "Dockerfile.${{ inputs.x }}"))
                .and("d/action.yml", "runs:\n  using: docker\n  image: ../docker/Dockerfile\n")
                .and("e/action.yml", "runs:\n  using: docker\n  image: docker://alpine\n")
                .and("docker/Dockerfile", "FROM scratch\n")
                .isFoundBy(CHECK);
    }

    @Test
    void saysWhatIsNotFollowedToTheEnd() {
        MarkedYaml repository = MarkedYaml.steps("- uses: ./a0");
        for (int i = 0; i < 8; i++) {
            repository.and(
                    "a" + i + "/action.yml",
                    "runs:\n  using: composite\n  steps:\n" + ("    - uses: ./a" + (i + 1) + "\n").repeat(20));
        }
        repository.and("a8/action.yml", UNPINNED);
        assertThat(repository.findings(CHECK))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("The local actions of the job 'build' have more steps than this check follows");
        // What the actions use is found all the same, each once.
        assertThat(repository.findings(new UnpinnedUses())).hasSize(1);
        assertThat(repository.findings(new UnpinnedTransitive()))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("'./a0' uses 'other/action@v1', which is not pinned");
    }

    @Test
    void saysWhereCallersAreNotFollowedToTheEnd() {
        MarkedYaml repository = MarkedYaml.workflow("on: push\njobs:\n  a: {uses: ./.github/workflows/w0.yml}\n");
        for (int i = 0; i < 12; i++) {
            StringBuilder jobs = new StringBuilder("on: workflow_call\njobs:\n");
            for (int k = 0; k < 12; k++) {
                jobs.append("  j" + k + ": {uses: ./.github/workflows/w" + k + ".yml}\n");
            }
            repository.and(".github/workflows/w" + i + ".yml", jobs.toString());
        }
        assertThat(repository.findings(CHECK))
                .hasSize(12)
                .allSatisfy(finding -> assertThat(finding.message()).startsWith("The workflow is called in more ways"));
    }

    @Test
    void readsWhatLiesInFoldersThatAreNotWalked(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(root.resolve(".git"));
        write(root, ".gitignore", "ignored/\n");
        write(root, ".github/workflows/ci.yml", MarkedYaml.stepsText("""
                - uses: ./vendor/act
                - uses: ./third_party/deep/act
                - uses: ./node_modules/act
                - uses: ./ignored/act
                - uses: ./nested/act
                - uses: ./link
                - uses: ./out
                """));
        write(root, "vendor/act/action.yml", "runs:\n  using: composite\n  steps:\n    - uses: ./vendor/second\n");
        write(root, "vendor/second/action.yaml", UNPINNED);
        write(root, "vendor/unused/action.yml", UNPINNED);
        write(root, "third_party/deep/act/action.yml", UNPINNED);
        write(root, "node_modules/act/action.yml", UNPINNED);
        write(root, "ignored/act/action.yml", UNPINNED);
        write(root, "nested/.git/HEAD", "ref: refs/heads/main\n");
        write(root, "nested/act/action.yml", UNPINNED);
        write(folder, "elsewhere/action.yml", UNPINNED);
        Files.createSymbolicLink(root.resolve("link"), Path.of("vendor", "second"));
        Files.createSymbolicLink(root.resolve("out"), folder.resolve("elsewhere"));
        AuditResult result = audit(root);
        assertThat(result.findings())
                .filteredOn(finding -> finding.checkId().equals("unpinned-uses"))
                .extracting(finding -> finding.primary().path())
                .containsExactly(
                        "ignored/act/action.yml",
                        "link/action.yaml",
                        "nested/act/action.yml",
                        "node_modules/act/action.yml",
                        "third_party/deep/act/action.yml",
                        "vendor/second/action.yaml");
        assertThat(result.findings())
                .filteredOn(finding -> finding.checkId().equals("unfollowed-reference"))
                .extracting(Finding::subject)
                .containsExactly("./out");
    }

    @Test
    void doesNotSpeakOfOtherFilesWhereOnlySomeAreAskedFor() {
        Repository repository =
                new Repository(io.github.mavenhardening.core.workflow.MemoryTree.of(Map.of()), Optional.empty());
        CheckContext context =
                new CheckContext(repository, new Environment(Clock.systemUTC(), Map.of()), Options.none(), List.of());
        AuditResult result = new WorkflowAudit()
                .run(
                        context,
                        Checks.of(List.of(CHECK)),
                        List.of(SourceFile.of("ci.yml", MarkedYaml.stepsText("- uses: ./a"))));
        assertThat(result.findings()).isEmpty();
    }

    private static AuditResult audit(Path root) throws IOException {
        Repository repository = new Repository(new Checkout(root), Optional.empty());
        CheckContext context =
                new CheckContext(repository, new Environment(Clock.systemUTC(), Map.of()), Options.none(), List.of());
        return new WorkflowAudit().run(context, Checks.of(List.of(CHECK, new UnpinnedUses())));
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
