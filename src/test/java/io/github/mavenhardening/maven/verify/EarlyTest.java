package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EarlyTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void servesTheAnswerThatWasBegunOnce() {
        Early<Integer> early = Early.begin(asked::incrementAndGet);

        assertThat(early.take()).isEqualTo(1);
        assertThat(early.take()).as("asked again").isEqualTo(2);
    }

    @Test
    void asksNothingBeforeItIsNeeded() {
        Early<Integer> late = Early.not(asked::incrementAndGet);

        assertThat(asked).hasValue(0);
        assertThat(late.take()).isEqualTo(1);
        assertThat(late.take()).isEqualTo(2);
    }
}
