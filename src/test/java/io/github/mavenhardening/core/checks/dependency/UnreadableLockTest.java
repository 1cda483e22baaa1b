package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.DependencyAudit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableLockTest {

    @TempDir
    Path folder;

    @Test
    void pointsAtTheLine() {
        Builds build = new Builds(folder).lock(OF_ABC + "  org/example/a.jar", "garbage");

        assertThat(build.findings(new UnreadableLock())).singleElement().satisfies(finding -> {
            assertThat(finding.primary().line()).isEqualTo(2);
            assertThat(finding.message()).contains("nothing was verified").contains("64 hexadecimal digits");
        });
    }

    @Test
    void isSilentWhenTheLockCanBeRead() {
        assertThat(new Builds(folder).lock(OF_ABC + "  org/example/a.jar").findings(new UnreadableLock()))
                .isEmpty();
    }

    @Test
    void doesNotPassForChecked() {
        AuditResult result = new DependencyAudit(
                        new Builds(folder).lock("garbage").build(), List.of(), List.of())
                .run(new CheckContext(null, null, Options.none(), List.of()), Checks.of(List.of(new UnreadableLock())));

        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.COULD_NOT_CHECK);
        assertThat(result.findings()).hasSize(1);
    }
}
