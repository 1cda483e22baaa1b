package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KnownSignersTest {

    private static final String ALICE = "A".repeat(40);
    private static final String BOB = "B".repeat(40);
    private static final String BYTES = "1".repeat(64);
    private static final String OTHER_BYTES = "2".repeat(64);
    private static final String FIRST = "org/example/lib/1.0/lib-1.0.jar";
    private static final String SECOND = "org/example/lib/2.0/lib-2.0.jar";

    private final SortedMap<String, String> locked = new TreeMap<>();
    private LockMetadata known = LockMetadata.empty();

    private void signed(String path, String key) {
        locked.put(path, BYTES);
        known = known.with(Map.of(path, FileMetadata.none().signedBy(new Signer(key, key, BYTES))));
    }

    private Lock lock() {
        return Lock.empty().with(locked);
    }

    private LockMetadata with(String... accepted) throws LockException {
        return new KnownSigners(lock(), known).with(Set.of(accepted));
    }

    @Test
    void theFirstKeyIsTheArtifactsKey() throws Exception {
        signed(FIRST, ALICE);

        LockMetadata signers = with();

        assertThat(signers.signers().get("org.example:lib")).containsExactly(ALICE);
        assertThat(KnownSigners.strangers(lock(), signers)).isEmpty();
    }

    @Test
    void anotherKeyIsNamedEachTimeUntilItIsAccepted() throws Exception {
        signed(FIRST, ALICE);
        known = with();
        signed(SECOND, BOB);

        for (int run = 0; run < 2; run++) {
            known = with();
            assertThat(known.signers().get("org.example:lib")).containsExactly(ALICE);
            assertThat(KnownSigners.strangers(lock(), known))
                    .containsExactly("org.example:lib is signed by another key than its earlier releases, 0x" + BOB
                            + ": if that is right, run again with -Dhardening.acceptSigner=org.example:lib");
        }
        // As noted by an earlier run: nothing is verified again before it is accepted.
        known = with("org.example:lib");
        assertThat(known.signers().get("org.example:lib")).containsExactly(ALICE, BOB);
        assertThat(KnownSigners.strangers(lock(), known)).isEmpty();
        assertThat(with("org.example:lib")).isEqualTo(known);
    }

    @Test
    void aSignatureOfOtherBytesAcceptsNothing() {
        signed(FIRST, ALICE);
        locked.put(FIRST, OTHER_BYTES);

        refuses("org.example:lib", "has no verified signature: org.example:lib.");
    }

    @Test
    void aNameThatMeansNothingIsRefusedWithTheOneThatIsMeant() {
        signed(FIRST, ALICE);

        refuses("org.example:lbi", "org.example:lbi (did you mean org.example:lib?)");
        refuses("lib", "It wants groupId:artifactId.");
    }

    private void refuses(String name, String problem) {
        assertThatExceptionOfType(LockException.class)
                .isThrownBy(() -> with(name))
                .withMessageContaining("hardening.acceptSigner names")
                .withMessageContaining(problem);
    }
}
