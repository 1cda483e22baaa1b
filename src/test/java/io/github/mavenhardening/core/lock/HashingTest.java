package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingTest {

    /** FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** A clock by which every file here was last written a while ago. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));

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

        assertThat(hashing.again().hash(file)).isEqualTo(first).isNotSameAs(first);
    }

    /** The first of the two moves the time of change, the second does not: pages are written back later. */
    @Test
    void hashesAgainWhatWasWrittenThroughAMappingTwice() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[8192]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8192);
            mapped.put(0, (byte) 1);
            Hashing first = new Hashing(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(40)));
            HashResult one = first.hash(file);
            FileStamp stamp = FileStamp.read(file).stamp();

            mapped.put(0, (byte) 2);

            assumeTrue(stamp.equals(FileStamp.read(file).stamp()), "this file system tells");
            assertThat(first.again().hash(file)).isNotEqualTo(one);
        }
    }

    @Test
    void noticesAWriteThroughAMappingOfACleanPage() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[8192]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8192);
            assertThat(mapped.get(0)).isZero();
            Hashing first = new Hashing(LATER);
            HashResult one = first.hash(file);

            mapped.put(0, (byte) 2);

            assertThat(first.again().hash(file)).isNotEqualTo(one);
        }
    }

    /** A file system in memory never writes back, so that its times never move again. */
    @Test
    void hashesAgainWhatLiesInMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory) && Files.isWritable(memory), "wants a file system in memory");
        Path file = Files.createTempFile(memory, "hardening", ".test");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8192);
            mapped.put(0, (byte) 1);
            Hashing first = new Hashing(LATER);
            HashResult one = first.hash(file);

            mapped.put(0, (byte) 2);

            assertThat(first.again().hash(file)).isNotEqualTo(one);
        } finally {
            Files.delete(file);
        }
    }

    /** Where there sets no time of change, a program can give a file all the rest of its old stamp. */
    @Test
    void hashesAgainWhereThereIsNoTimeOfChange() throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path file = Files.writeString(files.getPath("a"), "abc");
            FileTime modified = Files.getLastModifiedTime(file);
            Hashing first = new Hashing(LATER);
            HashResult one = first.hash(file);
            FileStamp stamp = FileStamp.read(file).stamp();

            Files.writeString(file, "abd");
            Files.setLastModifiedTime(file, modified);

            assertThat(FileStamp.read(file).stamp()).isEqualTo(stamp);
            assertThat(first.again().hash(file)).isNotEqualTo(one);
            assertThat(first.now(file)).isNotEqualTo(one);
        }
    }

    /** A clock that runs ahead or behind costs a second look at most. */
    @ParameterizedTest
    @ValueSource(longs = {-86_400, -120, 0, 100})
    void trustsNoStampByAClockThatIsBehind(long seconds) throws IOException {
        Hashing first = new Hashing(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)));
        Path file = Files.writeString(folder.resolve("a"), "abc");
        HashResult one = first.hash(file);

        assertThat(first.again().hash(file)).isEqualTo(one).isNotSameAs(one);
    }

    /** A build asks for each file once a module; on most machines nothing vouches for more than the stamp. */
    @Test
    void readsAFileThatWasNotWrittenOnceHoweverOftenItIsAskedFor() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory) && Files.isWritable(memory), "wants a file system in memory");
        Path file = Files.createTempFile(memory, "hardening", ".test");
        try {
            Hashing hashing = new Hashing(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(3)));
            HashResult one = hashing.now(file);
            assertThat(hashing.now(file)).isSameAs(one);

            Files.writeString(file, "abd");
            assertThat(hashing.now(file)).isNotEqualTo(one);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void readsAFileAgainThatWasWrittenJustBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        Hashing hashing = new Hashing();
        HashResult one = hashing.now(file);
        assertThat(hashing.now(file)).isEqualTo(one).isNotSameAs(one);
    }

    @Test
    void tellsTheHashOfNow() throws IOException {
        Hashing first = new Hashing(LATER);
        Path file = Files.writeString(folder.resolve("a"), "abc");
        HashResult one = first.hash(file);
        assertThat(first.now(file)).as("not written since").isSameAs(one);

        Files.writeString(file, "abd");
        assertThat(first.hash(file)).isSameAs(one);
        assertThat(first.now(file)).isNotEqualTo(one);

        Files.delete(file);
        assertThat(first.now(file)).isInstanceOf(HashResult.Absent.class);
        Files.writeString(file, "abc");
        assertThat(first.now(file)).isEqualTo(one);
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
