package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Several sessions in one virtual machine, each with a class loader of its own, on threads that outlive them: what the Maven
 * daemon does. Nothing of a session may stay.
 */
@Timeout(180)
class LongLivedMachineTest {

    private static final List<Class<?>> BESIDE = List.of(
            Hardening.class,
            OneSession.class,
            JsonFactory.class,
            JsonNode.class,
            JsonInclude.class,
            ParserImpl.class,
            Constants.class,
            PGPPublicKey.class,
            LoggerFactory.class);

    @TempDir
    Path root;

    private final ExecutorService daemon = Executors.newFixedThreadPool(2);

    @BeforeEach
    void checkout() throws Exception {
        write(".github/workflows/ci.yml", """
                on: [push, pull_request_target]
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                      - run: echo "${{ github.event.issue.title }}" && curl https://example.org | sh
                """);
        for (int i = 0; i < 20; i++) {
            write(".github/workflows/w" + i + ".yml", "on: push\njobs: {a: {runs-on: x, steps: [{run: make}]}}\n");
        }
        write("pom.xml", "<project><artifactId>a</artifactId></project>");
        write("security-insights.yml", "header:\n  schema-version: 2.0.0\n");
        write(".mvn/hardening-lock.json", "{\"version\" : 1, \"files\" : { }, \"signers\" : { }}");
        write("Dockerfile", "FROM alpine\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("x")
                    .setAuthor("x", "x@example.org")
                    .setCommitter("x", "x@example.org")
                    .setSign(false)
                    .call();
        }
    }

    @AfterEach
    void stop() {
        daemon.shutdownNow();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static URLClassLoader loader() {
        URL[] places = BESIDE.stream()
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader("session", places, ClassLoader.getPlatformClassLoader());
    }

    /** In a method of its own: nothing of it stays on the stack. */
    private WeakReference<ClassLoader> session() throws Exception {
        try (URLClassLoader loader = loader()) {
            Callable<Integer> session = sessionIn(loader);
            assertThat(session.getClass()).isNotSameAs(OneSession.class);
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(daemon.submit(() -> {
                    Thread thread = Thread.currentThread();
                    ClassLoader before = thread.getContextClassLoader();
                    thread.setContextClassLoader(loader);
                    try {
                        return session.call();
                    } finally {
                        thread.setContextClassLoader(before);
                    }
                }));
            }
            for (Future<Integer> one : running) {
                assertThat(one.get()).isPositive();
            }
            return new WeakReference<>(loader);
        }
    }

    private record Last(String text) {}

    @SuppressWarnings("unchecked") // The type is that of another loader.
    private Callable<Integer> sessionIn(ClassLoader loader) throws ReflectiveOperationException {
        return (Callable<Integer>) loader.loadClass(OneSession.class.getName())
                .getConstructor(Path.class)
                .newInstance(root);
    }

    @Test
    void keepsNoClassAndNoThreadOfASession() throws Exception {
        daemon.invokeAll(List.of(() -> 1, () -> 2));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<WeakReference<ClassLoader>> sessions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sessions.add(session());
        }
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS))
                .isTrue();
        // Java itself remembers the last types that it made a record's methods for (ObjectMethods): let them be these.
        assertThat(new Last("a")).isEqualTo(new Last("a")).hasSameHashCodeAs(new Last("a"));

        for (int i = 0; i < 100 && sessions.stream().anyMatch(session -> session.get() != null); i++) {
            System.gc();
            Thread.sleep(50);
        }

        assertThat(sessions).as("class loaders of sessions that are over").allMatch(session -> session.get() == null);
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        assertThat(left)
                .extracting(Thread::getName)
                .allMatch(name -> name.startsWith("ForkJoinPool.commonPool-") || name.equals("process reaper"));
    }
}
