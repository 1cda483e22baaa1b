package io.github.mavenhardening.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path litter(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    @Test
    void replacesAFileAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old and long");

        AtomicFile.write(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void changesNothingUntilItIsCommitted() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");

        try (AtomicFile staged = AtomicFile.stage(file, bytes("new"))) {
            assertThat(staged).isNotNull();
            assertThat(file).hasContent("old");
        }

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void replacesALinkRatherThanWhatItLeadsTo() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        AtomicFile.write(link, bytes("ours"));

        assertThat(target).hasContent("theirs");
        assertThat(link).hasContent("ours").isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void keepsThePermissionsOfTheOldFile() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));

        AtomicFile.write(file, bytes("new"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void leavesTheOldFileWhereItCannotTakeItsPlace() throws IOException {
        Files.createDirectories(folder.resolve("a/in-the-way"));

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a"), bytes("new")))
                .isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("a");
        assertThat(folder.resolve("a/in-the-way")).isDirectory();
    }

    @Test
    void doesNotReplaceWhatIsThereWhenItMustNot() throws IOException {
        Path file = folder.resolve("a");
        try (AtomicFile first = AtomicFile.stage(file, bytes("first"));
                AtomicFile second = AtomicFile.stage(file, bytes("second"))) {
            assertThat(first.commitIfAbsent()).isTrue();
            assertThat(second.commitIfAbsent()).isFalse();
        }
        Path link = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        try (AtomicFile third = AtomicFile.stage(link, bytes("third"))) {
            assertThat(third.commitIfAbsent()).isFalse();
        }

        assertThat(file).hasContent("first");
        assertThat(names()).containsExactly("a", "dangling");
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        String ours = "hardening-" + UUID.randomUUID() + ".tmp";
        litter(ours, Duration.ofMinutes(2));

        AtomicFile.write(folder.resolve("a"), bytes("new"));

        assertThat(names()).containsExactly("a");
    }

    @Test
    void leavesWhatAnotherRunIsWriting() throws IOException {
        String ours = "hardening-" + UUID.randomUUID() + ".tmp";
        litter(ours, Duration.ofSeconds(30));

        AtomicFile.write(folder.resolve("a"), bytes("new"));

        assertThat(names()).containsExactly("a", ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardening.tmp",
                "hardening-notes.tmp",
                "hardening-1b4e28ba-2fa1-11d2-883f-0016d3cca427.tmp.bak",
                "my-hardening-1b4e28ba-2fa1-11d2-883f-0016d3cca427.tmp",
                "hardening-1b4e28ba-2fa1-11d2-883f-0016d3cca427.txt"
            })
    void leavesWhatIsNotItsOwn(String name) throws IOException {
        litter(name, Duration.ofDays(2));

        AtomicFile.write(folder.resolve("a"), bytes("new"));

        assertThat(names()).containsExactlyInAnyOrder("a", name);
    }

    @Test
    void leavesFoldersAndLinksOfThatName() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("hardening-" + UUID.randomUUID() + ".tmp"), kept);
        Path inner = Files.createDirectories(folder.resolve("hardening-" + UUID.randomUUID() + ".tmp"));
        Files.setLastModifiedTime(inner, FileTime.from(Instant.EPOCH));

        AtomicFile.write(folder.resolve("a"), bytes("new"));

        assertThat(kept).exists();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(inner).isDirectory();
    }

    /** Of many writers at once the last has its way, and nobody sees a mixture. */
    @Test
    void survivesWritersBesideOneAnother() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "0".repeat(100_000));
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tasks = Stream.of("1", "2", "3", "0")
                    .<Callable<Boolean>>map(digit -> () -> {
                        for (int i = 0; i < 50; i++) {
                            AtomicFile.write(file, bytes(digit.repeat(100_000)));
                            String seen = Files.readString(file);
                            if (seen.length() != 100_000 || !seen.matches("(.)\\1*")) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : workers.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(names()).containsExactly("a");
    }

    /** A process that may write no file of more than a block meets the same as one on a full disk: a write that fails half-way. */
    @Test
    void leavesTheOldFileAndNothingElseOnAFullDisk() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "wants bash");
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        Process process = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "ulimit -f 1 && exec \"$0\" -XX:-UsePerfData -Xshare:auto -cp \"$1\" \"$2\" \"$3\"",
                        java.toString(),
                        placeOf(AtomicFile.class) + File.pathSeparator + placeOf(Writer.class),
                        Writer.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // Java may say first which options it takes from variables.
        assertThat(said.strip()).endsWith("failed");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Writes far more than a block. */
    static final class Writer {
        public static void main(String[] arguments) {
            try {
                AtomicFile.write(Path.of(arguments[0]), new byte[1_000_000]);
                System.out.println("written");
            } catch (IOException e) {
                System.out.println("failed");
            }
        }
    }
}
