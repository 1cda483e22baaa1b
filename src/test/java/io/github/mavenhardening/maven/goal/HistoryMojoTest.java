package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.GitFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which versions the goal looks at by itself. */
@MojoTest
class HistoryMojoTest {

    @TempDir
    Path root;

    @Inject
    private MavenSession session;

    @Test
    @InjectMojo(goal = "history")
    void looksAtTagsWhereThereIsMoreThanOne(HistoryMojo mojo) throws Exception {
        session.getRequest().setBaseDirectory(root.toFile());
        session.getUserProperties()
                .setProperty("hardening.root", root.toAbsolutePath().toString());
        GitFolder.of(root);
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "one");
            git.tag().setName("v1").setAnnotated(false).call();
            commit(git, "two");
            commit(git, "three");
            assertThat(versions(mojo)).hasSize(3).noneMatch(line -> line.contains(" v1 "));

            git.tag().setName("v2").setAnnotated(false).call();
            assertThat(versions(mojo)).hasSize(2).anyMatch(line -> line.contains(" v1 "));
        }
    }

    private void commit(Git git, String text) throws Exception {
        Files.writeString(root.resolve("README.md"), text);
        git.add().addFilepattern("README.md").call();
        git.commit()
                .setMessage(text)
                .setSign(false)
                .setAuthor("A", "a@b")
                .setCommitter("A", "a@b")
                .call();
    }

    private static List<String> versions(HistoryMojo mojo) throws Exception {
        List<String> lines = new ArrayList<>();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence text) {
                lines.add(text.toString());
            }
        });
        mojo.execute();
        return lines.stream()
                .filter(line -> line.matches("\\d{4}-\\d{2}-\\d{2} .*"))
                .toList();
    }
}
