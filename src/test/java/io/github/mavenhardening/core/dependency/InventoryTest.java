package io.github.mavenhardening.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final UsedArtifact PERHAPS_B = use("b.jar", Certainty.POSSIBLE, "root", "b");

    private static UsedArtifact use(String path, Certainty certainty, String... usedBy) {
        return new UsedArtifact(path, Optional.empty(), List.of(usedBy), Path.of(path), certainty);
    }

    private static Inventory of(UsedArtifact... uses) {
        return Inventory.of(List.of(uses), List.of());
    }

    @Test
    void prefersTheCertainUseThenTheShortestReason() {
        UsedArtifact longer = use("b.jar", Certainty.USED, "root", "a", "b");
        UsedArtifact shorter = use("b.jar", Certainty.USED, "root", "b");

        assertThat(of(PERHAPS_B, longer, shorter).artifacts()).containsEntry("b.jar", shorter);
        assertThat(of(longer, PERHAPS_B).artifacts()).containsEntry("b.jar", longer);
    }
}
