package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AsideTest {

    @Test
    void answersFromAThreadWithTheCallersClassLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();

        Aside<Boolean> same = Aside.start("aside", () -> Thread.currentThread().getContextClassLoader() == loader);
        Aside<String> name = Aside.start("aside", () -> Thread.currentThread().getName());

        assertThat(same.join()).isTrue();
        assertThat(name.join()).isEqualTo("aside");
    }

    @Test
    void throwsWhatTheWorkThrew() {
        Aside<Void> failing = Aside.start("aside", () -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(failing::join)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
    }
}
