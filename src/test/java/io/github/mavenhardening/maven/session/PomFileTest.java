package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomFileTest {

    @TempDir
    Path root;

    @Test
    void staysTheOneThatMavenReadWhateverGoalsPutInItsPlace() {
        Path pom = root.resolve("a/pom.xml");
        MavenProject project = new MavenProject();
        assertThat(PomFile.of(project)).isEmpty();

        project.setFile(pom.toFile());
        assertThat(PomFile.of(project)).contains(pom);

        project.getModel().setPomFile(pom.toFile());
        project.setPomFile(root.resolve("a/.flattened-pom.xml").toFile());
        assertThat(PomFile.of(project)).contains(pom);
        project.setFile(root.resolve("a/target/dependency-reduced-pom.xml").toFile());
        assertThat(PomFile.of(project)).contains(pom);
    }
}
