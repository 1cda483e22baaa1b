package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeModeTest {

    private static final List<String> LINES = List.of(
            "-Daether.trustedChecksumsSource.summaryFile=true",
            "-Daether.trustedChecksumsSource.summaryFile.basedir=${session.rootDirectory}/.mvn/checksums/",
            "-Daether.trustedChecksumsSource.summaryFile.originAware=false",
            "-Daether.artifactResolver.postProcessor.trustedChecksums=true",
            "-Daether.artifactResolver.postProcessor.trustedChecksums.checksumAlgorithms=SHA-256");

    @TempDir
    Path root;

    private Path write(String content) throws IOException {
        Path file = root.resolve(NativeMode.LOCATION);
        Files.createDirectories(file.getParent());
        return Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void writesTheLinesWhereThereIsNoFile() throws IOException {
        assertThat(new NativeMode(root, root).enable()).isEqualTo(LINES);
        assertThat(root.resolve(NativeMode.LOCATION)).hasContent(String.join("\n", LINES) + "\n");
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        new NativeMode(root, root).enable();
        byte[] first = Files.readAllBytes(root.resolve(NativeMode.LOCATION));

        assertThat(new NativeMode(root, root).enable()).isEmpty();
        assertThat(root.resolve(NativeMode.LOCATION)).hasBinaryContent(first);
    }

    @Test
    void keepsWhatStandsThereByteForByte() throws IOException {
        String old = "-T2\r\n# \u00e9\u00ff\r\n-ntp";
        Path file = write(old + "\r\n" + LINES.get(0));
        List<String> added = LINES.subList(1, LINES.size());

        assertThat(new NativeMode(root, root).enable()).isEqualTo(added);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .isEqualTo(old + "\r\n" + LINES.get(0) + "\r\n" + String.join("\r\n", added) + "\r\n");
    }

    @Test
    void refusesAFileThatSaysSomethingElse() throws IOException {
        String old = "-Daether.artifactResolver.postProcessor.trustedChecksums=false\n";
        Path file = write(old);

        assertThatThrownBy(() -> new NativeMode(root, root).enable())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("trustedChecksums=false");
        assertThat(file).hasContent(old);
    }

    @Test
    void refusesALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(elsewhere.resolve("maven.config"), "-T2\n");
        Files.createDirectories(root.resolve(".mvn"));
        Files.createSymbolicLink(root.resolve(NativeMode.LOCATION), target);

        assertThatThrownBy(() -> new NativeMode(root, root).enable()).hasMessageContaining("symbolic link");
        assertThat(target).hasContent("-T2");
    }

    @Test
    void writesWhereMavenReadsAndLeadsToTheLockAtTheRoot() throws IOException {
        Path deep = Files.createDirectories(root.resolve("builds/app"));

        List<String> added = new NativeMode(root, deep).enable();

        assertThat(added)
                .contains("-Daether.trustedChecksumsSource.summaryFile.basedir=${session.rootDirectory}/../../.mvn/checksums/");
        assertThat(deep.resolve(NativeMode.LOCATION)).hasContent(String.join("\n", added) + "\n");
        assertThat(root.resolve(NativeMode.LOCATION)).doesNotExist();
        assertThat(new NativeMode(root, deep).isAsked()).isTrue();
        assertThat(new NativeMode(root, root).isAsked()).isFalse();
        assertThat(new NativeMode(deep, deep).isAsked()).as("another lock").isFalse();
    }
}
