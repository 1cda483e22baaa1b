package io.github.mavenhardening.core.workflow.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedCommandsTest {

    private static ShellCommand command(String script) {
        return ShellScript.of(script, Shell.POSIX).commands().get(0);
    }

    private static List<String> started(String script) {
        return StartedCommands.of(command(script)).commands().stream()
                .map(each -> String.join(" ", each.words()))
                .toList();
    }

    @Test
    void followsWhatRunnersStart() {
        assertThat(started("uv run pip-audit --strict")).containsExactly("pip-audit --strict");
        assertThat(started("go run example.org/x/cmd/check@v1.2.0 ./..."))
                .containsExactly("example.org/x/cmd/check ./...");
        assertThat(started("go tool govulncheck ./...")).containsExactly("govulncheck ./...");
        assertThat(started("go tool")).isEmpty();
        assertThat(started("npm ci")).isEmpty();
        assertThat(StartedCommands.of(command("uv run pip-audit")).isInContainer())
                .isFalse();
    }

    @Test
    void readsProgramsThatShellsAreGiven() {
        assertThat(started("bash -ec 'npm ci && npx eslint .'")).containsExactly("npm ci", "npx eslint .");
        assertThat(started("bash build.sh")).isEmpty();
    }

    /** A container runs what stands behind its image, and has package sources of its own. */
    @Test
    void readsWhatContainersRun() {
        String script = "docker run --rm -v \"$PWD:/work\" -w /work alpine:3.20 sh -c 'set -e; apk add make'";
        assertThat(started(script)).contains("apk add make");
        assertThat(StartedCommands.of(command(script)).isInContainer()).isTrue();
        assertThat(started("docker run --rm --entrypoint trivy images.example.org/scan:1 fs ."))
                .containsExactly("trivy fs .");
        assertThat(started("docker build .")).isEmpty();
    }

    /** However many commands start one another, the work stays that of a few. */
    @Test
    void followsAFewOnly() {
        assertThat(started("uv run ".repeat(50) + "pytest")).hasSizeLessThanOrEqualTo(3);
    }
}
