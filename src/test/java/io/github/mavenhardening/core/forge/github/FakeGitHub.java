package io.github.mavenhardening.core.forge.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.github.GitHubPort.Patience;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A forge on the loopback: what it was given as answers it answers, and 404 to everything else. */
final class FakeGitHub implements AutoCloseable {

    static final String TOKEN = "ghp_secretOfTheTests";
    static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    private final HttpServer server;
    private final Map<String, Queue<Handler>> answers = new ConcurrentHashMap<>();
    /** Each request, with its authorization. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Answers a request. */
    @FunctionalInterface
    interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    FakeGitHub() {
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
        asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
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

    static Handler json(int status, String body, String... headers) {
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

    FakeGitHub on(String path, Handler... handlers) {
        answers.put(path, new ConcurrentLinkedQueue<>(List.of(handlers)));
        return this;
    }

    FakeGitHub on(String path, String body) {
        return on(path, json(200, body));
    }

    /** A public repository that everything can be read of, with nothing in it. */
    static FakeGitHub ofAdmin() {
        return of("admin");
    }

    /** The same for whoever may but read it: 404 on what is an administrator's. */
    static FakeGitHub ofReader() {
        FakeGitHub forge = new FakeGitHub();
        forge.repository("\"pull\": true, \"push\": false, \"admin\": false");
        forge.on("/repos/my-org/app/rulesets?includes_parents=true", "[]");
        forge.on("/repos/my-org/app/rules/branches/main", "[]");
        forge.on("/repos/my-org/app/environments", "{\"total_count\": 0, \"environments\": []}");
        return forge;
    }

    private static FakeGitHub of(String right) {
        FakeGitHub forge = new FakeGitHub();
        forge.repository("\"" + right + "\": true, \"push\": true");
        String at = "/repos/my-org/app/";
        forge.on(
                at + "actions/permissions",
                "{\"enabled\": true, \"allowed_actions\": \"all\", \"sha_pinning_required\": false}");
        forge.on(
                at + "actions/permissions/workflow",
                "{\"default_workflow_permissions\": \"read\", \"can_approve_pull_request_reviews\": false}");
        forge.on(
                at + "actions/permissions/fork-pr-contributor-approval",
                "{\"approval_policy\": \"all_external_contributors\"}");
        forge.on(at + "environments", "{\"total_count\": 0, \"environments\": []}");
        for (String secrets : List.of("actions/secrets", "actions/organization-secrets", "dependabot/secrets")) {
            forge.on(at + secrets, "{\"total_count\": 0, \"secrets\": []}");
        }
        forge.on(at + "immutable-releases", "{\"enabled\": true, \"enforced_by_owner\": false}");
        forge.on(at + "releases/latest", "{\"tag_name\": \"v1\", \"immutable\": true}");
        forge.on(at + "rulesets?includes_parents=true", "[]");
        forge.on(at + "rules/branches/main", "[]");
        forge.on(at + "private-vulnerability-reporting", "{\"enabled\": true}");
        forge.on(
                at + "actions/oidc/customization/sub",
                "{\"use_default\": false, \"include_claim_keys\": [\"repo\", \"context\"], \"use_immutable_subject\": true}");
        forge.on(at + "keys", "[]");
        forge.on(at + "hooks", "[]");
        return forge;
    }

    FakeGitHub repository(String permissions) {
        return on("/repos/my-org/app", """
                {"id": 7, "full_name": "my-org/app", "private": false, "default_branch": "main",
                 "owner": {"login": "my-org", "type": "Organization"}, "permissions": {%s}}
                """.formatted(permissions));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    ForgeSnapshot snapshot(String... actions) throws IOException {
        return snapshot(Optional.of(TOKEN), actions);
    }

    ForgeSnapshot snapshot(Optional<String> token, String... actions) throws IOException {
        Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
        GitHubPort port = new GitHubPort(address(), token, Access.usual().proxies(), patience);
        return new GitHubForge(Network.open(), port, line -> {})
                .read(
                        RepositorySlug.parse("my-org/app").orElseThrow(),
                        List.of(actions).stream()
                                .map(name -> RepositorySlug.parse(name).orElseThrow())
                                .toList(),
                        token.isPresent(),
                        TODAY);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
