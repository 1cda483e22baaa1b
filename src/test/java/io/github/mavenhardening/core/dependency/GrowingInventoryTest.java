package io.github.mavenhardening.core.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrowingInventoryTest {

    private static final UsedArtifact A = use("a.jar", Certainty.USED, "root", "a");
    private static final UsedArtifact PERHAPS_B = use("b.jar", Certainty.POSSIBLE, "root", "b");
    private static final Unresolved UNRESOLVED =
            new Unresolved("c", "it is not there", List.of("root"), Certainty.USED);

    private final GrowingInventory all = new GrowingInventory();

    private static UsedArtifact use(String path, Certainty certainty, String... usedBy) {
        return new UsedArtifact(path, Optional.empty(), List.of(usedBy), Path.of(path), certainty);
    }

    private static Inventory of(UsedArtifact... uses) {
        return Inventory.of(List.of(uses), List.of());
    }

    @BeforeEach
    void aModuleUsesSomething() {
        assertThat(all.add(of(A, PERHAPS_B))).isEqualTo(of(A, PERHAPS_B));
    }

    @Test
    void theSameFilesWithOtherReasonsAreNothingNew() {
        assertThat(all.add(of(use("a.jar", Certainty.USED, "x"), PERHAPS_B))).isEqualTo(of());
        assertThat(all.add(of(use("a.jar", Certainty.POSSIBLE, "x")))).isEqualTo(of());
        assertThat(all.add(of())).isEqualTo(of());
    }

    @Test
    void whatIsNowCertainIsNew() {
        UsedArtifact b = use("b.jar", Certainty.USED, "root", "x", "b");
        assertThat(all.add(of(A, b))).isEqualTo(of(b));
        assertThat(all.toInventory()).isEqualTo(of(A, b));
    }

    @Test
    void whatCannotBeDeterminedIsNewOnce() {
        Inventory module = Inventory.of(List.of(), List.of(UNRESOLVED));
        assertThat(all.add(module)).isEqualTo(module);
        assertThat(all.add(module)).isEqualTo(of());
        assertThat(all.toInventory().unresolved()).containsExactly(UNRESOLVED);
    }

    @Test
    void keepsTheBestReasonWhateverTheOrder() {
        UsedArtifact shorter = use("a.jar", Certainty.USED, "z");
        UsedArtifact earlier = use("a.jar", Certainty.USED, "root", "0");
        all.add(of(earlier));
        assertThat(all.toInventory().artifacts()).containsEntry("a.jar", earlier);
        all.add(of(shorter));
        all.add(of(A));
        assertThat(all.toInventory().artifacts()).containsEntry("a.jar", shorter);
    }
}
