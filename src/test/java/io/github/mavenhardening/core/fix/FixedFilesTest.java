package io.github.mavenhardening.core.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedFilesTest {

    @TempDir
    private Path root;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(root.resolve("a.txt"), "\uFEFFone\r\ntwo");
    }

    private FixedFiles files(String text) throws IOException {
        Repository repository = new Repository(new Checkout(root), Optional.empty());
        return FixedFiles.of(root, repository, new TreeMap<>(Map.of("a.txt", text)));
    }

    @Test
    void keepsTheByteOrderMarkAndEveryLineBreak() throws IOException {
        FixedFiles files = files("1\r\ntwo");
        assertThat(files.diff()).contains("-one", "+1");
        files.write();
        assertThat(Files.readAllBytes(file)).isEqualTo("\uFEFF1\r\ntwo".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesNothingToAFileThatWasChangedSince() throws IOException {
        FixedFiles files = files("1\r\ntwo");
        Files.writeString(file, "\uFEFFone\r\ntwo!");
        assertThatThrownBy(files::write).isInstanceOf(IOException.class).hasMessageContaining("changed while");
        assertThat(Files.readString(file)).isEqualTo("\uFEFFone\r\ntwo!");
    }

    @Test
    void writesNothingThroughALinkOrInPlaceOfAFileThatIsGone() throws IOException {
        FixedFiles files = files("1\r\ntwo");
        Path elsewhere = Files.move(file, root.resolve("b.txt"));
        assertThatThrownBy(files::write).isInstanceOf(IOException.class).hasMessageContaining("a link, or no file");
        Files.createSymbolicLink(file, elsewhere);
        assertThatThrownBy(files::write).isInstanceOf(IOException.class).hasMessageContaining("a link, or no file");
        assertThat(Files.readString(elsewhere)).isEqualTo("\uFEFFone\r\ntwo");
    }
}
