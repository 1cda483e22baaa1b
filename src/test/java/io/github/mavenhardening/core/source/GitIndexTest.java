package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitIndexTest {

    private static final int FILE = 0100644;
    private static final int EXECUTABLE = 0100755;
    private static final int LINK = 0120000;
    private static final int SUBMODULE = 0160000;
    private static final int FOLDER = 0040000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("index");
    }

    @ParameterizedTest
    @CsvSource({"2, 20", "3, 20", "4, 20", "2, 32", "4, 32"})
    void everyVersionIsRead(int version, int nameLength) throws IOException {
        Index index = new Index(version, nameLength);
        for (int i = 1; i < 40; i++) {
            index.entry(FILE, "a/" + "x".repeat(i) + "/file");
        }
        index.entry(EXECUTABLE, "mvnw");
        index.entry(LINK, "n/é");
        index.entry(SUBMODULE, "sub");
        index.entry(FOLDER, "sparse/");
        Files.write(file, index.extension("TREE", 7).end());

        GitIndex read = GitIndex.read(file, nameLength);

        for (int i = 1; i < 40; i++) {
            assertThat(read.tracksFile("a/" + "x".repeat(i) + "/file")).isTrue();
            assertThat(read.tracksBelow("a/" + "x".repeat(i))).as("%d", i).isTrue();
        }
        assertThat(read.tracksBelow("a")).isTrue();
        assertThat(read.tracksBelow("b")).isFalse();
        assertThat(read.tracksFile("mvnw")).isTrue();
        assertThat(read.files())
                .hasSize(40)
                .isSorted()
                .contains(new TrackedFile("mvnw", true), new TrackedFile("a/x/file", false));
        assertThat(read.tracksLink("n/é")).isTrue();
        assertThat(read.tracksFile("n/é")).isFalse();
        assertThat(read.tracksFile("sub")).isFalse();
        assertThat(read.tracksBelow("sparse")).isFalse();
        assertThat(read.tracksRepository("sub")).isTrue();
        assertThat(read.tracksRepository("mvnw")).isFalse();
        assertThat(read.leftOut()).containsExactly("sparse/");
    }

    @Test
    void namesOfAnyLengthAreRead() throws IOException {
        Index index = new Index(4, 20);
        String deep = "folder/".repeat(400) + "file";
        Files.write(file, index.entry(FILE, deep).entry(FILE, "g").end());

        GitIndex read = GitIndex.read(file, 20);

        assertThat(read.tracksFile(deep)).isTrue();
        assertThat(read.tracksFile("g")).isTrue();
        assertThat(read.tracksBelow("folder/folder")).isTrue();
    }

    @Test
    void aSparseIndexIsReadAndASplitOneRefused() throws IOException {
        Files.write(file, new Index(2, 20).entry(FILE, "a").extension("sdir", 0).end());
        assertThat(GitIndex.read(file, 20).tracksFile("a")).isTrue();

        Files.write(
                file, new Index(2, 20).entry(FILE, "a").extension("link", 20).end());
        assertThatThrownBy(() -> GitIndex.read(file, 20))
                .isInstanceOf(IOException.class)
                .hasMessage("it is a split index");
    }

    /** Version 4 names a path by what it has in common with the one before it. */
    @Test
    void pathsThatGrowWithoutEndAreRefused() throws IOException {
        String deep = "d/".repeat(1_900);
        Index index = new Index(4, 20);
        for (int i = 0; i < 200; i++) {
            index.entry(FILE, deep + (char) ('A' + i));
        }
        Files.write(file, index.end());
        assertThatThrownBy(() -> GitIndex.read(file, 20)).hasMessage("its paths are too long");

        Files.write(file, new Index(2, 20).entry(FILE, "d".repeat(4_097)).end());
        assertThatThrownBy(() -> GitIndex.read(file, 20)).hasMessage("its paths are too long");
    }

    @Test
    void namesOfAnotherLengthAreFoundOut() throws IOException {
        for (int version = 2; version <= 4; version++) {
            for (int actual : new int[] {20, 32}) {
                Index index = new Index(version, actual);
                for (int i = 0; i < 5; i++) {
                    index.entry(FILE, "a" + "b".repeat(i));
                }
                Files.write(file, index.end());
                assertThat(GitIndex.read(file, actual).files()).hasSize(5);
                assertThatThrownBy(() -> GitIndex.read(file, 52 - actual))
                        .as("version %d, %d bytes", version, actual)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void anEmptyIndexOfAnotherLengthIsFoundOut() throws IOException {
        Files.write(file, new Index(2, 20).end());
        assertThat(GitIndex.read(file, 20).files()).isEmpty();
        assertThatThrownBy(() -> GitIndex.read(file, 32)).hasMessage("it is cut off or not an index");
    }

    @Test
    void whatStandsBehindTheLastExtensionIsFoundOut() throws IOException {
        byte[] whole = new Index(2, 20).entry(FILE, "a").extension("TREE", 4).end();
        Files.write(file, Arrays.copyOf(whole, whole.length + 3));
        assertThatThrownBy(() -> GitIndex.read(file, 20)).hasMessage("it is cut off or not an index");

        byte[] negative = whole.clone();
        negative[8] = (byte) 0xFF;
        Files.write(file, negative);
        assertThatThrownBy(() -> GitIndex.read(file, 20)).hasMessage("it is cut off or not an index");
    }

    @Test
    void anEntryOfNoKnownKindIsRefused() throws IOException {
        Files.write(file, new Index(2, 20).entry(0010644, "pipe").end());
        assertThatThrownBy(() -> GitIndex.read(file, 20)).hasMessage("it has an entry of an unsupported kind");
    }

    @Test
    void whatIsNoIndexIsRefused() throws IOException {
        byte[] whole = new Index(4, 20).entry(FILE, "a/b").entry(FILE, "a/c").end();
        for (int length = 0; length < whole.length - 24; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> GitIndex.read(file, 20)).isInstanceOf(IOException.class);
        }
        Files.write(file, new Index(5, 20).end());
        assertThatThrownBy(() -> GitIndex.read(file, 20)).hasMessage("it is not an index of version 2, 3 or 4");
    }

    @Test
    void mutantsAreReadOrRefused() throws IOException {
        Random random = new Random(11);
        byte[] whole = new Index(4, 20)
                .entry(FILE, "a/b")
                .entry(FILE, "a/c")
                .entry(LINK, "d")
                .extension("TREE", 9)
                .end();
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                GitIndex.read(file, 20);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 2_900);
    }

    /** Writes an index, as gitformat-index says. */
    private static final class Index {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final int version;
        private final int nameLength;
        private int entries;
        private String last = "";

        Index(int version, int nameLength) throws IOException {
            this.version = version;
            this.nameLength = nameLength;
            out.writeBytes("DIRC");
            out.writeInt(version);
            out.writeInt(0);
        }

        Index entry(int mode, String path) throws IOException {
            int start = out.size();
            entries++;
            out.write(new byte[24]);
            out.writeInt(mode);
            out.write(new byte[12]);
            out.write(new byte[nameLength]);
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            boolean extended = version == 3;
            out.writeShort(Math.min(name.length, 0xFFF) | (extended ? 0x4000 : 0));
            if (extended) {
                out.writeShort(0);
            }
            if (version == 4) {
                byte[] before = last.getBytes(StandardCharsets.UTF_8);
                int common = Arrays.mismatch(before, name);
                common = common < 0 ? name.length : common;
                offset(before.length - common);
                out.write(name, common, name.length - common);
                out.write(0);
                last = path;
            } else {
                out.write(name);
                do {
                    out.write(0);
                } while ((out.size() - start) % 8 != 0);
            }
            return this;
        }

        /** Git's offset encoding: each further byte adds one to what stands before it. */
        private void offset(int value) throws IOException {
            byte[] digits = new byte[8];
            int at = digits.length - 1;
            digits[at] = (byte) (value & 0x7F);
            for (int rest = value >> 7; rest > 0; rest >>= 7) {
                rest--;
                digits[--at] = (byte) (0x80 | (rest & 0x7F));
            }
            out.write(digits, at, digits.length - at);
        }

        Index extension(String name, int size) throws IOException {
            out.writeBytes(name);
            out.writeInt(size);
            out.write(new byte[size]);
            return this;
        }

        byte[] end() throws IOException {
            out.write(new byte[nameLength]);
            byte[] all = bytes.toByteArray();
            all[11] = (byte) entries;
            return all;
        }
    }
}
