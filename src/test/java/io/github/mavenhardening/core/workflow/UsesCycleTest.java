package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UsesCycleTest {

    @Test
    void isTheWayFromAKeyToItself() {
        assertThat(UsesCycle.find(new TreeMap<>(Map.of(
                        "a",
                        List.of("b"),
                        "b",
                        List.of("x", "c"),
                        "c",
                        List.of("d"),
                        "d",
                        List.of("b"),
                        "x",
                        List.of()))))
                .containsExactly("b", "c", "d", "b");
        assertThat(UsesCycle.find(Map.of("a", List.of("a")))).containsExactly("a", "a");
    }

    @Test
    void isNoneWhereWaysMeetOrEndNowhere() {
        assertThat(UsesCycle.find(Map.of(
                        "a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d", "gone"), "d", List.<String>of())))
                .isEmpty();
        assertThat(UsesCycle.find(Map.of())).isEmpty();
    }

    /** As deep as it is long, and each the others' neighbour: neither a stack nor a power of two. */
    @Test
    void costsNoMoreThanTheLock() {
        Map<String, List<String>> chain = new TreeMap<>();
        for (int i = 0; i < 100_000; i++) {
            chain.put("k" + i, List.of("k" + (i + 1), "k" + (i + 2)));
        }
        assertThat(UsesCycle.find(chain)).isEmpty();
    }
}
