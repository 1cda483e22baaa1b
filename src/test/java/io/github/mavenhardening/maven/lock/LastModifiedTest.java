package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP, against servers on the loopback interface. */
class LastModifiedTest {

    private static final String DAY = "Tue, 02 Jan 2024 23:30:00 GMT";

    /** What was asked: method, path and credentials. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final LastModified lastModified = new LastModified(new DefaultRepositorySystemSession());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 404, null, null));
        server.createContext("/m2/told", exchange -> answer(exchange, 200, "Last-Modified", DAY));
        server.createContext("/m2/silent", exchange -> answer(exchange, 200, null, null));
        server.createContext("/m2/odd", exchange -> answer(exchange, 200, "Last-Modified", "yesterday"));
        server.createContext("/m2/moved", exchange -> answer(exchange, 302, "Location", url("/other/moved")));
        server.createContext("/other/moved", exchange -> answer(exchange, 200, "Last-Modified", DAY));
        server.start();
    }

    @AfterEach
    void stop() {
        lastModified.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String header, String value) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        if (header != null) {
            exchange.getResponseHeaders().add(header, value);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String url(String path) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
    }

    private RemoteRepository.Builder repository() {
        return new RemoteRepository.Builder("first", "default", url("/m2"));
    }

    private LocalDate ask(RemoteRepository repository, String path) throws IOException, InterruptedException {
        return lastModified.ask(new LastModified.RemoteFile(repository, path));
    }

    @Test
    void tellsTheDayWithoutFetchingTheFile() throws Exception {
        assertThat(ask(repository().build(), "told")).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(asked).containsExactly("HEAD /m2/told null");
    }

    @Test
    void saysWhatTheRepositoryDidNotTell() {
        assertThatThrownBy(() -> ask(repository().build(), "gone"))
                .isInstanceOf(IOException.class)
                .hasMessage("first answered with status 404");
        assertThatThrownBy(() -> ask(repository().build(), "silent"))
                .isInstanceOf(IOException.class)
                .hasMessage("first does not tell");
        assertThatThrownBy(() -> ask(repository().build(), "odd"))
                .isInstanceOf(IOException.class)
                .hasMessage("first tells no date");
        RemoteRepository other = new RemoteRepository.Builder("first", "default", "s3://bucket").build();
        assertThatThrownBy(() -> ask(other, "told"))
                .isInstanceOf(IOException.class)
                .hasMessage("first uses another protocol than HTTP");
    }

    @Test
    void goesWhereItIsSentUnlessItHasCredentialsToLose() throws Exception {
        assertThat(ask(repository().build(), "moved")).isEqualTo(LocalDate.of(2024, 1, 2));

        asked.clear();
        RemoteRepository secret = repository()
                .setId("secret")
                .setAuthentication(new AuthenticationBuilder()
                        .addUsername("user")
                        .addPassword("word")
                        .build())
                .build();
        assertThat(ask(secret, "told")).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThatThrownBy(() -> ask(secret, "moved")).hasMessage("secret answered with status 302");
        assertThat(asked).containsExactly("HEAD /m2/told Basic dXNlcjp3b3Jk", "HEAD /m2/moved Basic dXNlcjp3b3Jk");
    }

    @Test
    void asksThroughTheProxy() throws Exception {
        RemoteRepository behind = new RemoteRepository.Builder("far", "default", "http://repo.example.org/m2")
                .setProxy(new Proxy(
                        Proxy.TYPE_HTTP,
                        server.getAddress().getHostString(),
                        server.getAddress().getPort()))
                .build();
        assertThat(ask(behind, "told")).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(asked).containsExactly("HEAD http://repo.example.org/m2/told null");
    }
}
