package io.github.mavenhardening.core.forge.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.network.NoAnswerException;
import io.github.mavenhardening.core.network.Port;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a forge's REST interface. The token goes to the forge's own host and port alone: what leads elsewhere is not followed.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's rate limits</a>
 * @see <a href="https://docs.gitlab.com/security/rate_limits/">GitLab's</a>
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api">GitHub's pages</a>
 * @see <a href="https://docs.gitlab.com/api/rest/#pagination">GitLab's</a>
 */
public final class ForgePort implements Port<ForgePort.Question, ForgePort.Reply> {

    /** The most bytes of an answer: a hundred rulesets with all they say are less. */
    public static final int MAX_BYTES = 4 << 20;

    /** The most pages of a list, a hundred entries each. */
    private static final int MAX_PAGES = 50;

    /** A renamed repository is one redirect, a renamed owner another. */
    private static final int MAX_REDIRECTS = 3;

    /** How often a question is asked again when the forge bids to wait. */
    private static final int MAX_WAITS = 2;

    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s{0,9};[^<,]{0,200}\\brel=\"next\"");

    /** What an HTTP header can carry; a token is never part of a message about it. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,2000}");

    private final Dialect dialect;
    private final URI base;
    private final Optional<String> token;
    private final Patience patience;
    private final HttpClient client;

    /**
     * How long one waits.
     *
     * @param answer for an answer with its body
     * @param limit at most, where the forge bids to wait until its rate limit lets questions through
     */
    public record Patience(Duration answer, Duration limit) {

        /** That of a person in front of a screen. */
        public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /**
     * A question.
     *
     * @param path what follows the base address, percent-encoded
     * @param items the member that has a list's entries; {@code .} where the answer is the list, empty where it is none
     */
    public record Question(String path, String items) {

        /** For an answer that is the list. */
        public static final String ALL = ".";

        /** One whose answer is an object. */
        public static Question object(String path) {
            return new Question(path, "");
        }

        /** One whose answer has pages. */
        public static Question list(String path, String items) {
            return new Question(path, items);
        }
    }

    /**
     * An answer.
     *
     * @param status its HTTP status
     * @param items the entries of a list, or the object alone; empty without an answer of status 200
     * @param reason why there is none, a part of a sentence
     */
    public record Reply(int status, List<JsonNode> items, String reason) {

        /** Whether the forge answered what was asked. */
        public boolean isOk() {
            return status == 200;
        }
    }

    /**
     * A forge's address and how to speak to it.
     *
     * @param dialect what its questions have beside their address
     * @param base the address that paths are appended to
     * @param token who asks; empty for nobody
     * @param proxies the ways there
     * @throws IllegalArgumentException when the address is none that a token may be sent to, or the token is not one line of
     *     text; the message has neither
     */
    public ForgePort(Dialect dialect, URI base, Optional<String> token, ProxySelector proxies, Patience patience) {
        if (!isFit(base)) {
            throw new IllegalArgumentException(
                    "The forge's address must begin with https:// and have neither a user, a query nor a fragment");
        }
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            throw new IllegalArgumentException("The token must be one line of printable characters without blanks");
        }
        this.dialect = dialect;
        this.base = base;
        this.token = token;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.answer())
                .proxy(proxies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static boolean isFit(URI base) {
        String host = base.getHost();
        boolean isLoopback =
                host != null && (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]"));
        return host != null
                && base.getRawUserInfo() == null
                && base.getRawQuery() == null
                && base.getRawFragment() == null
                && ("https".equals(base.getScheme()) || (isLoopback && "http".equals(base.getScheme())));
    }

    @Override
    public String host(Question question) {
        return base.getHost();
    }

    @Override
    public Reply ask(Question question) throws IOException, InterruptedException {
        String text = base.toString();
        String separator = question.path().contains("?") ? "&" : "?";
        URI page = URI.create((text.endsWith("/") ? text : text + "/")
                + question.path()
                + (question.items().isEmpty() ? "" : separator + "per_page=100"));
        List<JsonNode> items = new ArrayList<>();
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            HttpResponse<byte[]> response = answer(page);
            if (response.statusCode() != 200) {
                return new Reply(response.statusCode(), List.of(), reason(response));
            }
            JsonNode body = json(response.body());
            if (question.items().isEmpty()) {
                return new Reply(response.statusCode(), List.of(body), "");
            }
            JsonNode entries = question.items().equals(Question.ALL) ? body : body.path(question.items());
            if (!entries.isArray()) {
                throw new IOException("the answer is not of the documented form");
            }
            entries.forEach(items::add);
            Optional<URI> next = next(response, page);
            if (next.isEmpty()) {
                int total = total(response, body);
                if (total > items.size()) {
                    throw new IOException("only " + items.size() + " of " + total + " entries were sent");
                }
                return new Reply(response.statusCode(), List.copyOf(items), "");
            }
            page = next.get();
        }
        throw new IOException("there are more than " + MAX_PAGES + " pages");
    }

    /** How many entries the forge says there are: GitHub in the answer, GitLab beside it; 0 where it says nothing. */
    private static int total(HttpResponse<byte[]> response, JsonNode body) {
        return response.headers()
                .firstValue("X-Total")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElseGet(() -> body.path("total_count").asInt(0));
    }

    private static Optional<URI> next(HttpResponse<byte[]> response, URI page) throws IOException {
        for (String header : response.headers().allValues("Link")) {
            Matcher next = NEXT.matcher(header);
            if (next.find()) {
                return Optional.of(onSameHost(page, next.group(1)));
            }
        }
        // GitLab says it in another way, too, which remains where something between leaves long headers out.
        return response.headers()
                .firstValue("X-Next-Page")
                .filter(number -> number.matches("[0-9]{1,6}"))
                .map(number -> URI.create(page.toString().replaceFirst("&page=[0-9]{1,6}$", "") + "&page=" + number));
    }

    /** An address that the forge names: its own alone gets questions, and the token with them. */
    private static URI onSameHost(URI from, String address) throws IOException {
        URI to;
        try {
            to = from.resolve(address);
        } catch (IllegalArgumentException e) {
            throw new IOException("the forge refers to an address that is none", e);
        }
        boolean same = from.getScheme().equals(to.getScheme())
                && from.getHost().equalsIgnoreCase(String.valueOf(to.getHost()))
                && from.getPort() == to.getPort()
                && to.getRawUserInfo() == null;
        if (!same) {
            throw new IOException("the forge refers to another host, which is not asked");
        }
        return to;
    }

    /** The answer at the end of redirects, once the forge takes questions. */
    private HttpResponse<byte[]> answer(URI address) throws IOException, InterruptedException {
        URI at = address;
        int waits = 0;
        int redirects = 0;
        while (true) {
            HttpResponse<byte[]> response = send(at);
            Optional<String> to = response.headers().firstValue("Location");
            if (response.statusCode() / 100 == 3 && to.isPresent()) {
                redirects++;
                if (redirects > MAX_REDIRECTS) {
                    throw new IOException("the forge redirects without end");
                }
                at = onSameHost(at, to.get());
                continue;
            }
            Optional<Duration> wait = isLimited(response) ? bidden(response) : Optional.empty();
            if (wait.isEmpty() || wait.get().compareTo(patience.limit()) > 0 || waits == MAX_WAITS) {
                return response;
            }
            waits++;
            Thread.sleep(wait.get().toMillis());
        }
    }

    private static boolean isLimited(HttpResponse<?> response) {
        return response.statusCode() == 429
                || (response.statusCode() == 403
                        && (response.headers().firstValue("Retry-After").isPresent()
                                || response.headers()
                                        .firstValue("X-RateLimit-Remaining")
                                        .filter("0"::equals)
                                        .isPresent()));
    }

    /** How long the forge bids to wait; empty where it only says that there is nothing left for the hour. */
    private static Optional<Duration> bidden(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private HttpResponse<byte[]> send(URI address) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience.answer())
                .headers(dialect.headers().toArray(String[]::new))
                .header("User-Agent", "hardening-maven-plugin");
        token.ifPresent(secret -> request.header(dialect.tokenHeader(), dialect.tokenPrefix() + secret));
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), response -> new Bounded());
        try {
            // The request's own timeout ends with the headers.
            return answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswerException(base.getHost(), new IOException("no answer within " + patience.answer()));
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private IOException failure(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpTimeoutException) {
            return new NoAnswerException(base.getHost(), new IOException("cannot be reached"));
        }
        // What the client says of it differs from one Java to the next, and would differ in the snapshot.
        return cause instanceof TooLongException tooLong
                ? tooLong
                : new IOException("the answer broke off, or is not HTTP", cause);
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return Json.read(new ByteArrayInputStream(body));
        } catch (JsonProcessingException e) {
            throw new IOException("the answer is not JSON", e);
        }
    }

    /** Why a status that is not 200 tells nothing, in words that are the same the next time. */
    private String reason(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (isLimited(response)) {
            return "request failed: the rate limit is used up (" + status + ")";
        }
        if (status == 403 && response.headers().firstValue("X-GitHub-SSO").isPresent()) {
            return "not allowed to see: the token is not authorised for the organisation's single sign-on (403)";
        }
        return switch (status) {
            case 401 ->
                token.isPresent()
                        ? "not allowed to see: the forge does not take the token (401)"
                        : "not allowed to see without a token (401)";
            case 403 -> "not allowed to see (403)";
            case 404 -> "not there, or not allowed to see (404)";
            default -> "request failed (" + status + ")";
        };
    }

    /** An answer that is longer than any that is documented. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(String message) {
            super(message);
        }
    }

    /** Takes a body as long as it is not too long. */
    private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> result = new CompletableFuture<>();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (taken.size() + buffer.remaining() > MAX_BYTES) {
                    subscription.cancel();
                    result.completeExceptionally(
                            new TooLongException("the answer is longer than " + MAX_BYTES + " bytes"));
                    return;
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                taken.write(bytes, 0, bytes.length);
            }
        }

        @Override
        public void onError(Throwable problem) {
            result.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            result.complete(taken.toByteArray());
        }
    }
}
