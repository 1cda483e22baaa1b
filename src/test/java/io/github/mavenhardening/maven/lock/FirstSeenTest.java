package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSeenTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.jar";
    private static final String SHA256 = "0addec670fedcd3f113c5c8091d783280d23f75e3acb841b61a9cdb079376a08";

    @TempDir
    Path local;

    private Optional<String> origin(String noted, String... repositories) {
        Path file = Sessions.write(local.resolve(PATH), "");
        Sessions.write(file.resolveSibling("_remote.repositories"), noted);
        UsedArtifact use = new UsedArtifact(PATH, Optional.empty(), List.of("a"), file, Certainty.USED);
        Lock lock = Lock.empty().with(new TreeMap<>(Map.of(PATH, SHA256)));
        Inventory inventory = Inventory.of(List.of(use), List.of());
        LockUpdate update = LockUpdate.of(Lock.empty(), inventory, Map.of(), List.of());
        return FirstSeen.note(
                        LockMetadata.empty(),
                        lock,
                        update,
                        inventory,
                        List.of(repositories),
                        LocalDate.parse("2026-01-02"))
                .of(PATH)
                .flatMap(FileMetadata::origin);
    }

    /** What other builds left in a shared local repository. */
    @Test
    void notesTheRepositoryThatTheBuildKnows() {
        String noted = "lib-1.0.jar>another=\nlib-1.0.jar>central=\nlib-1.0.jar>company=\n";

        assertThat(origin(noted, "company", "central")).contains("company");
        assertThat(origin(noted, "unused", "central")).contains("central");
        assertThat(origin(noted, "unused"))
                .as("the first of those that nobody knows")
                .contains("another");
        assertThat(origin("lib-1.0.jar>=\n", "central"))
                .as("a local installation")
                .isEmpty();
    }
}
