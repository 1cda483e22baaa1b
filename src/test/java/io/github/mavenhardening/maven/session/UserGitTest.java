package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserGitTest {

    @Test
    void isWhereGitLooksForIt() {
        assertThat(UserGit.files(Map.of(), "home").keySet())
                .containsExactly(Path.of("home", ".config", "git", "config"), Path.of("home", ".gitconfig"));
        assertThat(UserGit.files(Map.of("HOME", "other", "XDG_CONFIG_HOME", " "), "home")
                        .keySet())
                .containsExactly(Path.of("other", ".config", "git", "config"), Path.of("other", ".gitconfig"));
        assertThat(UserGit.files(Map.of("XDG_CONFIG_HOME", "xdg"), "home").keySet())
                .containsExactly(Path.of("xdg", "git", "config"), Path.of("home", ".gitconfig"));
    }
}
