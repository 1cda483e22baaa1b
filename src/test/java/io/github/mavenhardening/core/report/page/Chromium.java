package io.github.mavenhardening.core.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonWriter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A Chromium of this machine without a window, spoken to by its own protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Chromium implements WebSocket.Listener {

    private static final int SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final StringBuilder partial = new StringBuilder();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";
    private int last;

    /** The program; empty where this machine has none. */
    static Optional<Path> find() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    Chromium(Path program, Path profile) throws Exception {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address(profile.resolve("DevToolsActivePort")), this)
                    .get(SECONDS, TimeUnit.SECONDS);
            JsonObject blank = new JsonObject().put("url", "about:blank");
            String target = ask("Target.createTarget", blank).at("/targetId").textValue();
            JsonObject attach = new JsonObject().put("targetId", target).put("flatten", true);
            session = ask("Target.attachToTarget", attach).at("/sessionId").textValue();
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                ask(domain + ".enable", new JsonObject());
            }
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Where it listens, which it writes into a file. */
    private static URI address(Path file) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            Thread.sleep(50);
        }
        throw new IOException("Chromium does not start");
    }

    /** Opens a file in a window of that size. */
    void open(Path page, String hash, int width, boolean dark) throws Exception {
        JsonObject size = new JsonObject();
        size.put("width", width).put("height", 900).put("deviceScaleFactor", 1).put("mobile", false);
        ask("Emulation.setDeviceMetricsOverride", size);
        JsonObject media = new JsonObject();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", media);
        navigate("about:blank");
        events.clear();
        navigate(page.toUri() + hash);
    }

    private void navigate(String url) throws Exception {
        loaded = new CompletableFuture<>();
        ask("Page.navigate", new JsonObject().put("url", url));
        loaded.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Switches scripts on or off for what is opened next. */
    void scripts(boolean on) throws Exception {
        ask("Emulation.setScriptExecutionDisabled", new JsonObject().put("value", !on));
    }

    /** What an expression comes to in the page; a promise is waited for. */
    JsonNode evaluate(String expression) throws Exception {
        JsonObject what = new JsonObject();
        what.put("expression", expression).put("awaitPromise", true).put("returnByValue", true);
        JsonNode answer = ask("Runtime.evaluate", what);
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.at("/exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** What the page complained of since it was opened: errors of scripts, of the console, of its policy. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (JsonNode event : events) {
            switch (event.at("/method").textValue()) {
                case "Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled" ->
                    complaints.add(event.toString());
                default -> {}
            }
        }
        return complaints;
    }

    /** The addresses that were asked for since the page was opened. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.at("/method").textValue().equals("Network.requestWillBeSent")) {
                requests.add(event.at("/params/request/url").textValue());
            }
        }
        return requests;
    }

    private JsonNode ask(String method, JsonObject parameters) throws Exception {
        int id = ++last;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        String text = "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + JsonWriter.line(parameters)
                + (session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"") + "}";
        socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode told = answer.get(SECONDS, TimeUnit.SECONDS);
        if (told.has("error")) {
            throw new IOException(method + ": " + told.at("/error"));
        }
        return told.at("/result");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
        partial.append(text);
        if (whole) {
            take(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(String message) {
        try {
            JsonNode json = Json.read(message);
            CompletableFuture<JsonNode> asked =
                    json.has("id") ? answers.remove(json.at("/id").intValue()) : null;
            if (asked != null) {
                asked.complete(json);
            } else if (json.has("method")) {
                events.add(json);
                if (json.at("/method").textValue().equals("Page.loadEventFired")) {
                    loaded.complete(null);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Chromium speaks JSON", e);
        }
    }

    /** Ends it, and waits until nothing of it runs. */
    void close() throws Exception {
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        // They write into the profile until they end, and it is to be deleted.
        for (ProcessHandle one : all) {
            one.onExit().get(SECONDS, TimeUnit.SECONDS);
        }
    }
}
