package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.lock.IsolatedDownloads.Fetched;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.junit.jupiter.api.Test;

class IsolatedDownloadsTest {

    private static final RemoteRepository CENTRAL =
            new RemoteRepository.Builder("central", "default", "https://repo.example.org/m2").build();

    private final List<String> asked = new ArrayList<>();
    private RepositorySystemSession used;
    private Path folder;

    /** A system that fails as it is told, and else puts a file where the layout has it. */
    private RepositorySystem system(Function<Artifact, Optional<Exception>> failure) {
        return (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("newLocalRepositoryManager")) {
                        folder = ((LocalRepository) arguments[1]).getBasedir().toPath();
                        return manager((LocalRepository) arguments[1]);
                    }
                    used = (RepositorySystemSession) arguments[0];
                    List<ArtifactResult> results = new ArrayList<>();
                    boolean failed = false;
                    for (Object each : (Iterable<?>) arguments[1]) {
                        ArtifactRequest request = (ArtifactRequest) each;
                        Artifact artifact = request.getArtifact();
                        asked.add(artifact.getArtifactId());
                        ArtifactResult result = new ArtifactResult(request);
                        Optional<Exception> problem = failure.apply(artifact);
                        problem.ifPresent(result::addException);
                        failed |= problem.isPresent();
                        if (problem.isEmpty()) {
                            result.setArtifact(
                                    artifact.setFile(folder.resolve("some").toFile()));
                        }
                        results.add(result);
                    }
                    if (failed) {
                        throw new ArtifactResolutionException(results);
                    }
                    return results;
                });
    }

    private static LocalRepositoryManager manager(LocalRepository local) {
        return (LocalRepositoryManager) Proxy.newProxyInstance(
                IsolatedDownloadsTest.class.getClassLoader(),
                new Class<?>[] {LocalRepositoryManager.class},
                (proxy, method, arguments) -> local);
    }

    private static List<Coordinates> wanted(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Coordinates("org.example", "a" + i, "1", "1", "", "jar"))
                .toList();
    }

    private static String path(String artifactId) {
        return "org/example/" + artifactId + "/1/" + artifactId + "-1.jar";
    }

    private Fetched fetch(int count, Function<Artifact, Optional<Exception>> failure) throws IOException {
        try (IsolatedDownloads downloads =
                new IsolatedDownloads(system(failure), new DefaultRepositorySystemSession())) {
            return downloads.fetch(wanted(count), List.of(CENTRAL));
        }
    }

    private static Exception cut(Artifact artifact) {
        return new ArtifactTransferException(
                artifact,
                CENTRAL,
                "Could not transfer",
                new IOException("wrapped", new EOFException("half \u001b[31mway")));
    }

    @Test
    void tellsWhatIsNotThereFromWhatDidNotCome() throws IOException {
        Fetched fetched = fetch(4, artifact -> switch (artifact.getArtifactId()) {
            case "a1" -> Optional.of(new ArtifactNotFoundException(artifact, CENTRAL));
            case "a2" -> Optional.of(cut(artifact));
            default -> Optional.empty();
        });

        assertThat(fetched.files()).containsOnlyKeys(path("a0"), path("a3"));
        assertThat(fetched.failed()).containsOnlyKeys(path("a2"));
        assertThat(fetched.problems("signatures"))
                .containsExactly("1 signatures could not be fetched; run the goal again for them:\n"
                        + "  central: half \\u001b[31mway: " + path("a2"));
    }

    @Test
    void saysNothingWhereEverythingWasAnswered() throws IOException {
        assertThat(fetch(40, artifact -> Optional.empty()).problems("files")).isEmpty();
        assertThat(asked).hasSize(40);
        asked.clear();
        assertThat(fetch(40, artifact -> Optional.of(new ArtifactNotFoundException(artifact, CENTRAL)))
                        .problems("files"))
                .isEmpty();
        assertThat(asked)
                .as("that it has none of the first says nothing of the others")
                .hasSize(40);
    }

    @Test
    void doesNotWaitForARepositoryThatDoesNotAnswer() throws IOException {
        Fetched fetched = fetch(500, artifact -> Optional.of(cut(artifact)));

        assertThat(asked).hasSize(16);
        assertThat(fetched.files()).isEmpty();
        assertThat(fetched.failed()).hasSize(500);
        assertThat(fetched.problems("files").get(0))
                .startsWith("500 files could not be fetched")
                .contains("not requested, as none of the first 16 came: ", " and 464 more");
    }

    @Test
    void waitsForAServerAsLongAsTheUserSaysElseHalfAMinute() throws IOException {
        fetch(1, artifact -> Optional.empty());
        assertThat(used.getConfigProperties())
                .containsEntry("aether.connector.requestTimeout", 30_000)
                .containsEntry("aether.transport.http.requestTimeout", 30_000);

        DefaultRepositorySystemSession patient = new DefaultRepositorySystemSession();
        patient.setConfigProperty("aether.connector.requestTimeout", "1800000");
        try (IsolatedDownloads downloads = new IsolatedDownloads(system(artifact -> Optional.empty()), patient)) {
            downloads.fetch(wanted(1), List.of(CENTRAL));
        }
        assertThat(used.getConfigProperties()).containsEntry("aether.connector.requestTimeout", "1800000");
    }

    @Test
    void leavesNothingBehindAndRemovesWhatKilledRunsLeft() throws IOException {
        Path old = Files.createTempDirectory("hardening-downloads-");
        Files.createDirectories(old.resolve("org/example"));
        Files.writeString(old.resolve("org/example/half"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
        Path young = Files.createTempDirectory("hardening-downloads-");
        Path other = Files.createTempDirectory("hardening-other-");
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
        Path link = Files.createSymbolicLink(young.resolveSibling(young.getFileName() + "-link"), other);
        try {
            fetch(1, artifact -> Optional.empty());

            assertThat(folder).doesNotExist();
            assertThat(old).doesNotExist();
            assertThat(young).exists();
            assertThat(other).exists();
            assertThat(Files.isSymbolicLink(link)).isTrue();
        } finally {
            for (Path each : List.of(link, young, other)) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Test
    void isCleanAlsoWhenItEndsInAnError() {
        assertThatThrownBy(() -> fetch(1, artifact -> {
                    throw new IllegalStateException("as a broken component does");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).doesNotExist();
    }
}
