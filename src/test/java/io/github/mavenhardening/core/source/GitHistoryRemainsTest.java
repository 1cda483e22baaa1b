package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.javaewah.EWAHCompressedBitmap;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A Maven that stays, as its daemon does, loads the plugin anew for each build: what holds on to the old one piles up. */
class GitHistoryRemainsTest {

    @TempDir
    Path root;

    @Test
    void nothingIsLeftOfAHistoryThatWasRead() throws Exception {
        GitProgram.init(root);
        Set<Thread> before = threads();

        WeakReference<ClassLoader> loader = readApart();

        assertThat(threads()).filteredOn(thread -> !before.contains(thread)).isEmpty();
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).as("the class loader").isNull();
    }

    private WeakReference<ClassLoader> readApart() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Class<?> type : List.of(
                GitHistoryRemainsTest.class,
                GitHistory.class,
                Repository.class,
                Logger.class,
                EWAHCompressedBitmap.class)) {
            urls.add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> reader = loader.loadClass(GitHistoryRemainsTest.class.getName());
            assertThat(reader).isNotSameAs(GitHistoryRemainsTest.class);
            Method read = reader.getDeclaredMethod("read", Path.class);
            read.setAccessible(true);
            assertThat(read.invoke(null, root)).isEqualTo(2);
            return new WeakReference<>(loader);
        }
    }

    /** Runs in the class loader of its own. */
    static int read(Path root) throws Exception {
        try (GitHistory history = GitFolder.of(root).history().orElseThrow()) {
            Optional<Instant> change = history.changeAfter("a.txt", Instant.EPOCH, 10);
            history.commitsSince(history.commitOf("HEAD~1").orElseThrow(), 10);
            return change.isPresent() ? history.tagsAtHead().size() : 0;
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
