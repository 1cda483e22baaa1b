package io.github.mavenhardening.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;

class NetworkProblemTest {

    @Test
    void takesTheLastCauseThatSaysAnything() {
        IOException said = new IOException("certificate expired", new IOException());

        assertThat(NetworkProblem.text(new IllegalStateException("cannot open git-upload-pack", said)))
                .isEqualTo("certificate expired");
        assertThat(NetworkProblem.text(new IOException())).isEqualTo("IOException");
        assertThat(NetworkProblem.text(new IOException(" "))).isEqualTo("IOException");
    }

    @Test
    void hasWordsForWhatJavaHasNoneFor() {
        assertThat(NetworkProblem.text(new IOException("failed", new ConnectException())))
                .isEqualTo("the connection was refused");
        assertThat(NetworkProblem.text(new IOException("failed", new UnknownHostException("repo.example.org"))))
                .isEqualTo("the name of its host cannot be resolved");
        assertThat(NetworkProblem.text(new IOException("failed", new UnresolvedAddressException())))
                .isEqualTo("the name of its host cannot be resolved");
    }

    @Test
    void showsNoPasswordAndEndsWhereCausesLeadBack() {
        IOException one = new IOException("refused by https://me:secret@repo.example.org/");
        one.initCause(new IOException("refused by https://me:secret@repo.example.org/", one));

        assertThat(NetworkProblem.text(one)).startsWith("refused by https://").doesNotContain("secret");
    }
}
