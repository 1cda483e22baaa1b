package io.github.mavenhardening.core.workflow.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.MemoryTree;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownEndpointsTest {

    private static List<String> of(String command) {
        return KnownEndpoints.of(ShellScript.of(command, Shell.POSIX).commands().get(0));
    }

    /** The folder that a command works in is none of its operands. */
    @Test
    void passesOverFolders() {
        assertThat(of("uv --directory app sync --locked")).containsExactly("registry:pip");
        assertThat(of("npm --prefix web ci")).containsExactly("registry:npm");
        assertThat(of("git -C checkout fetch --all")).containsExactly("github.com");
        assertThat(of("uv --directory sync")).isEmpty();
    }

    @Test
    void knowsWhatPartsOfCloudCommandsAsk() {
        assertThat(of("gcloud run deploy site")).contains("run.googleapis.com");
        assertThat(of("gcloud config list")).doesNotContain("run.googleapis.com");
        assertThat(of("az role assignment create")).contains("graph.microsoft.com");
        assertThat(of("az aks show")).doesNotContain("graph.microsoft.com");
    }

    /** A build backend of Rust takes crates when the project is installed. */
    @Test
    void knowsWhatBuildBackendsAsk() {
        assertThat(KnownEndpoints.of("pip", "build-backend = \"maturin\"")).containsExactly("registry:cargo");
        assertThat(KnownEndpoints.of("pip", "build-backend = \"hatchling.build\""))
                .isEmpty();
    }

    /** What the table lays to the files of a tool is looked up in files that are known. */
    @Test
    void knowsTheFilesOfEachTool() {
        ToolSettings settings = ToolSettings.of(new Repository(MemoryTree.of(Map.of()), Optional.empty()));
        for (String line : ResourceLines.of(KnownEndpoints.class, "endpoints.txt")) {
            for (String word : line.split(" ", -1)) {
                String tool = word.substring(word.indexOf(':') + 1);
                if (word.startsWith(KnownEndpoints.CONFIG)) {
                    settings.targets(tool);
                } else if (word.startsWith(KnownEndpoints.ADDRESSES)) {
                    settings.texts(tool);
                } else if (word.startsWith(KnownEndpoints.IMAGES)) {
                    settings.images(tool);
                } else if (word.startsWith(KnownEndpoints.REGISTRY) || word.startsWith(KnownEndpoints.EVERYWHERE)) {
                    assertThat(Tool.of(tool)).isNotNull();
                }
            }
        }
    }
}
