package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingTest {

    /** FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** A clock by which every file here was last written a minute ago. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final Hashing hashing = new Hashing();

    @Test
    void hashesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");

        assertThat(hashing.hash(file)).isEqualTo(new HashResult.Hashed(OF_ABC));
    }

    @Test
    void hashesAFileOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        hashing.hashAll(List.of(file));
        Files.writeString(file, "changed");

        assertThat(hashing.hash(file)).isEqualTo(new HashResult.Hashed(OF_ABC));
        assertThat(hashing.size()).isEqualTo(1);
    }

    /** The time of modification is what a program would set back; that of change it cannot. */
    @Test
    void hashesAgainWhatWasWrittenInBetween() throws IOException {
        Hashing first = new Hashing(LATER);
        Path same = Files.writeString(folder.resolve("same"), "abc");
        Path written = Files.writeString(folder.resolve("written"), "abc");
        first.hashAll(List.of(same, written));
        FileTime modified = Files.getLastModifiedTime(written);
        Files.writeString(written, "abd");
        Files.setLastModifiedTime(written, modified);

        Hashing second = first.again();

        assertThat(second.hash(same)).isSameAs(first.hash(same));
        assertThat(second.hash(written)).isEqualTo(new Hashing().hash(written)).isNotEqualTo(first.hash(written));
        assertThat(second.again().hash(same)).isSameAs(first.hash(same));
    }

    @Test
    void hashesAgainWhatWasWrittenJustBeforeItWasHashed() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        HashResult first = hashing.hash(file);

        assertThat(hashing.stampOf(file)).isEmpty();
        assertThat(hashing.again().hash(file)).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void hashesAgainWhatAnotherFileTookThePlaceOf() throws IOException {
        Hashing first = new Hashing(LATER);
        Path file = Files.writeString(folder.resolve("a"), "abc");
        Path other = Files.writeString(folder.resolve("b"), "abd");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        first.hash(file);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(first.again().hash(file)).isEqualTo(new Hashing().hash(file)).isNotEqualTo(first.hash(file));
    }

    @Test
    void looksAgainForAFileThatWasAbsent() throws IOException {
        Path file = folder.resolve("late");
        assertThat(hashing.hash(file)).isInstanceOf(HashResult.Absent.class);
        Files.writeString(file, "abc");

        assertThat(hashing.hash(file)).isEqualTo(new HashResult.Hashed(OF_ABC));
    }

    @Test
    void doesNotTakeAFolderForAbsent() {
        assertThat(hashing.hash(folder)).isInstanceOf(HashResult.Unreadable.class);
    }

    @Test
    void doesNotTakeADanglingLinkForAbsentAndUnharmed() throws IOException {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, folder.resolve("nowhere"));

        assertThat(hashing.hash(link)).isInstanceOf(HashResult.Unreadable.class);
    }

    /** At the sizes at which a file is read in another way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_071, 131_072, 131_073, 1_048_575, 1_048_576, 1_048_577, 70_000_000})
    void hashesFilesOfAnySize(int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("a"), bytes);

        assertThat(hashing.hash(file))
                .isEqualTo(new HashResult.Hashed(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))));
    }

    @Test
    void hashesLargeAndSmallFilesTogether() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(Files.write(folder.resolve("f" + i), new byte[i % 4 == 0 ? 2_000_000 : i]));
        }
        hashing.hashAll(files);

        assertThat(hashing.size()).isEqualTo(files.size());
        for (Path file : files) {
            assertThat(hashing.hash(file)).isEqualTo(new Hashing().hash(file));
        }
    }

    /** The virtual machine must live through it, and nobody further on must hear of it. */
    @Test
    void survivesAFileThatIsCutOffMeanwhile() throws Exception {
        Path file = folder.resolve("a");
        for (int round = 0; round < 40; round++) {
            try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
                made.setLength(24_000_000);
                CompletableFuture<HashResult> result = CompletableFuture.supplyAsync(() -> new Hashing().hash(file));
                Thread.sleep(round % 8);
                made.setLength(0);

                assertThat(result.get()).isInstanceOfAny(HashResult.Hashed.class, HashResult.Unreadable.class);
            }
        }
    }
}
