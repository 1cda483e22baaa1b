package io.github.mavenhardening.core.forge.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mavenhardening.core.forge.rest.ForgePort.Patience;
import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A forge on the loopback: what it was given as answers it answers, and 404 to everything else. */
public class FakeForge implements AutoCloseable {

    private final Dialect dialect;
    private final HttpServer server;
    private final Map<String, Queue<Handler>> answers = new ConcurrentHashMap<>();
    /** Each request, with its token. */
    public final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    protected FakeForge(Dialect dialect) {
        this.dialect = dialect;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(8, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path + " " + exchange.getRequestHeaders().getFirst(dialect.tokenHeader()));
        Queue<Handler> queue = answers.get(path.replaceFirst("[?&]per_page=100$", ""));
        Handler handler = queue == null ? json(404, "{\"message\": \"Not Found\"}") : next(queue);
        handler.answer(exchange);
    }

    /** One after the other; the last of them stays. */
    private static Handler next(Queue<Handler> queue) {
        synchronized (queue) {
            return queue.size() > 1 ? queue.remove() : queue.peek();
        }
    }

    /** An answer of that status with that body; names and values of headers by turns. */
    public static Handler json(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** What a path is answered with, one after the other. */
    public void on(String path, Handler... handlers) {
        answers.put(path, new ConcurrentLinkedQueue<>(List.of(handlers)));
    }

    /** The same with one good answer. */
    public void on(String path, String body) {
        on(path, json(200, body));
    }

    /** Answers every path but those alike. */
    public void onAllBut(String kept, Handler handler) {
        answers.keySet().forEach(path -> {
            if (!path.equals(kept)) {
                on(path, handler);
            }
        });
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    protected ForgePort port(Optional<String> token) {
        Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new ForgePort(dialect, address(), token, Access.usual().proxies(), patience);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
