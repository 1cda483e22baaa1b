package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockUpdateTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String LIB = "org/example/lib/1.0/lib-1.0.jar";
    private static final String OLD = "org/example/old/1.0/old-1.0.jar";
    private static final Inventory USES_LIB = Inventory.of(
            List.of(new UsedArtifact(
                    LIB, Coordinates.ofLayoutPath(LIB), List.of("p"), Path.of(LIB), UsedArtifact.Certainty.USED)),
            List.of());

    @Test
    void addsWhatIsMissing() {
        LockUpdate update = update(Lock.empty(), A);

        assertThat(update.added()).containsExactly(Map.entry(LIB, A));
        assertThat(update.applyTo(Lock.empty(), false).entries()).containsOnlyKeys(LIB);
    }

    @Test
    void refusesToChangeALockedHash() {
        Lock lock = Lock.empty().with(Map.of(LIB, A));

        LockUpdate update = update(lock, B);

        assertThat(update.refused()).containsExactly(Map.entry(LIB, B));
        assertThat(update.applyTo(lock, false).entries().get(LIB).sha256()).isEqualTo(A);
    }

    @Test
    void acceptsAFileByPathOrByCoordinates() {
        Lock lock = Lock.empty().with(Map.of(LIB, A));

        for (String name : List.of(LIB, "org.example:lib:1.0", "org.example:lib:jar:1.0")) {
            LockUpdate update = update(lock, B, name);
            assertThat(update.accepted()).as(name).containsExactly(Map.entry(LIB, B));
            assertThat(update.refused()).isEmpty();
            assertThat(update.unmatched()).isEmpty();
            assertThat(update.applyTo(lock, false).entries().get(LIB).sha256()).isEqualTo(B);
        }
    }

    @Test
    void namesConsentThatNothingAnswersTo() {
        assertThat(update(Lock.empty().with(Map.of(LIB, A)), A, "org.example:lib:1.0")
                        .unmatched())
                .containsExactly("org.example:lib:1.0");
    }

    @Test
    void namesWhatConsentWasPerhapsMeantFor() {
        Lock lock = Lock.empty().with(Map.of(LIB, A));

        for (String name : List.of("org.example:lob:1.0", "org.example:lib")) {
            assertThat(LockReport.refusals(update(lock, B, name), lock).get(0))
                    .isEqualTo("hardening.accept names files that have not changed: " + name
                            + " (did you mean org.example:lib:1.0?). Nothing was written.");
        }
        assertThat(LockReport.refusals(update(lock, B, "com.example.other:thing:7"), lock)
                        .get(0))
                .isEqualTo("hardening.accept names files that have not changed: com.example.other:thing:7."
                        + " Nothing was written.");
    }

    @Test
    void prunesOnlyOnRequest() {
        Lock lock = Lock.empty().with(Map.of(LIB, A, OLD, B));
        LockUpdate update = update(lock, A);

        assertThat(update.unused()).containsExactly(OLD);
        assertThat(update.applyTo(lock, false).entries()).containsOnlyKeys(LIB, OLD);
        assertThat(update.applyTo(lock, true).entries()).containsOnlyKeys(LIB);
    }

    private static LockUpdate update(Lock lock, String hash, String... consent) {
        return LockUpdate.of(lock, USES_LIB, Map.of(LIB, new HashResult.Hashed(hash)), List.of(consent));
    }
}
