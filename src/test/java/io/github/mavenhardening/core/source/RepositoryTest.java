package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    /** A tree in memory that counts how often it is asked. */
    private static final class Tree implements FileTree {
        private final Map<String, byte[]> contents = new TreeMap<>();
        private final AtomicInteger listed = new AtomicInteger();
        private final AtomicInteger read = new AtomicInteger();

        Tree with(String path, byte[] bytes) {
            contents.put(path, bytes);
            return this;
        }

        @Override
        public SortedSet<String> files() {
            listed.incrementAndGet();
            return new TreeSet<>(contents.keySet());
        }

        @Override
        public boolean isFile(String path) {
            return contents.containsKey(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            read.incrementAndGet();
            byte[] bytes = contents.get(path);
            if (bytes == null) {
                throw new NoSuchFileException(path);
            }
            if (bytes.length == 0) {
                throw new IOException("/a/machine's/path: Permission denied");
            }
            if (bytes.length > limit) {
                throw new IOException("larger than " + limit + " bytes");
            }
            return bytes;
        }

        @Override
        public List<String> notes() {
            return List.of("listed " + listed.get() + " times");
        }
    }

    private final Tree tree = new Tree()
            .with("a.yml", "a: 1".getBytes(StandardCharsets.UTF_8))
            .with("bad.yml", new byte[] {'x', '\n', (byte) 0xFF})
            .with("closed.yml", new byte[0])
            .with("huge.yml", new byte[FileTree.FILE_LIMIT + 1]);

    private final Repository repository = new Repository(tree, Optional.empty());

    @Test
    void eachFileIsReadOnce() throws Exception {
        SourceFile first = repository.read("a.yml");
        refusal("bad.yml");
        refusal("bad.yml");

        assertThat(repository.read("a.yml")).isSameAs(first);
        assertThat(first.text()).isEqualTo("a: 1");
        assertThat(tree.read).hasValue(2);
    }

    @Test
    void eachFileIsReadOnceByManyThreads() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            repository.files();
            refusal("bad.yml");
        });

        assertThat(tree.read).hasValue(1);
        assertThat(tree.listed).hasValue(1);
    }

    @Test
    void filesAreListedOnceAndNotesFollow() {
        assertThat(repository.files()).contains("a.yml").hasSize(4);
        assertThat(repository.files()).isSameAs(repository.files());
        assertThat(repository.notes()).containsExactly("listed 1 times");
        assertThat(tree.listed).hasValue(1);
        assertThat(repository.isFile("a.yml")).isTrue();
        assertThat(repository.isFile("b.yml")).isFalse();
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThat(refusal("bad.yml").reason()).isEqualTo("not UTF-8 text");
        assertThat(refusal("bad.yml").location().line()).isEqualTo(2);
        assertThat(refusal("closed.yml").reason()).isEqualTo("cannot be read");
        assertThat(refusal("huge.yml").reason()).isEqualTo("larger than 4194304 bytes");
        assertThat(refusal("none.yml").reason()).isEqualTo("no such file in the repository");
        assertThat(refusal("none.yml").location().path()).isEqualTo("none.yml");
    }

    @Test
    void anAbsolutePathIsNoFileOfIt() {
        assertThat(refusal("/etc/hostname").location().path()).isEmpty();
        assertThat(refusal("/etc/hostname").reason()).isEqualTo("no such file in the repository");
    }

    @Test
    void aTreeThatCannotBeListedIsAnError() {
        FileTree broken = new FileTree() {
            @Override
            public SortedSet<String> files() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public boolean isFile(String path) {
                return false;
            }

            @Override
            public byte[] read(String path, int limit) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(new Repository(broken, Optional.empty())::files)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
    }

    private UnreadableFileException refusal(String path) {
        return catchThrowableOfType(UnreadableFileException.class, () -> repository.read(path));
    }

    @Test
    void textsBeyondWhatIsKeptAreReadAgain() throws Exception {
        byte[] text = new byte[FileTree.FILE_LIMIT];
        Arrays.fill(text, (byte) 'x');
        for (int i = 0; i < 40; i++) {
            tree.with("large" + i, text);
        }

        // Kept as a whole they were twice the memory that is left.
        for (int i = 0; i < 40; i++) {
            assertThat(repository.read("large" + i).text()).hasSize(FileTree.FILE_LIMIT);
        }
        assertThat(repository.read("large0")).isSameAs(repository.read("large0"));
        SourceFile last = repository.read("large39");
        assertThat(repository.read("large39")).isSameAs(last);
    }
}
