package io.github.mavenhardening.core.lock.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedChecksumsTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.jar";

    @TempDir
    private Path root;

    private Path jar;

    @BeforeEach
    void aFile() throws Exception {
        jar = Files.writeString(root.resolve("lib-1.0.jar"), "bytes");
        Files.createDirectories(root.resolve(".mvn/checksums"));
    }

    private void summary(String name, String hex) throws Exception {
        Files.writeString(root.resolve(".mvn/checksums/" + name), hex + "  " + PATH + "\n");
    }

    private String right(String algorithm) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(jar)));
    }

    private List<String> contradictions(String origin) throws Exception {
        return new RecordedFiles(root).besideTheLock().contradictions(PATH, jar, Optional.of(origin));
    }

    @Test
    void theRightBytesContradictNothing() throws Exception {
        summary("checksums.sha512", right("SHA-512"));
        summary("checksums-central.sha1", right("SHA-1"));

        assertThat(contradictions("central")).isEmpty();
        assertThat(new RecordedFiles(root).besideTheLock().knows(PATH)).isTrue();
    }

    @Test
    void otherBytesContradictEachRecord() throws Exception {
        summary("checksums.sha512", "00".repeat(64));
        summary("checksums-central.sha1", right("SHA-1"));

        assertThat(contradictions("central"))
                .singleElement()
                .asString()
                .startsWith(".mvn/checksums/checksums.sha512:1 recorded SHA-512 0000")
                .endsWith("actual " + right("SHA-512"));
    }

    @Test
    void theRecordOfAMirrorWithAnotherNameCountsToo() throws Exception {
        summary("checksums-central.sha1", "00".repeat(20));

        assertThat(contradictions("mirror")).hasSize(1);
    }

    /** What the repository of the file recorded itself goes before what others did; of these alone, all count. */
    @Test
    void theRecordOfTheOriginGoesBeforeThoseOfOthers() throws Exception {
        summary("checksums-central.sha1", "00".repeat(20));
        summary("checksums-mirror.sha1", right("SHA-1"));

        assertThat(contradictions("mirror")).isEmpty();
        assertThat(contradictions("central")).hasSize(1);
        assertThat(contradictions("third")).hasSize(1);
        assertThat(new RecordedFiles(root).besideTheLock().contradictions(PATH, jar, Optional.empty()))
                .hasSize(1);
    }

    @Test
    void anEmptyFileHasAChecksumToo() throws Exception {
        Files.writeString(jar, "");
        summary("checksums.sha512", right("SHA-512"));

        assertThat(contradictions("central")).isEmpty();
    }

    @Test
    void knowsOfWhatSomethingWasRecorded() throws Exception {
        assertThat(new RecordedFiles(root).besideTheLock().knows(PATH)).isFalse();
        summary("checksums.sha512", right("SHA-512"));
        RecordedChecksums recorded = new RecordedFiles(root).besideTheLock();

        assertThat(recorded.knows(PATH)).isTrue();
        assertThat(recorded.knows("org/example/other/1/other-1.jar")).isFalse();
        assertThat(recorded.files()).hasSize(1);
    }

    @Test
    void summariesComeByName() throws Exception {
        summary("checksums.sha512", "0".repeat(128));
        summary("checksums-b.sha1", "0".repeat(40));
        summary("checksums-c.sha384", "0".repeat(96));
        summary("checksums-a.sha1", "0".repeat(40));

        assertThat(new RecordedFiles(root).besideTheLock().files())
                .extracting(RecordedFile::name)
                .isSorted()
                .hasSize(4);
    }

    @Test
    void theLockItselfIsNoRecord() throws Exception {
        summary("checksums.sha256", "00".repeat(32));

        assertThat(new RecordedFiles(root).besideTheLock().files()).isEmpty();
    }

    @Test
    void alternativesOfOneFileAreAsGood() throws Exception {
        Path file = Files.writeString(
                root.resolve("verification-metadata.xml"), """
                <verification-metadata><components><component group="org.example" name="lib" version="1.0">
                <artifact name="lib-1.0.jar"><sha256 value="%s"><also-trust value="%s"/></sha256></artifact>
                </component></components></verification-metadata>
                """.formatted("00".repeat(32), right("SHA-256")));

        RecordedChecksums recorded = new RecordedFiles(root).read(List.of(file));

        assertThat(recorded.contradictions(PATH, jar, Optional.empty())).isEmpty();
        assertThat(recorded.contradictions("org/example/other/1/other-1.jar", jar, Optional.empty()))
                .isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsLine() throws Exception {
        summary("checksums.sha512", "zz");

        assertThatThrownBy(() -> new RecordedFiles(root).besideTheLock())
                .isInstanceOf(RecordedFiles.UnreadableException.class)
                .hasMessageStartingWith(".mvn/checksums/checksums.sha512:1:1: the checksum does not fit the algorithm");
        assertThatThrownBy(() -> new RecordedFiles(root).read(List.of(root.resolve("absent.json"))))
                .hasMessage("absent.json: there is no such file");
    }
}
