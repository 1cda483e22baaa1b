package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositorySlugTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forge.example.org/own-er/na.me",
                "https://forge.example.org/own-er/na.me.git",
                "https://forge.example.org/own-er/na.me.git/",
                "https://forge.example.org/own-er/na.me/",
                "HTTPS://forge.example.org/own-er/na.me",
                "http://forge.example.org:8080/own-er/na.me",
                "https://user:secret@forge.example.org/own-er/na.me.git",
                "https://user@corp:secret@forge.example.org/own-er/na.me.git",
                "ssh://git@forge.example.org/own-er/na.me.git",
                "ssh://git@forge.example.org:22/own-er/na.me",
                "git://forge.example.org/own-er/na.me.git",
                "git+ssh://git@forge.example.org/own-er/na.me.git",
                "git@forge.example.org:own-er/na.me.git",
                "git@forge.example.org:/own-er/na.me.git",
                "forge:own-er/na.me",
                "  https://forge.example.org/own-er/na.me.git\n",
            })
    void isReadFromARemote(String url) {
        assertThat(RepositorySlug.ofRemote(url)).contains(new RepositorySlug("own-er", "na.me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "owner/name",
                "/srv/git/owner/name.git",
                "../owner/name",
                "./owner/name",
                "file:///owner/name",
                "C:/owner/name",
                "C:\\owner\\name",
                "https://forge.example.org/name",
                "https://forge.example.org/group/sub/name",
                "https://forge.example.org/owner/",
                "https://forge.example.org//name",
                "https://forge.example.org/owner/..",
                "https://forge.example.org/owner/.git",
                "https://forge.example.org/owner/na me",
                "https://forge.example.org/owner/name?x",
                "https://forge.example.org/ow\u001bner/name",
                "https:///owner/name",
                "://forge.example.org/owner/name",
                "git@:owner/name",
            })
    void isNotReadFromWhatIsNone(String url) {
        assertThat(RepositorySlug.ofRemote(url)).isEmpty();
    }

    @Test
    void hostileTextsTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String part : List.of("a", "a/", "a@", "a:", "://", "@:", "a.git", "-.", " ")) {
                for (int length : new int[] {990, 1_000_000}) {
                    String text = part.repeat(length / part.length());
                    assertThat(RepositorySlug.ofRemote("https://" + text)).isEmpty();
                    assertThat(RepositorySlug.ofRemote("a@" + text)).isEmpty();
                    assertThat(RepositorySlug.parse(text + "/" + text)).isEmpty();
                }
            }
        });
    }

    @Test
    void isWrittenAsOwnerAndName() {
        assertThat(RepositorySlug.parse(" owner/name ")).contains(new RepositorySlug("owner", "name"));
        assertThat(RepositorySlug.parse("owner/name").orElseThrow()).hasToString("owner/name");
        for (String none : List.of("", "/", "owner", "owner/", "/name", "a/b/c", "a b/c", "a/b\n::x", "../x", "o/.")) {
            assertThat(RepositorySlug.parse(none)).as(none).isEmpty();
        }
    }

    @Test
    void isComparedWithoutRegardToCase() {
        RepositorySlug slug = new RepositorySlug("Owner", "Name");

        assertThat(slug.sameOwner("oWNER")).isTrue();
        assertThat(slug.sameOwner("owner2")).isFalse();
        assertThat(slug.same("owner", "NAME")).isTrue();
        assertThat(slug.same("owner", "other")).isFalse();
        assertThat(slug.same("other", "name")).isFalse();
    }
}
