package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goals as Maven configures them, on a checkout that each test lays out. */
@MojoTest
class AuditMojoTest {

    private static final String CHECKOUT = "target/test-mojo/checkout";
    private static final String UNPINNED = """
            name: CI
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/checkout@v6
            """;

    private final Path root = Path.of(CHECKOUT);
    private final RecordingLog log = new RecordingLog();

    @Inject
    private MavenSession session;

    @BeforeEach
    void layOut() throws IOException {
        session.getRequest().setBaseDirectory(root.toFile());
        // As of the command line: a root of a POM is not followed.
        session.getUserProperties()
                .setProperty("hardening.root", root.toAbsolutePath().toString());
        write(".github/workflows/ci.yml", UNPINNED);
        Files.deleteIfExists(root.resolve("target/hardening/hardening.json"));
        Files.deleteIfExists(root.resolve("target/hardening/hardening.sarif"));
        Files.deleteIfExists(root.resolve(".mvn/hardening.yml"));
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    void failsWithTheFindingsInTheText(WorkflowsMojo mojo) {
        mojo.setLog(log);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(".github/workflows/ci.yml:8:15 unpinned-uses ");
        assertThat(root.resolve("target/hardening/hardening.json")).content().contains("unpinned-uses");
        assertThat(root.resolve("target/hardening/hardening.sarif")).content().contains("unpinned-uses");
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "failOnViolation", value = "false")
    void reportsOnly(WorkflowsMojo mojo) throws Exception {
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("warn .github/workflows/ci.yml:8:15 unpinned-uses "))
                .anyMatch(line -> line.endsWith("- uses: actions/checkout@v6"))
                .anyMatch(line -> line.startsWith("warn FAILED, which fails no build (hardening.failOnViolation): "))
                .anyMatch(line -> line.startsWith("info   Reports  target/hardening/"))
                .noneMatch(line -> line.startsWith("error "));
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "outputDirectory", value = CHECKOUT + "/.github/workflows/ci.yml")
    void saysHowReportsAreWrittenElsewhere(WorkflowsMojo mojo) {
        mojo.setLog(log);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Cannot read the repository or write to it: .github/workflows/ci.yml: a file is there already;"
                                + " -Dhardening.outputDirectory=<folder> writes reports elsewhere");
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("error FAILED: "))
                .as("a report that was not written is not named")
                .noneMatch(line -> line.startsWith("info   Reports "));
    }

    /** Whoever has no POM that names the plugin can run what the log says. */
    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "failOnViolation", value = "false")
    void namesCommandsThatWork(WorkflowsMojo mojo) throws Exception {
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines)
                .anyMatch(line -> line.matches(
                        "info   Next     mvn io\\.github\\.mavenhardening:hardening-maven-plugin:[^:]+:pin.*"));
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    void isOneLineWhereAllIsWell(WorkflowsMojo mojo) throws Exception {
        write(
                ".github/workflows/ci.yml",
                UNPINNED.replace("@v6", "@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1"));
        write(
                ".mvn/hardening.yml",
                "checks:\n  artipacked: {enabled: false}\n  dependency-review-missing: {enabled: false}\n");
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines)
                .filteredOn(line -> !line.startsWith("info Absent: "))
                .singleElement()
                .asString()
                .startsWith(
                        "info Hardening passed by .mvn/hardening.yml: 1 reference, 1 workflow, no findings, 2 checks off");
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "failOn", value = "never")
    @MojoParameter(name = "formats", value = "json")
    void writesTheFormatsAskedFor(WorkflowsMojo mojo) throws Exception {
        mojo.setLog(log);

        mojo.execute();

        assertThat(root.resolve("target/hardening/hardening.json")).exists();
        assertThat(root.resolve("target/hardening/hardening.sarif")).doesNotExist();
    }

    /** As each module of a reactor does, which has nothing to add to what the first one said. */
    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    void countsWhatIsTakenBackOnce(WorkflowsMojo mojo) throws Exception {
        write(
                ".github/workflows/ci.yml",
                UNPINNED.replace("checkout@v6", "checkout@v6 # hardening: ignore[unpinned-uses] moves next week"));
        mojo.setLog(log);

        mojo.execute();
        mojo.execute();

        assertThat(log.lines)
                .filteredOn(line -> line.contains("Hardening passed"))
                .hasSize(1);
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "skip", value = "true")
    void skips(WorkflowsMojo mojo) throws Exception {
        session.getUserProperties().setProperty("hardening.skip", "true");
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines).containsExactly("info Skipping (hardening.skip=true)");
        assertThat(root.resolve("target/hardening/hardening.json")).doesNotExist();
    }

    /** As a POM can say so, which is no word of whoever typed the command. */
    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "skip", value = "true")
    void warnsWhereNotTheCommandLineSaysThatItIsToSkip(WorkflowsMojo mojo) throws Exception {
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines)
                .containsExactly("warn Skipping (hardening.skip=true): this is not set on the command line, but in a"
                        + " checked-in file or in the environment; the goal did nothing");
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "disable", value = "unpined-uses")
    void refusesAnUnknownCheck(WorkflowsMojo mojo) {
        mojo.setLog(log);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "hardening.disable: There is no check 'unpined-uses'; did you mean unpinned-uses?");
    }

    @Test
    @InjectMojo(goal = "workflows")
    @MojoParameter(name = "root", value = CHECKOUT)
    void namesFileLineAndKeyOfAnUnreadablePolicy(WorkflowsMojo mojo) throws IOException {
        mojo.setLog(log);
        write(".mvn/hardening.yml", "checks:\n  unpinned-uses:\n    severity: grave\n");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(".mvn/hardening.yml:3:15 checks.unpinned-uses.severity: Must be info");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "check", value = "unpinned-images")
    void explains(ExplainMojo mojo) throws Exception {
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines).anyMatch(line -> line.startsWith("info unpinned-images: "));
        assertThat(log.lines).anyMatch(line -> line.contains("```yaml bad"));
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "check", value = "unpinned-image")
    void explainsTheNearestNameOfAnUnknownCheck(ExplainMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("did you mean unpinned-images?");
    }

    @Test
    @InjectMojo(goal = "list-checks")
    void listsTheChecksByFamily(ListChecksMojo mojo) throws Exception {
        mojo.setLog(log);

        mojo.execute();

        assertThat(log.lines)
                .contains("info workflows", "info dependencies", "info Security Insights")
                .anyMatch(line -> line.matches("info {3}artifact-mismatch +critical +regular +.*"));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(file, text);
    }

    private static final class RecordingLog extends SystemStreamLog {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void info(CharSequence text) {
            lines.add("info " + text);
        }

        @Override
        public void warn(CharSequence text) {
            lines.add("warn " + text);
        }

        @Override
        public void error(CharSequence text) {
            lines.add("error " + text);
        }
    }
}
