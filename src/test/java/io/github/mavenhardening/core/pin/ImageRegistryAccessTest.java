package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.source.LoopbackTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How registries are reached, and as whom. */
@DisabledOnOs(value = OS.MAC, disabledReason = "there 127.0.0.2 is not of the loopback interface")
class ImageRegistryAccessTest {

    private final List<String> said = new CopyOnWriteArrayList<>();

    /** A registry that shows images to who says that he is Ada, or has the token that she gets. */
    private void answer(HttpExchange exchange, String challenge) throws IOException {
        try (exchange) {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            said.add(exchange.getRequestURI().getPath() + " " + authorization);
            boolean token = exchange.getRequestURI().getPath().equals("/token");
            boolean shown = authorization.equals(LoopbackTls.ADA) || authorization.equals("Bearer t0ken");
            exchange.getResponseHeaders().add("Content-Type", token ? "application/json" : LoopbackRegistry.INDEX);
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            byte[] body = (token ? "{\"token\":\"t0ken\"}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(shown ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static ImageName image(LoopbackTls registry) {
        return new ImageName(registry.host(), "a/b", "1");
    }

    @Test
    void sayWhoAsksWhereTheRegistryWantsToKnow() throws Exception {
        try (LoopbackTls registry = new LoopbackTls(exchange -> answer(exchange, "Basic realm=\"x\""))) {

            assertThat(new ImageRegistry(LoopbackTls.keysOf(registry.host())).ask(image(registry)))
                    .startsWith("sha256:");
            assertThat(said).containsExactly("/v2/a/b/manifests/1 null", "/v2/a/b/manifests/1 " + LoopbackTls.ADA);
            assertThatThrownBy(() -> new ImageRegistry(LoopbackTls.keysOf()).ask(image(registry)))
                    .hasMessage(registry.host() + " does not show a/b to everyone");
        }
    }

    @Test
    void sayWhoAsksWhereTheRegistryGivesTokensItself() throws Exception {
        try (LoopbackTls registry = new LoopbackTls(exchange -> answer(
                exchange,
                "Bearer realm=\"https://" + exchange.getRequestHeaders().getFirst("Host") + "/token\""))) {

            assertThat(new ImageRegistry(LoopbackTls.keysOf(registry.host())).ask(image(registry)))
                    .startsWith("sha256:");
            assertThat(said)
                    .containsExactly(
                            "/v2/a/b/manifests/1 null",
                            "/token " + LoopbackTls.ADA,
                            "/v2/a/b/manifests/1 Bearer t0ken");
        }
    }

    /** Else a registry could choose what a token is for that it gets from another. */
    @Test
    void sayNothingToAHostThatTheRegistryNames() throws Exception {
        try (LoopbackTls other = new LoopbackTls(exchange -> answer(exchange, ""));
                LoopbackTls registry = new LoopbackTls(
                        exchange -> answer(exchange, "Bearer realm=\"https://" + other.host() + "/token\""))) {

            assertThatThrownBy(() ->
                            new ImageRegistry(LoopbackTls.keysOf(registry.host(), other.host())).ask(image(registry)))
                    .hasMessage(registry.host() + " does not show a/b to everyone");
            assertThat(said).containsExactly("/v2/a/b/manifests/1 null", "/token null");
        }
    }

    @Test
    void sayNothingWithoutTls() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry()) {
            registry.publish("secret/x:1", LoopbackRegistry.INDEX);

            assertThatThrownBy(() -> new ImageRegistry(LoopbackTls.keysOf(registry.host()))
                            .ask(new ImageName(registry.host(), "secret/x", "1")))
                    .hasMessage(registry.host() + " does not show secret/x to everyone");
        }
    }

    @Test
    void theProxyIsAskedForOtherHosts() throws Exception {
        try (LoopbackRegistry proxy = new LoopbackRegistry()) {
            URI address = URI.create("http://" + proxy.host());
            Access access = new Access(
                    ProxySelector.of(InetSocketAddress.createUnresolved(address.getHost(), address.getPort())),
                    host -> Optional.empty());
            String digest = proxy.publish("a/b:1", LoopbackRegistry.INDEX);

            // Java asks no proxy for its own machine unless one says so, which this does.
            assertThat(new ImageRegistry(access).ask(new ImageName("localhost:1", "a/b", "1")))
                    .isEqualTo(digest);
        }
    }
}
