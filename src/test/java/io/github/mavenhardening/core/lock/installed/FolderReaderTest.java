package io.github.mavenhardening.core.lock.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderReaderTest {

    @TempDir
    Path root;

    @BeforeEach
    void install() throws IOException {
        write("target/node/node", "abc");
        write("target/node/lib/a.js", "a");
        Files.createDirectories(root.resolve("target/node/empty"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }

    private FolderReader.Read read(String path) {
        return new FolderReader(root, new Hashing()).read(path);
    }

    private String problem() {
        FolderReader.Read read = read("target/node");
        assertThat(read.tree()).isEmpty();
        assertThat(read.isThere()).isTrue();
        return read.problem().orElseThrow();
    }

    @Test
    void hashesWhatIsBelow() {
        assertThat(read("target/node").tree().orElseThrow().leaves())
                .hasSize(2)
                .containsEntry("node", InstalledEntry.file(3, Sha256.ofText("abc")))
                .containsEntry("lib/a.js", InstalledEntry.file(1, Sha256.ofText("a")));
    }

    @Test
    void readsASingleFile() {
        assertThat(read("target/node/node").tree().orElseThrow().leaves()).containsOnlyKeys(InstalledFiles.ITSELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/none", "target/node/empty", "target/node/node/below"})
    void findsNothingWhereNothingIs(String path) {
        assertThat(read(path).isThere()).isFalse();
    }

    @Test
    void notesLinksAndFollowsNone() throws IOException {
        link("target/node/npm", "lib/a.js");
        link("target/node/lib/up", "../node");

        assertThat(read("target/node").tree().orElseThrow().leaves())
                .containsEntry("npm", InstalledEntry.link("lib/a.js"))
                .containsEntry("lib/up", InstalledEntry.link("../node"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "../outside", "../..", ".."})
    void refusesALinkThatLeadsOut(String target) throws IOException {
        link("target/node/npm", target);

        assertThat(problem()).isEqualTo("it holds the link 'npm', which leads out of it");
    }

    /** {@code lib/top} leads to the folder itself, so that by the letters alone {@code lib/top/..} would seem to lie in it. */
    @Test
    void refusesALinkThatGoesUpAfterAnotherLink() throws IOException {
        link("target/node/lib/top", "..");
        link("target/node/lib/out", "top/..");

        assertThat(problem())
                .isEqualTo("it holds the link 'lib/out', which goes up after it went down, and may lead out of it");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysWhatCannotBeLookedInto() {
        File web = root.resolve("target").toFile();
        assumeTrue(web.setExecutable(false), "no such right here");
        try {
            assumeTrue(!Files.exists(root.resolve("target/node")), "somebody who may read everything");
            assertThat(problem()).isEqualTo("access is denied to a folder or a file of it");
        } finally {
            assertThat(web.setExecutable(true)).isTrue();
        }
    }

    @Test
    void refusesAFolderBehindALink() throws IOException {
        Files.createDirectories(root.resolve("web"));
        link("web/target", "../target");

        assertThat(read("web/target/node").problem()).contains("it is a symbolic link, or lies behind one");
    }

    @Test
    void refusesMoreThanItMayRead() throws IOException {
        FolderReader five = new FolderReader(root, new Hashing(), 5);
        assertThat(five.read("target/node").problem())
                .as("three folders, two files")
                .isEmpty();

        write("target/node/more", "");
        assertThat(five.read("target/node").problem()).contains("it holds more than 5 files and folders");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesANameThatNoLockCanHold() throws IOException {
        write("target/node/a\\b", "");

        assertThat(problem())
                .isEqualTo("it holds a file that no lock can name: the path holds a control character or a backslash");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysWhatCannotBeRead() throws IOException {
        Path file = root.resolve("target/node/node");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "somebody who may read everything");

        assertThat(problem()).isEqualTo("its file 'node' cannot be read: access is denied");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesWhatIsNoFile() throws Exception {
        Path pipe = root.resolve("target/node/pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");

        assertThat(problem()).isEqualTo("it holds 'pipe', which is neither a file nor a folder nor a link");
    }
}
