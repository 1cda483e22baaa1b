package io.github.mavenhardening.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    private static final Access ACCESS = new Access(
            ProxySelector.of(null),
            host -> host.equals("git.example.org") || host.equals("git.example.org:8443")
                    ? Optional.of(new Credentials("ada", "s3cret"))
                    : Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org/o/r, git.example.org, true",
        "https://GIT.example.org/o/r, git.Example.org, true",
        "https://git.example.org:8443/o/r, git.example.org:8443, true",
        "http://git.example.org/o/r, git.example.org, false",
        "https://git.example.org:8443/o/r, git.example.org, false",
        "https://evil.example.org/o/r, git.example.org, false",
        "https://git.example.org/o/r, evil.example.org, false",
        "https://git.example.org.evil.example.org/o/r, git.example.org, false",
        "https://git.example.org@evil.example.org/o/r, git.example.org, false",
        "https://other.example.org/o/r, other.example.org, false",
    })
    void credentialsGoToTheHostThatIsMeantOverTls(URI address, String meant, boolean sent) throws IOException {
        assertThat(ACCESS.authorization(address, meant))
                .isEqualTo(sent ? Optional.of("Basic YWRhOnMzY3JldA==") : Optional.empty());
    }

    @Test
    void credentialsAreInNoMessage() {
        assertThat(new Credentials("ada", "s3cret")).hasToString("credentials");
        assertThatThrownBy(() -> new Access(ProxySelector.of(null), host -> {
                            throw new IOException("cannot be decrypted");
                        })
                        .authorization(URI.create("https://git.example.org/"), "git.example.org"))
                .hasMessage("cannot be decrypted");
    }
}
