package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreExtensionsTest {

    private static final String EXTENSION =
            "<extension><groupId>g</groupId><artifactId>a</artifactId><version>%s</version></extension>";

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("checkout"));
        Files.createDirectories(root.resolve(".git"));
        Files.createDirectories(root.resolve("sub"));
    }

    @Test
    void readsTheFolderThatMavenReads() {
        declare("sub", EXTENSION.formatted("1"));
        declare(".", EXTENSION.formatted("2"));

        assertGavs(CoreExtensions.of(Sessions.of(root.resolve("sub")), root), "g:a:1");
        assertGavs(CoreExtensions.of(Sessions.of(root), root), "g:a:2");
    }

    @Test
    void readsMavensFolderWhateverTheRootIs() {
        declare(".", EXTENSION.formatted("1"));

        assertGavs(CoreExtensions.of(Sessions.of(root), root.resolve("sub")), "g:a:1");
    }

    @Test
    void putsPropertiesIntoWhatIsDeclared() {
        declare(".", EXTENSION.formatted("${v}.${w}") + EXTENSION.formatted("${v}.2") + EXTENSION.formatted("${loop}"));
        MavenSession session = Sessions.of(root, "v", "1", "loop", "${loop}");
        session.getSystemProperties().setProperty("w", "2");

        assertGavs(CoreExtensions.of(session, root), "g:a:${loop}", "g:a:1.2");
    }

    @Test
    void saysWhatItCannotRead() {
        Sessions.write(root.resolve(".mvn/extensions.xml"), "<!DOCTYPE extensions><extensions/>");

        CoreExtensions extensions = CoreExtensions.of(Sessions.of(root), root);

        assertGavs(extensions);
        assertThat(extensions.unreadable()).containsOnlyKeys(".mvn/extensions.xml");
    }

    private void declare(String folder, String extensions) {
        Sessions.write(
                root.resolve(folder).resolve(".mvn/extensions.xml"), "<extensions>" + extensions + "</extensions>");
    }

    private static void assertGavs(CoreExtensions extensions, String... gavs) {
        assertThat(extensions.declared())
                .extracting(plugin -> plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion())
                .containsExactly(gavs);
    }
}
