package io.github.mavenhardening.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerCommandTest {

    private static Optional<ContainerCommand> of(String script) {
        return ContainerCommand.of(
                ShellScript.of(script, Shell.POSIX).commands().get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "docker run --rm -v $PWD:/w repo.example.org:5000/tool:1 check -q, repo.example.org:5000/tool check -q, check -q",
        "podman run --entrypoint sh tool@sha256:0 -c make, sh -c make, sh -c make",
        "podman run --entrypoint= tool make, tool make, make"
    })
    void tellsTheImageAndWhatItRuns(String script, String image, String program) {
        ContainerCommand container = of(script).orElseThrow();

        assertThat(String.join(" ", container.image().words())).isEqualTo(image);
        assertThat(String.join(" ", container.program().orElseThrow().words())).isEqualTo(program);
    }

    @Test
    void leavesItToTheImage() {
        ContainerCommand container = of("docker run -e A --name b tool").orElseThrow();

        assertThat(container.options()).containsExactly("docker", "run", "-e", "A", "--name", "b");
        assertThat(container.program()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker build .", "docker run --rm", "docker run --name tool", "make run tool"})
    void isNone(String script) {
        assertThat(of(script)).isEmpty();
    }
}
