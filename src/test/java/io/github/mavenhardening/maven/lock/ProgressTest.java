package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch two = new CountDownLatch(2);
    private final SystemStreamLog log = new SystemStreamLog() {
        @Override
        public void info(CharSequence text) {
            lines.add(text.toString());
            two.countDown();
        }
    };

    @Test
    void isSilentAboutWhatIsDoneSoon() throws LockException {
        assertThat(Progress.during("Resolving", log, () -> "done")).isEqualTo("done");
        assertThat(lines).isEmpty();
    }

    @Test
    void saysWhatTakesLong() throws LockException {
        boolean seen = Progress.during("Resolving", log, () -> await(), TimeUnit.MILLISECONDS);

        assertThat(seen).isTrue();
        assertThat(lines).startsWith("Resolving (2 s)", "Resolving (12 s)");
    }

    private boolean await() {
        try {
            return two.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void letsARefusalThrough() {
        assertThatThrownBy(() -> Progress.during("Resolving", log, () -> {
                    throw LockException.refused("no");
                }))
                .isInstanceOf(LockException.class)
                .hasMessage("no");
    }
}
