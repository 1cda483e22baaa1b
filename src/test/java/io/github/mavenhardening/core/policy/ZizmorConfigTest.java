package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZizmorConfigTest {

    private static final Checks ALL = Checks.load(ZizmorConfigTest.class.getClassLoader());
    private static final Checks CHECKS = Checks.of(List.of(
            ALL.byId("unpinned-uses").orElseThrow(), ALL.byId("artipacked").orElseThrow()));

    private static final String STEPS = """
            on: push
            jobs:
              a:
                runs-on: ubuntu-24.04
                steps:
                  - name: check out
                    uses: actions/checkout@v4
                  - uses: other/action@v1
            """;

    private final Map<String, String> files = new LinkedHashMap<>(
            Map.of(".github/workflows/ci.yml", STEPS, ".github/workflows/more.yml", STEPS, "x/action.yml", """
                    runs:
                      using: composite
                      steps:
                        - uses: other/action@v1
                    """));

    /** What counts, {@code file:line id}, and after it what is suppressed, with where that is said. */
    private List<String> judged() {
        CheckContext context = MemoryTree.of(files).context(Optional.empty());
        Hardening hardening = new Hardening(
                context.repository(), context.environment(), CHECKS, PolicyLayer.none(), Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit()))).findings().stream()
                .map(judged -> {
                    String path = judged.finding().primary().path();
                    return path.substring(path.lastIndexOf('/') + 1) + ":"
                            + judged.finding().primary().line() + " "
                            + judged.finding().checkId()
                            + judged.suppression()
                                    .map(why -> " " + why.kind() + " " + why.place())
                                    .orElse("");
                })
                .toList();
    }

    private List<String> judgedWith(String zizmor) {
        files.put("zizmor.yml", zizmor);
        return judged();
    }

    @Test
    void saysNothingWhereThereIsNone() {
        assertThat(judged())
                .containsExactly(
                        "ci.yml:6 artipacked",
                        "ci.yml:7 unpinned-uses",
                        "ci.yml:8 unpinned-uses",
                        "more.yml:6 artipacked",
                        "more.yml:7 unpinned-uses",
                        "more.yml:8 unpinned-uses",
                        "action.yml:4 unpinned-uses");
    }

    @Test
    void takesBackFindingsByFileLineAndColumn() {
        assertThat(judgedWith("""
                rules:
                  artipacked:
                    ignore: [more.yml]
                  unpinned-uses:
                    ignore:
                      - ci.yml:6        # where the step begins
                      - ci.yml:8:16
                      - more.yml:8:15
                      - action.yml
                """))
                .containsExactly(
                        "ci.yml:6 artipacked",
                        "ci.yml:7 unpinned-uses EXTERNAL zizmor.yml:6",
                        "ci.yml:8 unpinned-uses",
                        "more.yml:6 artipacked EXTERNAL zizmor.yml:3",
                        "more.yml:7 unpinned-uses",
                        "more.yml:8 unpinned-uses EXTERNAL zizmor.yml:8",
                        "action.yml:4 unpinned-uses EXTERNAL zizmor.yml:9");
    }

    @Test
    void switchesChecksOffAndTellsThemTheirOptions() {
        assertThat(judgedWith("""
                rules:
                  artipacked: {disable: true}
                  unpinned-uses:
                    config: {policies: {"actions/*": ref-pin, "other/*": hash-pin}}
                  self-invented: {disable: true, ignore: [a]}
                """))
                .containsExactly("ci.yml:8 unpinned-uses", "more.yml:8 unpinned-uses", "action.yml:4 unpinned-uses");
    }

    @Test
    void yieldsToThePolicyFile() {
        files.put(".mvn/hardening.yml", """
                checks:
                  artipacked: {enabled: true}
                  unpinned-uses:
                    policies: {"*": any}
                """);
        assertThat(judgedWith("""
                rules:
                  artipacked: {disable: true}
                  unpinned-uses:
                    config: {policies: {"*": hash-pin}}
                """)).containsExactly("ci.yml:6 artipacked", "more.yml:6 artipacked");
    }

    @Test
    void keepsItsOptionsWhereThePolicyFileGivesNone() {
        files.put(".mvn/hardening.yml", "checks: {unpinned-uses: {severity: low, enabled: true}}");
        assertThat(judgedWith("""
                rules:
                  artipacked: {disable: true}
                  unpinned-uses: {config: {policies: {"*": ref-pin}}}
                """)).isEmpty();
    }

    @Test
    void isLookedForInTheFolderOfGitHubFirst() {
        files.put("zizmor.yaml", "rules: {artipacked: {disable: true}}");
        assertThat(judged()).doesNotContain("ci.yml:6 artipacked");
        files.put(".github/zizmor.yml", "rules: {unpinned-uses: {disable: true}}");
        assertThat(judged()).containsExactly("ci.yml:6 artipacked", "more.yml:6 artipacked");
    }

    @Test
    void isRefusedWhereItCannotBeTaken() {
        for (String bad : List.of("rules: {", "rules: {artipacked: {ignore: ['ci.yml:x']}}")) {
            assertThatThrownBy(() -> judgedWith(bad))
                    .as(bad)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("zizmor.yml");
        }
        assertThatThrownBy(() -> judgedWith("rules: {unpinned-uses: {config: {policies: [a]}}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("zizmor.yml");
    }
}
