package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.launch.MavenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenFoldersTest {

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("outer/checkout"));
        Files.createDirectories(root.resolve(".git"));
        Files.createDirectories(root.resolve("sub/module"));
    }

    @Test
    void findsMavensFolderBelowTheRootOfTheCheckout() {
        Sessions.write(root.resolve("sub/.mvn/maven.config"), "");
        Sessions.write(root.resolve(".mvn/maven.config"), "");

        assertThat(MavenFolders.of(Sessions.of(root.resolve("sub/module")))).containsExactly(root.resolve("sub"));
        assertThat(MavenFolders.of(Sessions.of(root.resolve("sub")), root))
                .extracting(MavenFolder::path)
                .containsExactly("sub");
        assertThat(MavenFolders.of(Sessions.of(root), root)).extracting(MavenFolder::path).containsExactly("");
        assertThat(MavenFolders.home(Sessions.of(root.resolve("sub")), root)).isEqualTo(root.resolve("sub"));
    }

    @Test
    void findsMavensFolderOutsideOfTheCheckout() throws Exception {
        Sessions.write(root.getParent().resolve(".mvn/maven.config"), "-T2");

        assertThat(MavenFolders.of(Sessions.of(root), root)).singleElement().satisfies(folder -> {
            assertThat(folder.path()).isEqualTo("..");
            assertThat(folder.pathOf(MavenFolder.ARGUMENTS)).isEqualTo("../.mvn/maven.config");
            assertThat(folder.has(MavenFolder.ARGUMENTS)).isTrue();
        });
    }

    @Test
    void findsNoneWhereMavenReadsNone() {
        assertThat(MavenFolders.of(Sessions.of(root))).isEmpty();
        assertThat(MavenFolders.home(Sessions.of(root), root)).isEqualTo(root);
    }

    @Test
    void believesMavenAndNoProperty() {
        Sessions.write(root.resolve("decoy/.mvn/maven.config"), "");
        Sessions.write(root.resolve(".mvn/maven.config"), "");

        assertThat(MavenFolders.of(Sessions.of(
                        root,
                        "maven.multiModuleProjectDirectory",
                        root.resolve("decoy").toString(),
                        "session.rootDirectory",
                        root.resolve("decoy").toString())))
                .containsExactly(root);
    }
}
