package io.github.mavenhardening.core.lock.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what the comparison and the lock make of the same folder. */
class InstalledUpdateTest {

    private static final String LINUX = "linux-x86_64";
    private static final String MAC = "osx-aarch_64";
    private static final String NODE = "target/node";

    @TempDir
    Path root;

    private InstalledFiles lock = InstalledFiles.none();

    @BeforeEach
    void install() throws IOException {
        write("node", "abc");
        for (int i = 0; i < 101; i++) {
            write("lib/" + i, "");
        }
    }

    private void write(String way, String text) throws IOException {
        Path file = root.resolve(NODE).resolve(way);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private InstalledUpdate update(String system, List<String> accept, List<String> unused) {
        TreeMap<String, FolderReader.Read> read = new TreeMap<>();
        read.put(NODE, new FolderReader(root, new Hashing()).read(NODE));
        return InstalledUpdate.of(lock, system, read, accept, unused);
    }

    private void lock(String system) {
        lock = update(system, List.of(), List.of()).files();
    }

    private InstalledComparison compared(String system) {
        return InstalledComparison.of(lock, NODE, system, new FolderReader(root, new Hashing()).read(NODE));
    }

    @Test
    void locksWhatIsThereForThisSystem() {
        InstalledUpdate update = update(LINUX, List.of(), List.of());

        assertThat(update.added()).containsExactly(NODE);
        assertThat(update.files().of(NODE, LINUX).orElseThrow()).containsOnlyKeys("lib/", "node");
        lock(LINUX);
        assertThat(update(LINUX, List.of(), List.of()).files()).isEqualTo(lock);
        assertThat(compared(LINUX)).satisfies(same -> {
            assertThat(same.isLockedHere()).isTrue();
            assertThat(same.changes()).isEmpty();
            assertThat(same.unlocked()).isEmpty();
            assertThat(same.missing()).isEmpty();
        });
    }

    @Test
    void tellsWhereBytesDiffer() throws IOException {
        lock(LINUX);
        write("node", "abd");
        write("lib/7", "x");
        write("npx", "");

        InstalledComparison compared = compared(LINUX);
        assertThat(compared.changes())
                .extracting(InstalledComparison.Change::way)
                .containsExactly("lib/", "node");
        assertThat(compared.changes().get(0).locked().files()).isEqualTo(101);
        assertThat(compared.unlocked()).containsExactly("npx");
    }

    @Test
    void takesNewBytesByNameOnly() throws IOException {
        lock(LINUX);
        write("node", "abd");

        InstalledUpdate refused = update(LINUX, List.of("target"), List.of());
        assertThat(refused.refused().get(NODE))
                .singleElement()
                .asString()
                .startsWith("target/node/node: locked SHA-256 ba78");
        assertThat(refused.files()).isEqualTo(lock);

        InstalledUpdate accepted = update(LINUX, List.of(NODE), List.of());
        assertThat(accepted.accepted()).containsExactly(NODE);
        lock = accepted.files();
        assertThat(compared(LINUX).changes()).isEmpty();
    }

    @Test
    void refusesMoreFilesAndFewer() throws IOException {
        lock(LINUX);
        write("npx", "");
        Files.delete(root.resolve("target/node/node"));

        assertThat(update(LINUX, List.of(), List.of()).refused().get(NODE))
                .containsExactly("target/node/npx: not locked", "target/node/node: locked, and not there");
        assertThat(compared(LINUX).missing()).containsExactly("node");
    }

    @Test
    void keepsSystemsApart() throws IOException {
        lock(LINUX);
        write("node", "that of a Mac");

        assertThat(compared(MAC).isLocked()).isTrue();
        assertThat(compared(MAC).isLockedHere()).isFalse();
        assertThat(compared(MAC).unlocked()).hasSize(102);
        lock(MAC);
        assertThat(lock.systemsOf(NODE)).containsExactly(LINUX, MAC);
        assertThat(compared(MAC).changes()).isEmpty();
        assertThat(compared(LINUX).changes()).hasSize(1);
    }

    @Test
    void removesWhatThisSystemDoesNotInstallAnyMore() throws IOException {
        lock(LINUX);
        lock(MAC);
        root.resolve(NODE).toFile().renameTo(root.resolve("gone").toFile());

        InstalledUpdate kept = update(LINUX, List.of(), List.of());
        assertThat(kept.files()).isEqualTo(lock);
        InstalledUpdate pruned = update(LINUX, List.of(), List.of(NODE, "target/other"));
        assertThat(pruned.removed()).containsExactly(NODE);
        assertThat(pruned.files().systemsOf(NODE)).containsExactly(MAC);
        assertThat(compared(LINUX).isThere()).isFalse();
    }

    @Test
    void findsAnotherKindOfThingInTheSamePlace() throws IOException {
        lock(LINUX);
        Path node = root.resolve("target/node/node");
        Files.delete(node);
        Files.createSymbolicLink(node, Path.of("lib/1"));

        assertThat(compared(LINUX).changes().get(0).found().text()).isEqualTo("a link to lib/1");
    }

    @Test
    void locksNothingThatCannotBeRead() throws IOException {
        Files.createSymbolicLink(root.resolve("target/node/npm"), Path.of("/bin/sh"));

        InstalledUpdate update = update(LINUX, List.of(NODE), List.of());
        assertThat(update.unreadable()).containsOnlyKeys(NODE);
        assertThat(update.files()).isEqualTo(InstalledFiles.none());
    }
}
