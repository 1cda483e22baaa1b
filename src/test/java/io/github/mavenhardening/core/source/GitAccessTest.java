package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How Git hosts are reached, and as whom. */
@DisabledOnOs(value = OS.MAC, disabledReason = "there 127.0.0.2 is not of the loopback interface")
class GitAccessTest {

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();

    private void hear(HttpExchange exchange) {
        said.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    @Test
    void theProxyIsAskedForOtherHosts() throws Exception {
        try (LoopbackGit proxy = new LoopbackGit(folder);
                Git git = LoopbackGit.repository(folder, "o/r")) {
            String one = LoopbackGit.commit(git);
            URI address = URI.create(proxy.address());
            Access access = new Access(
                    ProxySelector.of(new InetSocketAddress(address.getHost(), address.getPort())),
                    host -> Optional.empty());

            GitRemote.Refs refs = new GitRemote(access).ask("http://git.example.org/o/r");

            assertThat(refs.branches()).containsEntry("main", one);
            assertThat(proxy.asked()).containsExactly("o/r");
        }
    }

    @Test
    void theHostThatIsMeantGetsItsCredentials() throws Exception {
        try (LoopbackTls host = new LoopbackTls(exchange -> {
            try (exchange) {
                hear(exchange);
                exchange.sendResponseHeaders(404, -1);
            }
        })) {
            String repository = "https://" + host.host() + "/o/r";

            assertThatThrownBy(() -> new GitRemote(LoopbackTls.keysOf(host.host())).ask(repository))
                    .isInstanceOf(IOException.class)
                    .hasMessage(repository + " does not exist, or is private");
            assertThat(said).isNotEmpty().containsOnly(LoopbackTls.ADA);
            said.clear();
            assertThatThrownBy(() -> new GitRemote(LoopbackTls.keysOf("127.0.0.2")).ask(repository))
                    .isInstanceOf(IOException.class);
            assertThat(said).isNotEmpty().containsOnly("null");
        }
    }

    @Test
    void aHostThatItLeadsToGetsNone() throws Exception {
        try (LoopbackTls other = new LoopbackTls(exchange -> {
                    try (exchange) {
                        hear(exchange);
                        exchange.sendResponseHeaders(404, -1);
                    }
                });
                LoopbackTls host = new LoopbackTls(exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders()
                                .add("Location", "https://" + other.host() + exchange.getRequestURI());
                        exchange.sendResponseHeaders(302, -1);
                    }
                })) {

            assertThatThrownBy(() -> new GitRemote(LoopbackTls.keysOf(host.host(), other.host()))
                            .ask("https://" + host.host() + "/o/r"))
                    .isInstanceOf(IOException.class);

            assertThat(said).isNotEmpty().containsOnly("null");
        }
    }
}
