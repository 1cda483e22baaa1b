package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.checks.posture.UpdateBot;
import io.github.mavenhardening.core.checks.workflow.DependabotCooldown;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a missing cooldown is told by whichever family looks, and once where both do. */
class OverlapFilterTest {

    private static final String ENTRY = """
            version: 2
            updates:
              - package-ecosystem: maven
                directory: /
                schedule: {interval: weekly}
            """;

    private static final Audit WORKFLOWS = new WorkflowAudit();
    private static final Audit POSTURE = new PostureAudit(Optional.empty());

    @TempDir
    Path root;

    private List<String> told(String dependabot, Audit... audits) throws Exception {
        Files.createDirectories(root.resolve(".github"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve(".github/dependabot.yml"), dependabot);
        Hardening hardening = new Hardening(
                new Repository(new Checkout(root), Optional.empty()),
                new Environment(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Map.of()),
                Checks.of(List.of(new UpdateBot(), new DependabotCooldown())),
                PolicyLayer.none(),
                Optional.empty());
        List<AuditResult> results = new ArrayList<>();
        for (Audit audit : audits) {
            results.add(hardening.audit(audit));
        }
        List<String> told = new ArrayList<>();
        for (EvaluatedFinding judged : hardening.judge(results).findings()) {
            told.add(judged.finding().checkId() + ":"
                    + judged.finding().primary().line());
        }
        return told;
    }

    @Test
    void tellsOnceWhatTwoFamiliesFind() throws Exception {
        assertThat(told(ENTRY, WORKFLOWS)).containsExactly("dependabot-cooldown:3");
        // Dependabot waits three days by itself; only the other check asks for more.
        assertThat(told(ENTRY, POSTURE)).isEmpty();
        assertThat(told(ENTRY, WORKFLOWS, POSTURE)).containsExactly("dependabot-cooldown:3");
        String none = ENTRY + "    cooldown:\n      default-days: 0\n";
        assertThat(told(none, POSTURE)).containsExactly("update-bot:7");
        assertThat(told(none, WORKFLOWS, POSTURE)).containsExactly("dependabot-cooldown:7");
    }

    @Test
    void tellsWhatOnlyOneOfThemFinds() throws Exception {
        String level = ENTRY + "    cooldown:\n      default-days: 7\n      semver-major-days: 0\n";
        assertThat(told(level, WORKFLOWS, POSTURE)).containsExactly("update-bot:8");
        String other = ENTRY.replace("directory: /", "directory: /none");
        assertThat(told(other, WORKFLOWS, POSTURE)).containsExactly("dependabot-cooldown:3", "update-bot:4");
    }
}
