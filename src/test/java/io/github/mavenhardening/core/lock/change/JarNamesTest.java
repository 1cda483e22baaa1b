package io.github.mavenhardening.core.lock.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarNamesTest {

    @TempDir
    Path folder;

    private static byte[] zip(String comment, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setComment(comment);
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setComment("c");
                entry.setExtra(new byte[] {0x77, 0x77, 1, 0, 7});
                zip.putNextEntry(entry);
                zip.write(new byte[100]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private List<String> names(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("a.jar"), content);
        List<String> names = new ArrayList<>();
        JarNames.read(file, names::add);
        return names;
    }

    @Test
    void readsEachName() throws IOException {
        assertThat(names(zip("", "a/A.class", "b/", "\u00e4.so"))).containsExactly("a/A.class", "b/", "\u00e4.so");
        assertThat(names(zip(""))).isEmpty();
    }

    @Test
    void readsBehindCommentsAndWhatStandsBefore() throws IOException {
        assertThat(names(zip("PK\u0005\u0006 is no end", "a"))).containsExactly("a");
        assertThat(names(zip("x".repeat(65_535), "a"))).containsExactly("a");

        // Java takes the directory to end where its end is marked, whatever stands before the archive.
        byte[] zip = zip("", "a");
        byte[] prefixed = new byte[zip.length + 1_000];
        System.arraycopy(zip, 0, prefixed, 1_000, zip.length);
        assertThat(names(prefixed)).containsExactly("a");
    }

    @Test
    void refusesWhatIsNoZipFile() {
        for (byte[] content : List.of(
                new byte[0],
                new byte[10],
                new byte[100_000],
                "PK\u0003\u0004 text".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> names(content))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it is not a zip file");
        }
    }

    @Test
    void refusesADamagedDirectory() throws IOException {
        byte[] zip = zip("", "a", "b");
        int end = zip.length - 22;
        byte[] longer = zip.clone();
        ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(end + 12, zip.length * 2);
        byte[] shifted = zip.clone();
        ByteBuffer fields = ByteBuffer.wrap(shifted).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(end + 12, fields.getInt(end + 12) - 1);
        byte[] overlong = zip.clone();
        overlong[end - 46 - 7 + 28] = 100;
        for (byte[] damaged : List.of(longer, shifted, overlong)) {
            assertThatThrownBy(() -> names(damaged))
                    .isInstanceOf(IOException.class)
                    .hasMessage("its directory is damaged");
        }
        assertThatThrownBy(() -> names(Arrays.copyOf(zip, zip.length - 1))).hasMessage("it is not a zip file");
    }

    @Test
    void refusesZip64() throws IOException {
        byte[] zip = zip("", "a");
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 22 + 12, -1);

        assertThatThrownBy(() -> names(zip)).hasMessage("it is a Zip64 archive, which is not read");
    }

    @Test
    void readsADirectoryOfManyEntries() throws IOException {
        assertThat(names(JarInputs.directory(5_000_000, 4))).hasSize(99_999);
    }
}
