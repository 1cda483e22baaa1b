package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFilesTest {

    private static final String PATH = "org/example/a/1/a-1.jar";

    @TempDir
    Path root;

    private static Lock locked(String path) {
        return Lock.empty().with(Map.of(path, "a".repeat(64)));
    }

    private static LockMetadata from(String origin) {
        return LockMetadata.empty().with(Map.of(PATH, FileMetadata.from(Optional.of(origin))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesBothAndSaysWhichChanged() throws Exception {
        assertThat(new LockFiles(root).write(locked(PATH), from("central")))
                .isEqualTo(new LockFiles.Written(true, true));
        assertThat(new LockFiles(root).write(locked(PATH), from("central")))
                .isEqualTo(new LockFiles.Written(false, false));
        assertThat(new LockFiles(root).write(locked(PATH), from("other")))
                .isEqualTo(new LockFiles.Written(false, true));
        assertThat(files()).containsExactly(Lock.LOCATION, LockMetadata.LOCATION);
    }

    @Test
    void writesNeitherWhereOneCannotBe() throws Exception {
        Files.createDirectories(root.resolve(Lock.LOCATION).resolve("in-the-way"));

        assertThatThrownBy(() -> new LockFiles(root).write(locked(PATH), from("central")))
                .isInstanceOf(LockException.class)
                .hasMessageContaining(Lock.LOCATION + " cannot be written");

        assertThat(files()).isEmpty();
    }

    /** Of two goals that run at once the second writes nothing: it does not know what the first has added. */
    @Test
    void doesNotUndoWhatAnotherRunLocked() throws Exception {
        LockFiles first = new LockFiles(root);
        LockFiles second = new LockFiles(root);
        first.lock();
        first.metadata();
        second.lock();
        second.metadata();

        first.write(locked(PATH), from("central"));

        assertThatThrownBy(() -> second.write(locked("org/example/b/1/b-1.jar"), LockMetadata.empty()))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("was changed while this build ran");
        assertThat(new LockFiles(root).lock())
                .hasValueSatisfying(lock -> assertThat(lock.entries()).containsOnlyKeys(PATH));
    }
}
