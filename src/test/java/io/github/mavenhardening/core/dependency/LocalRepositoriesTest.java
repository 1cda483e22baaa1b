package io.github.mavenhardening.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.LocalRepositories.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoriesTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.jar";

    @TempDir
    Path head;

    @TempDir
    Path tail;

    @Test
    void findsInTheOrderOfPrecedence() throws IOException {
        LocalRepositories repositories = new LocalRepositories(List.of(head, tail), List.of());
        Path behind = put(tail);
        assertThat(repositories.find(PATH)).contains(behind);

        Path before = put(head);
        assertThat(repositories.find(PATH)).contains(before);
    }

    @Test
    void tellsAPathRelativeToItsRepository() throws IOException {
        LocalRepositories repositories = new LocalRepositories(List.of(head, tail), List.of());

        assertThat(repositories.pathOf(put(tail))).contains(PATH);
        assertThat(repositories.pathOf(Path.of("elsewhere.jar"))).isEmpty();
    }

    @Test
    void readsWhereAFileCameFrom() throws IOException {
        Path file = put(head);
        assertThat(LocalRepositories.originOf(file)).isEmpty();
        Files.writeString(file.resolveSibling("_remote.repositories"), "#NOTE\nlib-1.0.jar>central=\nlib-1.0.pom>=\n");

        assertThat(LocalRepositories.originOf(file)).contains("central");
        assertThat(LocalRepositories.isLocallyInstalled(file)).isFalse();
        assertThat(LocalRepositories.isLocallyInstalled(file.resolveSibling("lib-1.0.pom")))
                .isTrue();
    }

    @Test
    void knowsWhatWasDownloadedSinceATime() throws IOException {
        LocalRepositories repositories = new LocalRepositories(
                List.of(head, tail.resolve("absent")), List.of(new Shelf(tail.resolve("cached"), "releases")));
        Instant start = Instant.now();
        Path split = put(tail.resolve("cached/central/releases"));
        Files.writeString(split.resolveSibling("_remote.repositories"), "lib-1.0.jar>central=\n");
        Path file = put(head);
        Path installed = Files.writeString(file.resolveSibling("lib-1.0.pom"), "x");
        Files.writeString(file.resolveSibling("lib-1.0.jar.sha1"), "x");
        Path tracking = Files.writeString(
                file.resolveSibling("_remote.repositories"),
                "lib-1.0.jar>central=\nlib-1.0.pom>=\nlib-1.0-gone.jar>central=\n");
        Path bundle = head.resolve("p2/osgi/bundle/b/1.0.0/b-1.0.0.jar");
        Files.createDirectories(bundle.getParent());
        Files.writeString(bundle, "x");
        Files.writeString(bundle.resolveSibling("b-1.0.0-p2artifacts.xml"), "x");
        assertThat(repositories.downloadedSince(start)).containsExactlyInAnyOrder(file, split, bundle);

        Files.setLastModifiedTime(bundle, FileTime.from(start.minusSeconds(10)));
        Files.setLastModifiedTime(tracking, FileTime.from(start.minusSeconds(10)));
        assertThat(repositories.downloadedSince(start)).containsExactly(split);
        assertThat(installed).exists();
    }

    @Test
    void findsEveryCopy() throws IOException {
        LocalRepositories repositories = new LocalRepositories(List.of(head, tail), List.of());
        assertThat(repositories.findAll(PATH)).isEmpty();

        Path behind = put(tail);
        Path before = put(head);
        assertThat(repositories.findAll(PATH)).containsExactly(before, behind);
    }

    @Test
    void looksIntoFoldersThatComeToBe() throws IOException {
        LocalRepositories repositories = new LocalRepositories(
                List.of(head.resolve("installed")), List.of(new Shelf(head.resolve("cached"), "releases")));
        assertThat(repositories.find(PATH)).isEmpty();

        Path other = put(head.resolve("cached/other/releases"));
        Path central = put(head.resolve("cached/central/releases"));
        put(head.resolve("cached/central/snapshots"));

        assertThat(repositories.find(PATH)).contains(central);
        assertThat(repositories.findAll(PATH)).containsExactly(central, other);
        assertThat(repositories.pathOf(other)).contains(PATH);
        assertThat(repositories.pathOf(head.resolve("cached/central/x"))).isEmpty();
        assertThat(repositories.pathOf(head.resolve("cached"))).isEmpty();
        assertThat(repositories.pathOf(put(head.resolve("installed")))).contains(PATH);
    }

    private static Path put(Path repository) throws IOException {
        Path file = repository.resolve(PATH);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x").toAbsolutePath().normalize();
    }
}
