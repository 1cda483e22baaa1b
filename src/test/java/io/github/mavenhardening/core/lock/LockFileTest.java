package io.github.mavenhardening.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockFileTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @TempDir
    Path root;

    @Test
    void aMissingFileIsNoLock() throws Exception {
        assertThat(new LockFile(root).read()).isEmpty();
    }

    @Test
    void readsEntriesWithTheirLines() throws Exception {
        Lock lock =
                lockOf("# head\n\n" + A + "  org/b/1/b-1.jar\n" + B.toUpperCase(Locale.ROOT) + " *org/a/1/a-1.pom\n");

        assertThat(lock.entries().keySet()).containsExactly("org/a/1/a-1.pom", "org/b/1/b-1.jar");
        assertThat(lock.entries().get("org/b/1/b-1.jar").line()).isEqualTo(3);
        assertThat(lock.entries().get("org/a/1/a-1.pom").sha256()).isEqualTo(B);
    }

    @Test
    void knowsWhereAnEntryStands() throws Exception {
        String text = "# head\r\n" + A + "  org/b/1/b-1.jar\r\n";

        LockEntry entry = lockOf(text).entries().get("org/b/1/b-1.jar");

        assertThat(entry.span()).hasValueSatisfying(span -> {
            assertThat(text.substring(span.start(), span.end())).isEqualTo(A + "  org/b/1/b-1.jar");
            assertThat(span.line()).isEqualTo(2);
            assertThat(span.endColumn()).isEqualTo(64 + 2 + 15 + 1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    abc  org/a.jar                | 1  | 64 hexadecimal digits
                    %s org/a.jar                  | 65 | two spaces
                    %s  /etc/passwd               | 67 | absolute
                    %s  C:/windows                | 67 | absolute
                    %s  ../a.jar                  | 67 | segment
                    %s  org//a.jar                | 67 | segment
                    %s  org/./a.jar               | 67 | segment
                    %s  org\\a.jar                | 67 | backslash
                    <<<<<<< HEAD                  | 1  | merge conflict
                    """)
    void refusesALineThatIsNoEntry(String line, int column, String problem) {
        assertThatThrownBy(() -> lockOf("# head\n" + line.replace("%s", A) + "\n"))
                .isInstanceOfSatisfying(LockSyntaxException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(column);
                })
                .hasMessageContaining(problem);
    }

    /** Some editors write one; to {@code sha256sum} it would be a part of the first hash. */
    @Test
    void refusesAByteOrderMark() {
        assertThatThrownBy(() -> lockOf("\uFEFF" + A + "  org/a.jar\n"))
                .isInstanceOf(LockSyntaxException.class)
                .hasMessage("it begins with a byte order mark; save it as UTF-8 without one");
    }

    @Test
    void refusesAPathWithTwoHashes() {
        assertThatThrownBy(() -> lockOf(A + "  org/a.jar\n" + B + "  org/a.jar\n"))
                .isInstanceOfSatisfying(
                        LockSyntaxException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("another hash in line 1");
    }

    @Test
    void toleratesARepeatedLine() throws Exception {
        assertThat(lockOf(A + "  org/a.jar\n" + A + "  org/a.jar\n").entries()).hasSize(1);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> {
                    write(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
                    new LockFile(root).read();
                })
                .isInstanceOf(LockSyntaxException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesALinkOutOfTheRepository(@TempDir Path outside) throws IOException {
        Path target = Files.writeString(outside.resolve("lock"), A + "  org/a.jar\n");
        Path file = root.resolve(Lock.LOCATION);
        Files.createDirectories(file.getParent());
        assumeThatCode(() -> Files.createSymbolicLink(file, target)).doesNotThrowAnyException();

        assertThatThrownBy(() -> new LockFile(root).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the repository");
    }

    @Test
    void writesSortedAndKeepsComments() throws Exception {
        Lock lock = lockOf("# head\n" + B + "  org/b.jar\n# why c\n" + B + "  org/c.jar\n")
                .with(Map.of("org/a.jar", A));

        assertThat(Staged.write(new LockFile(root).stage(lock))).isTrue();

        assertThat(Files.readString(root.resolve(Lock.LOCATION)))
                .isEqualTo("# head\n" + A + "  org/a.jar\n" + B + "  org/b.jar\n# why c\n" + B + "  org/c.jar\n");
    }

    @Test
    void leavesTheFileAloneWhenNothingChanges() throws Exception {
        Lock lock = lockOf(A + "  org/a.jar\n");

        assertThat(Staged.write(new LockFile(root).stage(lock))).isFalse();
    }

    @Test
    void leavesNoTemporaryFileBehind() throws Exception {
        Staged.write(new LockFile(root).stage(Lock.empty().with(Map.of("org/a.jar", A))));

        try (var files = Files.list(root.resolve(Lock.LOCATION).getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("checksums.sha256");
        }
    }

    @Test
    void removesEntries() throws Exception {
        Lock lock = lockOf(A + "  org/a.jar\n# of b\n" + B + "  org/b.jar\n").without(Set.of("org/b.jar"));

        assertThat(lock.render()).isEqualTo(A + "  org/a.jar\n");
    }

    @Test
    void readsLinesThatAreBlankAndALastOneWithoutAnEnd() throws Exception {
        Lock lock = lockOf("\n\r\n" + A + "  org/a.jar\n\n" + B + "  org/b.jar");

        assertThat(lock.entries().keySet()).containsExactly("org/a.jar", "org/b.jar");
        assertThat(lock.find("org/b.jar")).map(LockEntry::line).contains(5);
        assertThat(lock.find("org/c.jar")).isEmpty();
    }

    @Test
    void isMadeReadyOnlyWhereItWouldChange() throws Exception {
        LockFile file = new LockFile(root);
        write(A + "  org/a.jar\n");
        Lock lock = file.read().orElseThrow();

        assertThat(file.stage(lock)).isEmpty();
        assertThat(file.stage(lock.with(Map.of("org/b.jar", B)))).isPresent();
    }

    private Lock lockOf(String text) throws IOException, LockSyntaxException {
        write(text.getBytes(StandardCharsets.UTF_8));
        return new LockFile(root).read().orElseThrow();
    }

    private void write(byte[] content) throws IOException {
        Path file = root.resolve(Lock.LOCATION);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Test
    void keepsTheLinesOfBothSidesOfAMerge() throws Exception {
        write("# head\n<<<<<<< HEAD\n" + A + "  org/a/1/a-1.jar\n" + A + "  org/b/1/b-1.jar\n||||||| base\n" + B
                + "  org/c/1/c-1.jar\n=======\n" + A + "  org/b/1/b-1.jar\n" + B + "  org/d/1/d-1.jar\n>>>>>>> x\n");

        assertThat(new LockFile(root).readMerging().orElseThrow().entries().keySet())
                .containsExactly("org/a/1/a-1.jar", "org/b/1/b-1.jar", "org/d/1/d-1.jar");
        assertThatThrownBy(() -> new LockFile(root).read())
                .isInstanceOf(LockSyntaxException.class)
                .hasMessageContaining("hardening:lock");
    }

    @Test
    void doesNotChooseBetweenTheBytesOfTwoSides() throws Exception {
        write("<<<<<<< HEAD\n" + A + "  org/a/1/a-1.jar\n=======\n" + B + "  org/a/1/a-1.jar\n>>>>>>> x\n");

        assertThatThrownBy(() -> new LockFile(root).readMerging())
                .isInstanceOf(LockSyntaxException.class)
                .hasMessageContaining("another hash in line 2")
                .extracting(e -> ((LockSyntaxException) e).line())
                .isEqualTo(4);
    }

    private void write(String text) throws IOException {
        Path file = root.resolve(Lock.LOCATION);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
