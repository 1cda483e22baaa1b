package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsesTest {

    @Test
    void readsEveryForm() {
        assertThat(Uses.parse("./a/b")).isEqualTo(new Uses.Local("./a/b"));
        assertThat(Uses.parse("$/a/b")).isEqualTo(new Uses.SelfRepository("a/b", Optional.empty()));
        assertThat(Uses.parse("$/a@v1")).isEqualTo(new Uses.SelfRepository("a", Optional.of("v1")));
        assertThat(Uses.parse(" o/r@v1\n"))
                .isEqualTo(new Uses.Repository("o", "r", Optional.empty(), Optional.of(new GitRef("v1"))));
        assertThat(Uses.parse("o/r/.github/workflows/x.yml@release/v1"))
                .isEqualTo(new Uses.Repository(
                        "o", "r", Optional.of(".github/workflows/x.yml"), Optional.of(new GitRef("release/v1"))));
        assertThat(Uses.parse("o/r")).isEqualTo(new Uses.Repository("o", "r", Optional.empty(), Optional.empty()));
        assertThat(Uses.parse("o/r@")).isEqualTo(new Uses.Repository("o", "r", Optional.empty(), Optional.empty()));
        assertThat(Uses.parse("docker://a/b:1")).isEqualTo(new Uses.Docker(ImageReference.parse("a/b:1")));
        for (String malformed :
                new String[] {"", "o", "o@v1", "/r@v1", "o/@v1", "o/r@a@b", "docker://", "${{ x }}/r@v1"}) {
            assertThat(Uses.parse(malformed)).as(malformed).isInstanceOf(Uses.Malformed.class);
        }
    }

    @Test
    void takesImagesApart() {
        assertThat(ImageReference.parse("repo.example.org:5000/a/b:1.2@sha256:00"))
                .isEqualTo(
                        new ImageReference("repo.example.org:5000/a/b", Optional.of("1.2"), Optional.of("sha256:00")));
        assertThat(ImageReference.parse("localhost:5000/a").tag()).isEmpty();
        assertThat(ImageReference.parse("a:").tag()).isEmpty();
        assertThat(ImageReference.parse("a@sha256:00").isPinned()).isFalse();
        assertThat(ImageReference.parse("a@sha256:" + "0".repeat(64)).isPinned())
                .isTrue();
        assertThat(ImageReference.parse("a@sha256:" + "0".repeat(63)).isPinned())
                .isFalse();
    }

    @Test
    void tellsCommitsFromVersions() {
        assertThat(new GitRef("0".repeat(40)).isCommit()).isTrue();
        assertThat(new GitRef("0".repeat(41)).isCommit()).isFalse();
        assertThat(new GitRef("abcdef1").isAbbreviatedCommit()).isTrue();
        assertThat(new GitRef("feedback").isAbbreviatedCommit()).isFalse();
        assertThat(new GitRef("20240101").isAbbreviatedCommit()).isFalse();
        assertThat(new GitRef("v1").isVersion()).isTrue();
        assertThat(new GitRef("v1.2.3-rc.1").isVersion()).isTrue();
        assertThat(new GitRef("main").isVersion()).isFalse();
    }

    @Test
    void ordersPatternsByWhatTheySay() {
        assertThat(Stream.of("*", "o/*", "o/r/*", "o/r", "o/r/p", "o/r@v1")
                        .map(text -> UsesPattern.parse(text).orElseThrow())
                        .sorted()
                        .map(UsesPattern::text))
                .containsExactly("o/r@v1", "o/r/p", "o/r", "o/r/*", "o/*", "*");
        for (String none : new String[] {"", "o", "/", "**", "*/r", "o/*/p", "o/r/**", "o/r/*@v1", "o/*@v1", "o/r@*"}) {
            assertThat(UsesPattern.parse(none)).as(none).isEmpty();
        }
    }
}
