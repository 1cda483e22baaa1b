package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the goal says and writes; a baseline's rules are those of {@code core.policy}. */
@MojoTest
class BaselineMojoTest {

    private static final String CHECKOUT = "target/test-mojo/baseline";

    private final Path root = Path.of(CHECKOUT);
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void layOut() throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> old = Files.walk(root)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        uses("a/b@v1");
    }

    private void uses(String... actions) throws IOException {
        Path workflow = root.resolve(".github/workflows/ci.yml");
        Files.createDirectories(workflow.getParent());
        StringBuilder text = new StringBuilder(
                "on: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n");
        for (String action : actions) {
            text.append("      - uses: ").append(action).append('\n');
        }
        Files.writeString(workflow, text);
    }

    /** Where there is no POM: of one module without a file. */
    private void run(BaselineMojo mojo) throws Exception {
        run(mojo, Map.of());
    }

    private void run(BaselineMojo mojo, Map<String, String> variables) throws Exception {
        MavenSession session =
                Sessions.of(root, "hardening.root", root.toAbsolutePath().toString());
        MavenProject project = new MavenProject();
        project.setExecutionRoot(true);
        session.setProjects(List.of(project));
        session.setAllProjects(List.of(project));
        MojoExtension.setVariableValueToObject(mojo, "session", session);
        MojoExtension.setVariableValueToObject(mojo, "variables", variables);
        mojo.setLog(new RecordingLog());
        lines.clear();
        mojo.execute();
    }

    private Path baseline() {
        return root.resolve(".mvn/hardening-baseline.json");
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    void writesWhatIsThereAndThenOnlyShrinks(BaselineMojo mojo) throws Exception {
        uses("a/b@v1", "c/d@v1");
        run(mojo);

        assertThat(baseline()).content().contains("a/b@v1", "c/d@v1");
        assertThat(lines)
                .anyMatch(line -> line.matches("info Wrote .mvn/hardening-baseline.json: \\d+ known findings"));

        uses("c/d@v1", "e/f@v1");
        run(mojo);

        assertThat(baseline()).content().contains("c/d@v1").doesNotContain("a/b@v1", "e/f@v1");
        assertThat(lines)
                .contains(
                        "info no longer needed: .github/workflows/ci.yml [unpinned-uses] a/b@v1",
                        "warn 1 new finding is not added: a baseline only shrinks, unless -Dhardening.acceptNew says"
                                + " otherwise");

        run(mojo);
        assertThat(lines).anyMatch(line -> line.startsWith("info .mvn/hardening-baseline.json is up to date: "));
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "acceptNew", value = "true")
    void addsWhatIsNewWhereItIsAccepted(BaselineMojo mojo) throws Exception {
        run(mojo);
        uses("a/b@v1", "e/f@v1");
        run(mojo);

        assertThat(baseline()).content().contains("a/b@v1", "e/f@v1");
        assertThat(lines).contains("info new: .github/workflows/ci.yml [unpinned-uses] e/f@v1");
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    void writesNothingInACiService(BaselineMojo mojo) {
        assertThatThrownBy(() -> run(mojo, Map.of("CI", "true")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("a baseline is never written in a CI service (CI is set)");
        assertThat(baseline()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    void saysWhyAFamilyCouldNotBeChecked(BaselineMojo mojo) throws Exception {
        Files.writeString(root.resolve("security-insights.yml"), "header: [\n");
        run(mojo);

        assertThat(lines)
                .contains(
                        "warn Could not check Security Insights (see security-insights-unreadable): what the baseline has"
                                + " of it is kept, and more may be found");
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    void tellsOfGitWhereThereIsOne(BaselineMojo mojo) throws Exception {
        Files.createDirectories(root.resolve(".git"));
        run(mojo);

        assertThat(lines).anyMatch(line -> line.endsWith(" known findings; add it to Git"));
    }

    /** Such a baseline is in no other checkout, where the findings are new. */
    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    void doesNotTakeInThatGitTracksNoBaseline(BaselineMojo mojo) throws Exception {
        GitFolder.of(root);
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".github").call();
        }
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/hardening.yml"), "persona: regular\n");
        run(mojo);

        assertThat(baseline()).content().contains("a/b@v1").doesNotContain("gate-untracked\", \"path");
        assertThat(lines).anyMatch(line -> line.startsWith("warn gate-untracked: 1 finding cannot be in a baseline; "));
    }

    /** What a Maven log shows, each line behind its level. */
    private final class RecordingLog extends SystemStreamLog {
        @Override
        public void info(CharSequence text) {
            lines.add("info " + text);
        }

        @Override
        public void warn(CharSequence text) {
            lines.add("warn " + text);
        }
    }
}
