package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class HeaderChecksTest {

    private static final List<String> FILES = List.of("SECURITY.md", ".mvn/hardening.yml");

    private static MavenProject module(String groupId, String artifactId, String... goals) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(groupId);
        plugin.setArtifactId(artifactId);
        PluginExecution execution = new PluginExecution();
        execution.setGoals(List.of(goals));
        plugin.addExecution(execution);
        MavenProject module = new MavenProject();
        module.getModel().setBuild(new Build());
        module.getBuild().addPlugin(plugin);
        return module;
    }

    private static Optional<String> warning(MavenProject... modules) {
        return HeaderChecks.warning(List.of(modules), FILES);
    }

    @Test
    void namesThePluginThatMayRefuseTheNewFiles() {
        assertThat(warning(new MavenProject(), module("org.apache.rat", "apache-rat-plugin", "check")))
                .contains("The build runs apache-rat-plugin, which may refuse new files: give SECURITY.md,"
                        + " .mvn/hardening.yml your licence header, or exclude them there");
        assertThat(warning(module("com.mycila", "license-maven-plugin", "format", "check")))
                .isPresent();
        assertThat(warning(module("org.codehaus.mojo", "license-maven-plugin", "check-file-header")))
                .isPresent();
    }

    @Test
    void isSilentWhereNoneFailsTheBuild() {
        // Silent: it writes headers, lists licences, or runs nothing.
        assertThat(warning(module("com.mycila", "license-maven-plugin", "format")))
                .isEmpty();
        assertThat(warning(module("org.codehaus.mojo", "license-maven-plugin", "add-third-party")))
                .isEmpty();
        assertThat(warning(module("org.apache.rat", "apache-rat-plugin"))).isEmpty();
        assertThat(warning(module("org.example", "apache-rat-plugin", "check"))).isEmpty();
        assertThat(HeaderChecks.warning(List.of(module("org.apache.rat", "apache-rat-plugin", "check")), List.of()))
                .as("where nothing was written")
                .isEmpty();
    }
}
