package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowAuditTest {

    private static final String WORKFLOW = """
            on: push
            env:
              A: ${{ env.workflow }}
            jobs:
              one:
                if: github.ref == 'x'
                runs-on: ${{ matrix.os }}
                container: alpine
                steps:
                  # zizmor: ignore[unpinned-uses, artipacked] vetted
                  - uses: a/b@v1
                    if: ${{ always() }}
                  - uses: docker://alpine # hardening: ignore[unpinned-images]
                  - parallel:
                      - run: echo ${{ github.sha }} ${{ broken
                          }}
              two:
                uses: ./.github/workflows/x.yml
            """;

    @Test
    void countsWhatItLookedAt() {
        AuditResult result = run(Checks.of(List.of()));
        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
        assertThat(result.examined())
                .isEqualTo(Map.of("workflows", 1, "actions", 0, "configurations", 0, "references", 3, "images", 2));
    }

    @Test
    void collectsIgnoreComments() {
        assertThat(run(Checks.of(List.of())).ignores())
                .extracting(comment ->
                        new IgnoreComment(comment.path(), comment.line(), comment.checkIds(), comment.reason()))
                .containsExactly(
                        new IgnoreComment(
                                ".github/workflows/ci.yml", 10, Set.of("unpinned-uses", "artipacked"), "vetted"),
                        new IgnoreComment(".github/workflows/ci.yml", 13, Set.of("unpinned-images"), ""));
    }

    @Test
    void handsOverEveryExpressionOnce() {
        List<String> seen = run(Checks.of(List.of(new Expressions()))).findings().stream()
                .map(finding -> finding.primary().line() + " " + finding.message())
                .toList();
        assertThat(seen)
                .containsExactly(
                        "3 env.workflow",
                        "6 github.ref == 'x'",
                        "7 matrix.os",
                        "12 always()",
                        "15 github.sha",
                        "15 broken");
    }

    @Test
    void readsWorkflowsThatGitIgnores(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Files.createDirectories(root.resolve(".github/workflows"));
        Files.writeString(root.resolve(".gitignore"), ".github/\n");
        Files.writeString(root.resolve(".github/workflows/ci.yml"), WORKFLOW);
        Repository repository = new Repository(new Checkout(root), Optional.empty());
        assertThat(repository.files()).containsExactly(".gitignore");
        assertThat(repository.filesIn(".github/workflows")).containsExactly(".github/workflows/ci.yml");
    }

    private static AuditResult run(Checks checks) {
        MemoryTree tree = MemoryTree.of(Map.of(".github/workflows/ci.yml", WORKFLOW));
        return new WorkflowAudit().run(tree.context(Optional.empty()), checks);
    }

    @CheckInfo(id = "expressions", title = "Every expression", severity = Severity.INFO)
    private static final class Expressions implements WorkflowCheck, Check {
        @Override
        public void expression(Fence fence, WorkflowContext in) {
            in.report(at(in.at(fence.span())).message(fence.body()).remedy("none"));
        }
    }
}
