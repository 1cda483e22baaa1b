package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person vouches for is changed where a person asks for it by name. */
@MojoTest
class FixMojoTest {

    private static final String CHECKOUT = "target/test-mojo/fix";

    /** A day where a moment belongs, and a link without encryption, whose fix is unsafe, too. */
    private static final String INSIGHTS = """
            header:
              schema-version: 1.0.0
              expiration-date: '2027-10-03'
              last-updated: '2026-11-01'
              last-reviewed: '2026-11-01'
              project-url: http://github.com/o/r
            """;

    private final Path root = Path.of(CHECKOUT);

    @Inject
    private MavenSession session;

    @BeforeEach
    void layOut() throws IOException {
        session.getRequest().setBaseDirectory(root.toFile());
        session.getUserProperties()
                .setProperty("hardening.root", root.toAbsolutePath().toString());
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve("security-insights.yml"), INSIGHTS);
    }

    @Test
    @InjectMojo(goal = "fix")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "unsafe", value = "true")
    @MojoParameter(name = "apply", value = "true")
    void leavesADateToWhoeverNamesIt(FixMojo mojo) throws Exception {
        mojo.execute();

        assertThat(root.resolve("security-insights.yml"))
                .content()
                .contains("https://github.com/o/r")
                .contains("expiration-date: '2027-10-03'\n");
    }

    @Test
    @InjectMojo(goal = "fix")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "unsafe", value = "true")
    @MojoParameter(name = "apply", value = "true")
    @MojoParameter(name = "check", value = "security-insights-date")
    void changesTheDateOfTheCheckThatIsNamed(FixMojo mojo) throws Exception {
        mojo.execute();

        assertThat(root.resolve("security-insights.yml"))
                .content()
                .contains("http://github.com/o/r")
                .contains("expiration-date: '2027-10-03T23:59:59Z'\n");
    }

    @Test
    @InjectMojo(goal = "fix")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "unsafe", value = "true")
    @MojoParameter(name = "apply", value = "true")
    @MojoParameter(name = "path", value = ".github/**")
    void leavesFilesThatNoPathNames(FixMojo mojo) throws Exception {
        mojo.execute();

        assertThat(root.resolve("security-insights.yml")).hasContent(INSIGHTS);
    }

    @Test
    @InjectMojo(goal = "fix")
    @MojoParameter(name = "root", value = CHECKOUT)
    @MojoParameter(name = "unsafe", value = "true")
    @MojoParameter(name = "apply", value = "true")
    @MojoParameter(name = "path", value = "*.yml")
    void changesFilesThatAPathNames(FixMojo mojo) throws Exception {
        mojo.execute();

        assertThat(root.resolve("security-insights.yml")).content().contains("https://github.com/o/r");
    }
}
