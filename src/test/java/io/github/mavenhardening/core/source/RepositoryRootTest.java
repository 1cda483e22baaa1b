package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryRootTest {

    @TempDir
    Path temp;

    private Path start;

    @BeforeEach
    void folders() throws IOException {
        start = Files.createDirectories(temp.resolve("a/b/c"));
    }

    @Test
    void isWhatTheUserNames() throws IOException {
        Files.createDirectory(temp.resolve("a/.git"));

        assertThat(find(Optional.of(temp))).isEqualTo(temp);
        assertThat(find(Optional.of(Path.of("../x")))).isEqualTo(temp.resolve("a/b/x"));
    }

    @Test
    void elseTheNearestAncestorWithGit() throws IOException {
        Files.createDirectory(temp.resolve(".git"));
        Files.createDirectory(temp.resolve("a/b/.mvn"));
        assertThat(find(Optional.empty())).isEqualTo(temp);

        Files.createDirectory(temp.resolve("a/.git"));
        assertThat(find(Optional.empty())).isEqualTo(temp.resolve("a"));
    }

    @Test
    void whereGitMayBeAFile() throws IOException {
        Files.createDirectory(temp.resolve(".git"));
        Files.writeString(temp.resolve("a/b/.git"), "gitdir: elsewhere");

        assertThat(find(Optional.empty())).isEqualTo(temp.resolve("a/b"));
    }

    @Test
    void elseTheNearestWithMavensFolder() throws IOException {
        Files.createDirectory(temp.resolve(".mvn"));
        Files.createDirectory(temp.resolve("a/b/.mvn"));

        assertThat(find(Optional.empty())).isEqualTo(temp.resolve("a/b"));
    }

    @Test
    void elseWhereTheBuildRuns() {
        assertThat(find(Optional.empty())).isEqualTo(start);
        assertThat(RepositoryRoot.find(Optional.empty(), start.resolve("../c/.")))
                .isEqualTo(start);
    }

    private Path find(Optional<Path> explicit) {
        return RepositoryRoot.find(explicit, start);
    }
}
