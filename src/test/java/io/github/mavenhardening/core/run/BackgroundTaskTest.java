package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {

    @Test
    void answersFromAThreadWithTheCallersClassLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();

        BackgroundTask<Boolean> same =
                BackgroundTask.start("background", () -> Thread.currentThread().getContextClassLoader() == loader);
        BackgroundTask<String> name =
                BackgroundTask.start("background", () -> Thread.currentThread().getName());

        assertThat(same.join()).isTrue();
        assertThat(name.join()).isEqualTo("background");
    }

    @Test
    void throwsWhatTheWorkThrew() {
        BackgroundTask<Void> failing = BackgroundTask.start("background", () -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(failing::join)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
    }

    @Test
    void runsAllWithTheCallersClassLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger done = new AtomicInteger();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            work.add(() -> {
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
                done.incrementAndGet();
            });
        }

        BackgroundTask.runAll("background", work);

        assertThat(done).hasValue(100);
    }

    @Test
    void throwsWhatOneOfAllThrew() {
        List<Runnable> work = new ArrayList<>();
        work.add(() -> {
            throw new IllegalArgumentException("no");
        });
        work.add(() -> {});

        assertThatThrownBy(() -> BackgroundTask.runAll("background", work)).hasMessage("no");
    }
}
