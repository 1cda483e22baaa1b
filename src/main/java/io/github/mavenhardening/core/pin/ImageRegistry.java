package io.github.mavenhardening.core.pin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.NoAnswerException;
import io.github.mavenhardening.core.network.Port;
import io.github.mavenhardening.core.text.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests that tags of images stand for: that of the index where an image has one, so that it is the same for every platform.
 * A registry's credentials go to the registry's own host alone: not to another that it names to get leave from.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI distribution specification</a>
 */
final class ImageRegistry implements Port<ImageName, String> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_WAIT_SECONDS = 30;

    /** Registries take no larger manifests themselves. */
    private static final int MANIFEST_LIMIT = 4 << 20;

    private static final int TOKEN_LIMIT = 64 << 10;

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private static final Set<String> KINDS = Set.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]{1,32})=\"([^\"]{0,2000})\"");

    private final Access access;
    private HttpClient client;

    ImageRegistry(Access access) {
        this.access = access;
    }

    @Override
    public String host(ImageName image) {
        return image.registry();
    }

    @Override
    public String ask(ImageName image) throws IOException, InterruptedException {
        String scheme = image.isLoopback() ? "http" : "https";
        URI manifest = URI.create(
                scheme + "://" + image.registry() + "/v2/" + image.repository() + "/manifests/" + image.tag());
        Reply response = get(manifest, Optional.empty(), MANIFEST_LIMIT, image);
        if (response.status == UNAUTHORIZED) {
            response = get(manifest, Optional.of(leave(response, manifest, image)), MANIFEST_LIMIT, image);
        }
        return switch (response.status) {
            case OK -> digest(response, image);
            case NOT_FOUND ->
                throw new IOException(image.registry() + " has no tag " + image.tag() + " of " + image.repository());
            case UNAUTHORIZED, FORBIDDEN -> throw hidden(image);
            default -> throw new IOException(image.registry() + " answered with status " + response.status);
        };
    }

    /** The header may be missing or wrong: what counts is the bytes. */
    private static String digest(Reply response, ImageName image) throws IOException {
        String kind = response.headers
                .firstValue("Content-Type")
                .map(type -> type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!KINDS.contains(kind)) {
            throw new IOException(image.registry() + " has no manifest of " + image.repository()
                    + " whose digest could be pinned, but one of the type '" + kind + "'");
        }
        String digest = "sha256:" + Digests.hex(response.body);
        Optional<String> claimed = response.headers
                .firstValue("Docker-Content-Digest")
                .filter(header -> header.startsWith("sha256:"))
                .filter(header -> !header.equalsIgnoreCase(digest));
        if (claimed.isPresent()) {
            throw new IOException(
                    image.registry() + " names another digest of " + image.repository() + " than its bytes have");
        }
        return digest;
    }

    /** What to say to be let in, the value of an {@code Authorization} header. */
    private String leave(Reply refusal, URI manifest, ImageName image) throws IOException, InterruptedException {
        String challenge = refusal.headers.firstValue("WWW-Authenticate").orElse("");
        if (challenge.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
            return access.authorization(manifest, image.registry()).orElseThrow(() -> hidden(image));
        }
        return "Bearer " + token(refusal, image);
    }

    private static IOException hidden(ImageName image) {
        return new IOException(image.registry() + " does not show " + image.repository() + " to everyone");
    }

    /** Asks the host that the registry names for leave to read. */
    private String token(Reply refusal, ImageName image) throws IOException, InterruptedException {
        String challenge = refusal.headers.firstValue("WWW-Authenticate").orElse("");
        TreeMap<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        Optional<URI> realm = Optional.ofNullable(parameters.get("realm")).flatMap(ImageRegistry::uri);
        boolean bearer = challenge.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
        if (!bearer || realm.isEmpty() || !mayAsk(realm.get(), image)) {
            throw hidden(image);
        }
        String scope = parameters.getOrDefault("scope", "repository:" + image.repository() + ":pull");
        String query = "scope=" + encoded(scope)
                + (parameters.containsKey("service") ? "&service=" + encoded(parameters.get("service")) : "");
        String join = realm.get().getRawQuery() == null ? "?" : "&";
        URI address = URI.create(realm.get() + join + query);
        Reply answer = get(address, access.authorization(address, image.registry()), TOKEN_LIMIT, image);
        if (answer.status != OK) {
            throw hidden(image);
        }
        JsonNode json = Json.read(new String(answer.body, StandardCharsets.UTF_8));
        String token = json.path("token").asText(json.path("access_token").asText(""));
        if (!token.matches("[A-Za-z0-9._~+/=-]{1,32768}")) {
            throw new IOException(image.registry() + " gave no token to read " + image.repository());
        }
        return token;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            // Silent: who asks says that nobody may read.
            return Optional.empty();
        }
    }

    /** Over TLS; this machine's registry may have its realm on this machine. */
    private static boolean mayAsk(URI realm, ImageName image) {
        boolean own = "http".equals(realm.getScheme())
                && image.isLoopback()
                && realm.getHost() != null
                && ImageName.isLoopback(realm.getHost());
        return realm.getHost() != null && (own || "https".equals(realm.getScheme()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply get(URI uri, Optional<String> authorization, int limit, ImageName image)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", String.join(", ", KINDS.stream().sorted().toList()) + ", application/json");
        authorization.ifPresent(value -> request.header("Authorization", value));
        for (int attempt = 1; ; attempt++) {
            try {
                Reply response = reply(request.build(), limit, image);
                boolean busy = response.status == TOO_MANY || response.status == UNAVAILABLE;
                if (!busy) {
                    return response;
                }
                Optional<Integer> wait = wait(response, attempt);
                if (attempt == ATTEMPTS || wait.isEmpty()) {
                    throw new IOException(
                            image.registry() + " takes no more requests just now: status " + response.status);
                }
                Thread.sleep(Duration.ofSeconds(wait.get()).toMillis());
            } catch (java.net.http.HttpTimeoutException | java.net.ConnectException e) {
                throw new NoAnswerException(image.registry(), e);
            }
        }
    }

    /** How long the host wants one to wait; empty where that is longer than anybody would. */
    private static Optional<Integer> wait(Reply response, int attempt) {
        String given = response.headers.firstValue("Retry-After").orElse("");
        int seconds = given.matches("\\d{1,6}") ? Integer.parseInt(given) : attempt;
        return seconds <= LONGEST_WAIT_SECONDS ? Optional.of(seconds) : Optional.empty();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .proxy(access.proxies())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    private Reply reply(HttpRequest request, int limit, ImageName image) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException(image.registry() + " answered with more than " + limit + " bytes");
            }
            return new Reply(response.statusCode(), response.headers(), bytes);
        }
    }

    private static final class Reply {
        private final int status;
        private final HttpHeaders headers;
        private final byte[] body;

        Reply(int status, HttpHeaders headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }
    }
}
