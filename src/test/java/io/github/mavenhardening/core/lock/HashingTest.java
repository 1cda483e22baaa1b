package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashingTest {

    /** FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

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
}
