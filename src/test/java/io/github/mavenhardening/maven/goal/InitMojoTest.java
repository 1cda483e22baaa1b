package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest
class InitMojoTest {

    /** Where no POM binds the plugin, its prefix is not known. */
    private static final String GOAL = "io.github.mavenhardening:hardening-maven-plugin:VERSION:";

    private static final String CHECKOUT = "target/test-mojo/init";

    private final Path root = Path.of(CHECKOUT);
    private final List<String> lines = new ArrayList<>();

    @Inject
    private MavenSession session;

    @BeforeEach
    void layOut() throws IOException {
        session.getRequest().setBaseDirectory(root.toFile());
        // As of the command line: a root of a POM is not followed.
        session.getUserProperties()
                .setProperty("hardening.root", root.toAbsolutePath().toString());
        if (Files.exists(root)) {
            try (Stream<Path> old = Files.walk(root)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "root", value = CHECKOUT)
    void refusesAMisspeltPropertyOfAnyGoal(InitMojo mojo) {
        session.getUserProperties().setProperty("hardening.signaturs", "true");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The configuration is invalid: hardening.signaturs: Unknown property on the command line or in"
                                + " .mvn/maven.config; did you mean hardening.signatures?");
        assertThat(root.resolve("SECURITY.md")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "root", value = CHECKOUT)
    void namesTheFileThatCannotBeWritten(InitMojo mojo) throws IOException {
        Files.writeString(root.resolve(".mvn"), "a file where a folder should be");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Cannot read the repository or write to it: .mvn: a file is there already");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "root", value = CHECKOUT)
    void writesWhatIsMissingAndShowsIt(InitMojo mojo) throws Exception {
        mojo.setLog(new RecordingLog());
        Files.writeString(root.resolve("SECURITY.md"), "ours\n");

        mojo.execute();

        assertThat(root.resolve("SECURITY.md")).hasContent("ours\n");
        assertThat(root.resolve("security-insights.yml")).content().contains("schema-version: 2.2.0");
        assertThat(root.resolve(".github/dependabot.yml")).content().contains("default-days: 7");
        assertThat(lines)
                .contains("info Wrote .github/CODEOWNERS:", "info       schema-version: 2.2.0")
                .anyMatch(line -> line.startsWith("warn ") && line.contains("questions are left to a maintainer"))
                .anyMatch(line -> line.startsWith("warn No .mvn/checksums/checksums.sha256 was written:")
                        && line.endsWith(":lock' where its top POM is")
                        && line.contains("'mvn verify io.github.mavenhardening:hardening-maven-plugin:"))
                .containsSubsequence(
                        "info Next, once they are answered:",
                        "info     mvn verify " + GOAL + "lock",
                        "info     git add security-insights.yml .github/dependabot.yml .github/CODEOWNERS .mvn/hardening.yml",
                        "info     mvn " + GOAL + "check")
                .noneMatch(line -> line.contains("Git ignores"))
                .noneMatch(line -> line.contains("SECURITY.md:"));

        List<String> before = List.copyOf(lines);
        Files.createDirectories(root.resolve(".mvn/checksums"));
        Files.writeString(root.resolve(".mvn/checksums/checksums.sha256"), "");
        mojo.execute();

        assertThat(lines.subList(before.size(), lines.size()))
                .contains("info All files exist already: nothing was written")
                .endsWith("info Next:", "info     mvn " + GOAL + "check");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "root", value = CHECKOUT)
    void warnsOfFilesThatGitIgnores(InitMojo mojo) throws Exception {
        mojo.setLog(new RecordingLog());
        Files.writeString(root.resolve(".gitignore"), "/.mvn/\nSECURITY*\n");

        mojo.execute();

        assertThat(lines)
                .contains(
                        "warn Git ignores .mvn/hardening.yml, SECURITY.md: who clones the repository does not get what is not"
                                + " committed. Remove the pattern from .gitignore, or use 'git add -f'");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "root", value = CHECKOUT)
    void asksForNoLockWhereThereIsNoPom(InitMojo mojo) throws Exception {
        mojo.setLog(new RecordingLog());
        Files.delete(root.resolve("pom.xml"));

        mojo.execute();

        assertThat(lines).contains("info Wrote SECURITY.md:").noneMatch(line -> line.contains("checksums.sha256"));
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "skip", value = "true")
    void skips(InitMojo mojo) throws Exception {
        mojo.setLog(new RecordingLog());

        mojo.execute();

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("warn Skipping (hardening.skip=true): this is not set on the command line");
        assertThat(root.resolve("security-insights.yml")).doesNotExist();
    }

    private final class RecordingLog extends SystemStreamLog {
        @Override
        public void info(CharSequence text) {
            lines.add("info " + String.valueOf(text).replaceFirst("-plugin:[^:]+:", "-plugin:VERSION:"));
        }

        @Override
        public void warn(CharSequence text) {
            lines.add("warn " + text);
        }
    }
}
