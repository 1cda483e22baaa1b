package io.github.mavenhardening.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyOwnersTest {

    @Test
    void knowsOwnersInAnyCase() {
        assertThat(PolicyOwners.have(RepositorySlug.parse("jenkinsci/x"))).isTrue();
        assertThat(PolicyOwners.have(RepositorySlug.parse("JenkinsCI/x"))).isTrue();
        assertThat(PolicyOwners.have(RepositorySlug.parse("someone/jenkinsci"))).isFalse();
        assertThat(PolicyOwners.have(Optional.empty())).isFalse();
    }
}
