package io.github.mavenhardening.core.lock.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFiltersTest {

    @TempDir
    Path root;

    private static FileMetadata from(String origin) {
        return FileMetadata.from(Optional.of(origin));
    }

    private static LockMetadata known() {
        return LockMetadata.empty()
                .with(Map.of(
                        "org/b/lib/1/lib-1.jar", from("central"),
                        "org/a/lib/1/lib-1.jar", from("central"),
                        "org/a/lib/1/lib-1.pom", from("central"),
                        "com/c/lib/1/lib-1.jar", from("team"),
                        "com/unknown/lib/1/lib-1.jar", FileMetadata.none(),
                        "./lib/local.jar", from("central")));
    }

    @Test
    void writesTheGroupsOfEachRepository() throws Exception {
        assertThat(RepositoryFilters.write(root, known()))
                .containsExactly(
                        ".mvn/rrf/groupId-central.txt written: 2 groups", ".mvn/rrf/groupId-team.txt written: 1 group");

        assertThat(Files.readString(root.resolve(".mvn/rrf/groupId-central.txt")))
                .isEqualTo("org.a\norg.b\n");
        assertThat(Files.readString(root.resolve(".mvn/rrf/groupId-team.txt"))).isEqualTo("com.c\n");
        assertThat(RepositoryFilters.write(root, known()))
                .allSatisfy(line -> assertThat(line).contains(" is up to date: "));
    }

    @Test
    void namesNoFileByAnIdThatLeadsElsewhere() throws Exception {
        LockMetadata hostile = LockMetadata.empty().with(Map.of("org/a/lib/1/lib-1.jar", from("../../x")));

        assertThat(RepositoryFilters.write(root, hostile))
                .containsExactly("no filter for a repository whose id cannot name a file");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws Exception {
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/rrf"), "");

        assertThatThrownBy(() -> RepositoryFilters.write(root, known()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(".mvn/rrf/groupId-central.txt cannot be written: ");
    }
}
