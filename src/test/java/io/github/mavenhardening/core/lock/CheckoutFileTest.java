package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutFileTest {

    @TempDir
    Path root;

    @TempDir
    Path outside;

    private CheckoutFile file;

    @BeforeEach
    void file() {
        file = new CheckoutFile(root, ".mvn/deep/file", 100);
    }

    private static byte[] bytes(int count) {
        return new byte[count];
    }

    @Test
    void writesAndReads() throws IOException {
        assertThat(file.read()).isEmpty();
        assertThat(file.write(bytes(3))).isTrue();
        assertThat(file.read()).hasValue(bytes(3));
        assertThat(file.write(bytes(3))).as("the same again").isFalse();
        assertThat(file.write(bytes(4))).isTrue();
    }

    @Test
    void keepsTheLineBreaksThatAreThere() throws IOException {
        byte[] content = "a\nb\n".getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "a\r\n");
        assertThat(file.write(content)).isTrue();
        assertThat(Files.readString(file.path())).isEqualTo("a\r\nb\r\n");
        assertThat(file.write(content)).as("the same again").isFalse();
        Files.writeString(file.path(), "a\n\r\n");
        assertThat(file.write(content)).isTrue();
        assertThat(Files.readString(file.path())).isEqualTo("a\nb\n");
    }

    @Test
    void doesNotReplaceWhatSomebodyElseWroteSinceItWasRead() throws IOException {
        assertThat(file.read()).isEmpty();
        new CheckoutFile(root, ".mvn/deep/file", 100).write(bytes(5));
        assertThatThrownBy(() -> file.write(bytes(6)))
                .isInstanceOf(IOException.class)
                .hasMessage("it was changed while this build ran: run the goal again");

        assertThat(file.read()).hasValue(bytes(5));
        Files.delete(file.path());
        assertThatThrownBy(() -> file.write(bytes(6))).hasMessageContaining("was changed while this build ran");
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void writesThroughALinkThatStaysWithin() throws IOException {
        Path real = Files.writeString(root.resolve("real"), "x");
        Files.createDirectories(file.path().getParent());
        Files.createSymbolicLink(file.path(), real);

        assertThat(file.write(bytes(7))).isTrue();

        assertThat(Files.isSymbolicLink(file.path())).isTrue();
        assertThat(Files.readAllBytes(real)).hasSize(7);
    }

    @Test
    void writesNothingBehindALinkThatLeadsOut() throws IOException {
        Files.createSymbolicLink(root.resolve(".mvn"), outside);

        assertThatThrownBy(() -> file.write(bytes(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the repository");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesWhatIsTooLargeOrNoFile() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.write(file.path(), bytes(101));
        assertThatThrownBy(() -> file.read()).hasMessage("it is larger than 100 bytes");

        Files.delete(file.path());
        Files.createDirectories(file.path());
        assertThatThrownBy(() -> file.read()).hasMessage("it is not a regular file");
        assertThatThrownBy(() -> file.write(bytes(1))).hasMessage("it is not a regular file");
    }
}
