package io.github.mavenhardening.core.pin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry of images on the loopback interface, which answers as the distribution specification says. */
final class LoopbackRegistry implements AutoCloseable {

    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String SINGLE = "application/vnd.oci.image.manifest.v1+json";

    private final HttpServer server;
    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Manifest(String kind, String body, String digest) {}

    LoopbackRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The host with its port, as images' names begin. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Publishes an image {@code repository:tag}; what its digest is. */
    String publish(String image, String kind) throws Exception {
        String body = "{\"schemaVersion\":2,\"mediaType\":\"" + kind + "\",\"of\":\"" + image + "\"}";
        String digest = digest(body);
        manifests.put(image, new Manifest(kind, body, digest));
        return digest;
    }

    /** Has the registry name another digest in its header than the image has. */
    void lie(String image) throws Exception {
        Manifest honest = manifests.get(image);
        manifests.put(image, new Manifest(honest.kind(), honest.body(), digest("another")));
    }

    /** Has the registry refuse so many requests for an image because there are too many. */
    void busy(String image, int times) {
        busy.put(image, times);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private static String digest(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (path.equals("/token")) {
                String scope = exchange.getRequestURI().getQuery();
                boolean secret = scope.contains("repository:secret/");
                send(exchange, secret ? 401 : 200, "application/json", "{\"token\":\"t0ken\"}");
                return;
            }
            String image = path.replaceFirst("^/v2/", "").replaceFirst("/manifests/", ":");
            if (image.matches("(?:guarded|secret)/.*")
                    && !"Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders()
                        .add(
                                "WWW-Authenticate",
                                "Bearer realm=\"http://" + host() + "/token\",service=\"here\",scope=\"repository:"
                                        + image.replaceFirst(":.*", "") + ":pull\"");
                send(exchange, 401, "application/json", "{}");
                return;
            }
            if (busy.merge(image, -1, Integer::sum) >= 0) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                send(exchange, 429, "application/json", "{}");
                return;
            }
            Manifest manifest = manifests.get(image);
            if (manifest == null) {
                send(exchange, 404, "application/json", "{}");
                return;
            }
            exchange.getResponseHeaders().add("Docker-Content-Digest", manifest.digest());
            send(exchange, 200, manifest.kind(), manifest.body());
        }
    }

    private static void send(HttpExchange exchange, int status, String kind, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", kind);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
