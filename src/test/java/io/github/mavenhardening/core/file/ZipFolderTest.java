package io.github.mavenhardening.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFolderTest {

    @TempDir
    Path folder;

    private Path zip(String name, String content) throws IOException {
        Path zip = folder.resolve("some.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }

    @Test
    void unpacksWhatIsThere() throws IOException {
        ZipFolder.unpack(zip("a/b.txt", "text"), folder.resolve("target"), 4);

        assertThat(folder.resolve("target/a/b.txt")).hasContent("text");
        assertThat(Files.isExecutable(folder.resolve("target/a/b.txt"))).isFalse();
    }

    @Test
    void refusesWhatLeadsOut() throws IOException {
        for (String name : new String[] {"../b.txt", "a/../../b.txt", "/../b.txt"}) {
            Path zip = zip(name, "text");
            assertThatThrownBy(() -> ZipFolder.unpack(zip, folder.resolve("target"), 100))
                    .isInstanceOf(IOException.class);
            assertThat(folder.resolve("b.txt")).doesNotExist();
        }
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        Path zip = zip("a.txt", "0".repeat(1_000_000));
        assertThatThrownBy(() -> ZipFolder.unpack(zip, folder.resolve("target"), 999_999))
                .hasMessageContaining("larger than is allowed");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        Path file = Files.writeString(folder.resolve("no.zip"), "no zip");
        assertThatThrownBy(() -> ZipFolder.unpack(file, folder.resolve("target"), 100))
                .isInstanceOf(IOException.class);
    }
}
