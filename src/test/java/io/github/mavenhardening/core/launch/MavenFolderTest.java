package io.github.mavenhardening.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenFolderTest {

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        write("root/sub/.mvn/maven.config", "-T2");
        write("outer/.mvn/maven.config", "-T3");
    }

    @Test
    void readsBelowItsFolder() throws Exception {
        MavenFolder folder = MavenFolder.of(checkout(root), "sub");

        assertThat(folder.has("maven.config")).isTrue();
        assertThat(folder.has("jvm.config")).isFalse();
        assertThat(folder.read("maven.config").path()).isEqualTo("sub/.mvn/maven.config");
        assertThat(MavenFolder.of(checkout(root), "").pathOf("x")).isEqualTo(".mvn/x");
    }

    @Test
    void readsOutsideTheCheckoutAndNamesTheWay() throws Exception {
        MavenFolder folder = new MavenFolder("../outer", checkout(temp.resolve("outer")), "");

        assertThat(folder.read("maven.config").path()).isEqualTo("../outer/.mvn/maven.config");
        assertThat(folder.read("maven.config").text()).isEqualTo("-T3");
    }

    @Test
    void doesNotTakeForAbsentWhatOnlyMavenCanReach() throws Exception {
        Files.createSymbolicLink(root.resolve("sub/.mvn/jvm.config"), temp.resolve("outer/.mvn/maven.config"));
        Files.createSymbolicLink(root.resolve(".mvn"), temp.resolve("outer/.mvn"));
        Files.createDirectory(root.resolve("sub/.mvn/extensions.xml"));
        Repository checkout = checkout(root);

        assertThat(MavenFolder.of(checkout, "sub").has("jvm.config")).isTrue();
        assertThat(MavenFolder.of(checkout, "").has("maven.config")).isTrue();
        assertThat(MavenFolder.of(checkout, "sub").has("extensions.xml")).isTrue();
        assertThatThrownBy(() -> MavenFolder.of(checkout, "sub").read("jvm.config"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(
                        "sub/.mvn/jvm.config: it is not a file, or a link that leads out of the repository");
        assertThatThrownBy(() -> MavenFolder.of(checkout, "").read("maven.config"))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void namesItsOwnPathWhereReadingFails() throws Exception {
        Files.write(temp.resolve("outer/.mvn/maven.config"), new byte[] {(byte) 0xff});
        MavenFolder folder = new MavenFolder("../outer", checkout(temp.resolve("outer")), "");

        assertThatThrownBy(() -> folder.read("maven.config"))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.location().path()).isEqualTo("../outer/.mvn/maven.config"));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(temp.resolve(path).getParent());
        Files.writeString(temp.resolve(path), text);
    }

    private static Repository checkout(Path root) throws IOException {
        return new Repository(new Checkout(root), Optional.empty());
    }
}
