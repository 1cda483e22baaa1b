package io.github.mavenhardening.hostile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void whatEndsPasses() {
        assertThatCode(() -> Patience.assertEnds(() -> {})).doesNotThrowAnyException();
    }

    @Test
    void whatCalculatesForEverFails() {
        assertThatThrownBy(() -> Patience.assertEnds(
                        () -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                        },
                        SHORT,
                        LONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("processor");
    }

    @Test
    void whatWaitsForEverFails() {
        assertThatThrownBy(() -> Patience.assertEnds(() -> new CountDownLatch(1).await(), LONG, SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("waits");
    }

    @Test
    void whatFailsFails() {
        AssertionError failure = new AssertionError("a");

        assertThatThrownBy(() -> Patience.assertEnds(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
