package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/octo/app.git, https://github.com/octo/app",
        "https://GitHub.com/octo/app/, https://github.com/octo/app",
        "https://user:secret@git.example.org/octo/app.git, https://git.example.org/octo/app",
        "https://ghp_token@git.example.org/octo/app, https://git.example.org/octo/app",
        "https://x-access-token:a:b@git.example.org/octo/app, https://git.example.org/octo/app",
        "https://git.example.org:8443/octo/app.git, https://git.example.org:8443/octo/app",
        "https://git.example.org/octo/app?token=secret#x, https://git.example.org/octo/app",
        "git@github.com:octo/app.git, https://github.com/octo/app",
        "git.example.org:octo/app, https://git.example.org/octo/app",
        "ssh://git@github.com/octo/app.git, https://github.com/octo/app",
        "ssh://git@github.com:22/octo/app.git, https://github.com/octo/app",
        "ssh://git@git.example.org:7999/octo/app.git, ssh://git.example.org:7999/octo/app",
        "git://git.example.org/octo/sub/app.git, git://git.example.org/octo/sub/app"
    })
    void isTheSameHoweverItWasCloned(String remote, String address) {
        assertThat(RemoteAddress.of(remote)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/home/somebody/app",
                "../app",
                "file:///home/somebody/app",
                "C:\\Users\\somebody\\app",
                "C:/Users/somebody/app",
                "https://user:sec/ret@git.example.org/app",
                "https://git.example.org",
                "https://git.example.org/a b\u001b",
                "ext::sh -c evil"
            })
    void isUnknownWhereOthersCannotUseIt(String remote) {
        assertThat(RemoteAddress.of(remote)).isEmpty();
    }

    @Test
    void takesNoTimeOverALongText() {
        assertThat(RemoteAddress.of("https://" + "a@".repeat(100_000) + "/x")).isEmpty();
        assertThat(RemoteAddress.of("https://" + "a".repeat(490) + "@".repeat(400)))
                .isEmpty();
    }
}
