package io.github.mavenhardening.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final UsedArtifact A = use("a.jar", Certainty.USED, "root", "a");
    private static final UsedArtifact PERHAPS_B = use("b.jar", Certainty.POSSIBLE, "root", "b");
    private static final Unresolved UNRESOLVED = new Unresolved("c", "it is not there", List.of("root"));

    private static UsedArtifact use(String path, Certainty certainty, String... usedBy) {
        return new UsedArtifact(path, Optional.empty(), List.of(usedBy), Path.of(path), certainty);
    }

    private static Inventory of(UsedArtifact... uses) {
        return Inventory.of(List.of(uses), List.of());
    }

    @Test
    void coversTheSameFilesWithOtherReasons() {
        assertThat(of(A, PERHAPS_B).covers(of(use("a.jar", Certainty.USED, "a"))))
                .isTrue();
        assertThat(of(A, PERHAPS_B).covers(of(PERHAPS_B))).isTrue();
        assertThat(of(A).covers(of())).isTrue();
        assertThat(of(A).covers(of(use("a.jar", Certainty.POSSIBLE, "a")))).isTrue();
    }

    @Test
    void doesNotCoverWhatIsNewOrSurer() {
        assertThat(of(A).covers(of(PERHAPS_B))).isFalse();
        assertThat(of(A, PERHAPS_B).covers(of(use("b.jar", Certainty.USED, "b"))))
                .isFalse();
        Inventory unresolved = Inventory.of(List.of(), List.of(UNRESOLVED));
        assertThat(of(A).covers(unresolved)).isFalse();
        assertThat(unresolved.covers(unresolved)).isTrue();
    }

    @Test
    void prefersTheCertainUseThenTheShortestReason() {
        UsedArtifact longer = use("b.jar", Certainty.USED, "root", "a", "b");
        UsedArtifact shorter = use("b.jar", Certainty.USED, "root", "b");

        assertThat(of(PERHAPS_B, longer, shorter).artifacts()).containsEntry("b.jar", shorter);
        assertThat(of(longer, PERHAPS_B).artifacts()).containsEntry("b.jar", longer);
    }
}
