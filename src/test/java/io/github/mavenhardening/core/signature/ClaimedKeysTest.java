package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Coordinates;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClaimedKeysTest {

    private static final String ALICE = "A".repeat(40);
    private static final String BOB = "B".repeat(40);
    private static final Coordinates LIB = Coordinates.pom("org.example", "lib", "1.0");

    private static KeysMap map(String text) throws Exception {
        return KeysMap.parse(text, (range, version) -> true);
    }

    @Test
    void draftsAMapThatSaysNothingUntilSomebodyTakesItOver() throws Exception {
        ClaimedKeys claimed = new ClaimedKeys();
        assertThat(claimed.isEmpty()).isTrue();
        claimed.add(LIB, ALICE);
        claimed.add(Coordinates.pom("org.example", "lib", "2.0"), BOB + ' ' + ALICE);
        claimed.add(Coordinates.pom("org.example", "a", "1.0"), BOB);

        String draft = claimed.draft();

        assertThat(claimed.isEmpty()).isFalse();
        assertThat(draft)
                .endsWith("# org.example:a = 0x" + BOB + "\n# org.example:lib = 0x" + ALICE + ", 0x" + BOB + "\n");
        assertThat(map(draft).of(LIB)).isEmpty();
        String taken = draft.lines()
                .map(line -> line.startsWith("# org.example:lib") ? line.substring(2) : line)
                .collect(Collectors.joining("\n"));
        assertThat(map(taken).of(LIB)).isPresent();
        assertThat(map(taken).of(Coordinates.pom("org.example", "a", "1.0"))).isEmpty();
    }
}
