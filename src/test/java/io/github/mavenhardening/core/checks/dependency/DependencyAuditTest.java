package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.DependencyAudit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyAuditTest {

    @TempDir
    Path folder;

    @Test
    void takesCommentsOfPomsForWhatTheySay() {
        BuildCase build = new BuildCase().pom("""
                <dependencies>
                  <dependency>
                    <groupId>org.example</groupId>
                    <artifactId>a</artifactId>
                    <version>LATEST</version> <!-- hardening: ignore[dynamic-version] tested against whatever is newest -->
                  </dependency>
                  <dependency>
                    <groupId>org.example</groupId>
                    <artifactId>b</artifactId>
                    <!-- hardening: ignore[snapshot-dependency, dynamic-version] until b is released -->
                    <version>LATEST</version>
                  </dependency>
                  <dependency>
                    <groupId>org.example</groupId>
                    <artifactId>c</artifactId>
                    <version>LATEST</version> <!-- hardening: ignore[snapshot-dependency] another check -->
                  </dependency>
                </dependencies>
                """);
        DynamicVersion check = new DynamicVersion();
        List<Finding> rules = build.findings(check);
        assertThat(rules).hasSize(3);

        AuditResult result = new DependencyAudit(new Builds(folder).lock("").build(), rules, List.of())
                .run(build.context(), Checks.of(List.of(check)));
        List<EvaluatedFinding> judged = new PolicyEvaluator(
                        PolicyLayer.none().toPolicy(List.of()),
                        Checks.of(List.of(check)),
                        LocalDate.EPOCH,
                        Reference.none())
                .judge(List.of(result))
                .findings();

        assertThat(judged)
                .extracting(each ->
                        each.suppression().map(reason -> reason.reason()).orElse("counts"))
                .containsExactly("tested against whatever is newest", "until b is released", "counts");
    }

    private List<String> notes(Builds build) {
        return new DependencyAudit(build.build(), List.of(), List.of())
                .run(build.context(), Checks.of(List.of(new InstalledMismatch())))
                .notes();
    }

    @Test
    void saysWhatIsLockedAndWasNotInstalled() {
        assertThat(notes(InstalledCase.in(folder).lock("").comparing("target/node", InstalledCase.SYSTEM)))
                .containsExactly("target/node is locked for linux-x86_64, and nothing was installed there that could be"
                        + " compared");
        assertThat(notes(InstalledCase.in(folder)
                        .lock("")
                        .installed("target/node/node", "abc")
                        .comparing("target/node", InstalledCase.SYSTEM)))
                .containsExactly("Of target/node, 1 entry is locked for linux-x86_64 and not there: target/node/lib/");
    }
}
