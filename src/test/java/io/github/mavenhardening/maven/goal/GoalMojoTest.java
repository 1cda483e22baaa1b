package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goals log and fail with names other goals so that they can be run. */
@MojoTest
class GoalMojoTest {

    private static final String CHECKOUT = "target/test-mojo/goal";
    private static final String FULL = "io.github.mavenhardening:hardening-maven-plugin:VERSION:";

    /** A goal by the prefix that the project does not have. */
    private static final String BY_PREFIX = "(?s).*(?<![\\w:.-])hardening:[a-z].*";

    private final Path root = Path.of(CHECKOUT).toAbsolutePath();
    private final List<String> lines = new ArrayList<>();

    @Inject
    private MavenSession session;

    @BeforeEach
    void layOut() throws IOException {
        session.getRequest().setBaseDirectory(root.toFile());
        session.getUserProperties().setProperty("hardening.root", root.toString());
        Files.createDirectories(root.resolve(".git"));
        Files.createDirectories(root.resolve(".github/workflows"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
    }

    /** Has the goal run where the top POM has the plugin, or does not. */
    private void in(GoalMojo mojo, boolean bound, boolean offline) throws ReflectiveOperationException {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.mavenhardening");
        plugin.setArtifactId("hardening-maven-plugin");
        MavenProject project = new MavenProject();
        project.setFile(root.resolve("pom.xml").toFile());
        project.setExecutionRoot(true);
        project.getModel().setBuild(new Build());
        if (bound) {
            project.getBuild().addPlugin(plugin);
        }
        MavenSession session = Sessions.of(root, "hardening.root", root.toString());
        session.getRequest().setOffline(offline);
        session.setProjects(List.of(project));
        session.setAllProjects(List.of(project));
        MojoExtension.setVariableValueToObject(mojo, "session", session);
    }

    private String failure(GoalMojo mojo, Class<? extends Exception> type) {
        mojo.setLog(new RecordingLog());
        Throwable failure = catchThrowable(mojo::execute);
        assertThat(failure).isInstanceOf(type);
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            // Maven prints the texts of causes as well.
            assertThat(cause.getMessage().matches(BY_PREFIX))
                    .as("whether the text of a cause has a goal by its prefix: %s", cause.getMessage())
                    .isEqualTo(failure.getMessage().matches(BY_PREFIX));
        }
        return withoutVersion(failure.getMessage());
    }

    private static String withoutVersion(String text) {
        return text.replaceAll("-plugin:[^:]+:", "-plugin:VERSION:");
    }

    /** Maven would tell the name of the parameter, which is not what one types. */
    @Test
    @InjectMojo(goal = "explain")
    void namesThePropertyThatExplainWants(ExplainMojo mojo) throws Exception {
        in(mojo, false, true);

        assertThat(failure(mojo, MojoExecutionException.class))
                .isEqualTo("Name the check: -Dcheck=ID ('mvn " + FULL + "list-checks' lists them)");
    }

    @Test
    @InjectMojo(goal = "aggregate")
    void namesThePropertyThatAggregateWants(AggregateMojo mojo) throws Exception {
        in(mojo, false, true);

        assertThat(failure(mojo, MojoExecutionException.class))
                .isEqualTo("Name the folder that the JSON reports lie in: -Dhardening.reports=FOLDER");
    }

    /** Maven prints the texts of causes behind it: a path of the machine, and the same reason again. */
    @Test
    @InjectMojo(goal = "effective-policy")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "format", value = "json")
    void saysOnceThatAFileCannotBeWritten(EffectivePolicyMojo mojo) throws Exception {
        Files.writeString(root.resolve("target"), "no folder");
        try {
            assertThat(failure(mojo, MojoExecutionException.class))
                    .startsWith("Cannot read the repository or write to it: target")
                    .doesNotContain(root.toString());
            assertThat(catchThrowable(mojo::execute)).hasNoCause();
        } finally {
            Files.delete(root.resolve("target"));
        }
    }

    @Test
    @InjectMojo(goal = "fetch")
    @MojoParameter(name = "root", value = CHECKOUT)
    void failsWithAGoalByItsFullName(FetchMojo mojo) {
        assertThat(failure(mojo, MojoFailureException.class))
                .contains("does not exist: write it with 'mvn verify " + FULL + "lock'")
                .doesNotMatch(BY_PREFIX);
    }

    @Test
    @InjectMojo(goal = "fetch")
    @MojoParameter(name = "root", value = CHECKOUT)
    void failsWithAGoalByItsPrefixWhereItIsKnown(FetchMojo mojo) throws Exception {
        in(mojo, true, false);

        assertThat(failure(mojo, MojoFailureException.class))
                .contains("does not exist: write it with 'mvn verify hardening:lock'");
    }

    @Test
    @InjectMojo(goal = "lock")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "prune", value = "true")
    void refusesWithAGoalByItsFullName(LockMojo mojo) throws Exception {
        in(mojo, false, false);

        assertThat(failure(mojo, MojoFailureException.class))
                .contains("run 'mvn clean verify " + FULL + "lock -Dhardening.prune'")
                .doesNotMatch(BY_PREFIX);
    }

    @Test
    @InjectMojo(goal = "pin")
    @MojoParameter(name = "root", value = CHECKOUT)
    void breaksWithAGoalByItsFullName(PinMojo mojo) throws Exception {
        in(mojo, false, true);

        assertThat(failure(mojo, MojoExecutionException.class)).startsWith(FULL + "pin asks Git hosts");
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "root", value = CHECKOUT)
    void saysWhatIsWrongWithAFileByFullNames(BaselineMojo mojo) throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Path baseline = root.resolve(".mvn/hardening-baseline.json");
        Files.writeString(baseline, "<<<<<<< ours\n");
        try {
            assertThat(failure(mojo, MojoExecutionException.class))
                    .contains("run " + FULL + "baseline")
                    .doesNotMatch(BY_PREFIX);
        } finally {
            Files.delete(baseline);
        }
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "check", value = "missing-lock")
    void logsGoalsByTheirFullNames(ExplainMojo mojo) throws Exception {
        mojo.setLog(new RecordingLog());

        mojo.execute();

        assertThat(lines).anyMatch(line -> line.contains(FULL + "lock")).noneMatch(line -> line.matches(BY_PREFIX));
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "check", value = "missing-lock")
    void logsGoalsByThePrefixWhereItIsKnown(ExplainMojo mojo) throws Exception {
        in(mojo, true, false);
        mojo.setLog(new RecordingLog());

        mojo.execute();

        assertThat(lines).anyMatch(line -> line.contains("hardening:lock")).noneMatch(line -> line.contains(FULL));
    }

    /** A diff is of what the file has, not of how a goal is called here. */
    @Test
    @InjectMojo(goal = "fix")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "unsafe", value = "true")
    void showsLinesOfFilesAsTheyAre(FixMojo mojo) throws Exception {
        Files.writeString(root.resolve(".github/workflows/ci.yml"), """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: |
                          mvn hardening:check
                          echo ${{ github.event.head_commit.message }}
                """);
        mojo.setLog(new RecordingLog());

        mojo.execute();

        assertThat(lines).anyMatch(line -> line.matches(".* mvn hardening:check"));
    }

    private final class RecordingLog extends SystemStreamLog {
        @Override
        public void info(CharSequence text) {
            lines.add(withoutVersion(String.valueOf(text)));
        }

        @Override
        public void warn(CharSequence text) {
            info(text);
        }
    }
}
