package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;

class BlockedRepositoryTest {

    /** As the API of Maven 3.8.1 has it. */
    public record Newer(boolean isBlocked) {}

    @Test
    void asksWhatTheRunningMavenKnows() {
        assertThat(BlockedRepository.is(new Newer(true))).isTrue();
        assertThat(BlockedRepository.is(new Newer(false))).isFalse();
        RemoteRepository plain = new RemoteRepository.Builder("a", "default", "http://a.example.org").build();
        assertThat(BlockedRepository.is(plain)).isFalse();
    }
}
