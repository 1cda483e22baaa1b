package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.network.NoAnswerException;
import io.github.mavenhardening.core.network.Port;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The {@code Last-Modified} date of a file in a repository, asked for without downloading the file. Maven's own transports do
 * not tell; credentials and proxies are those that Maven would use.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.last-modified">RFC 9110: Last-Modified</a>
 */
final class LastModified implements Port<LastModified.RemoteFile, LocalDate>, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final RepositorySystemSession session;
    private final Duration timeout;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    /** A file by its path in a repository. */
    record RemoteFile(RemoteRepository repository, String path) {}

    LastModified(RepositorySystemSession session) {
        this(session, TIMEOUT);
    }

    /** The same with another patience. */
    LastModified(RepositorySystemSession session, Duration timeout) {
        this.session = session;
        this.timeout = timeout;
    }

    @Override
    public String host(RemoteFile file) {
        return file.repository().getId();
    }

    /** The day in UTC on which a repository stored a file. */
    @Override
    public LocalDate ask(RemoteFile file) throws IOException, InterruptedException {
        RemoteRepository repository = file.repository();
        String base = repository.getUrl();
        URI address;
        try {
            address = new URI(base + (base.endsWith("/") ? "" : "/") + file.path());
        } catch (URISyntaxException e) {
            throw new IOException(repository.getId() + " has an address that cannot be queried", e);
        }
        return switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
            case "file" -> ofFile(repository, address);
            case "http", "https" -> ofHttp(repository, address);
            default -> throw new IOException(repository.getId() + " uses another protocol than HTTP");
        };
    }

    private static LocalDate ofFile(RemoteRepository repository, URI address) throws IOException {
        Path file = Path.of(address.getPath());
        if (!Files.isRegularFile(file)) {
            throw new IOException(repository.getId() + " has no such file");
        }
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    }

    private LocalDate ofHttp(RemoteRepository repository, URI address) throws IOException, InterruptedException {
        HttpResponse<Void> response = answer(repository, address);
        if (response.statusCode() != OK) {
            throw new IOException(repository.getId() + " answered with status " + response.statusCode());
        }
        String told = response.headers()
                .firstValue("Last-Modified")
                .orElseThrow(() -> new IOException(repository.getId() + " does not tell"));
        try {
            return ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (DateTimeParseException e) {
            throw new IOException(repository.getId() + " tells no date", e);
        }
    }

    private HttpResponse<Void> answer(RemoteRepository repository, URI address)
            throws IOException, InterruptedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .timeout(timeout);
            authorization(repository).ifPresent(value -> request.header("Authorization", value));
            return clients.computeIfAbsent(repository.getId(), id -> client(repository))
                    .send(request.build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException | IllegalArgumentException e) {
            throw new NoAnswerException(repository.getId(), e);
        }
    }

    private HttpClient client(RemoteRepository repository) {
        // Credentials are for this repository alone: whoever it sends us on to must not see them.
        boolean secret = authorization(repository).isPresent();
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(secret ? HttpClient.Redirect.NEVER : HttpClient.Redirect.NORMAL);
        Proxy proxy = repository.getProxy();
        if (proxy != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
            credentials(AuthenticationContext.forProxy(session, repository)).ifPresent(known -> {
                client.authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return getRequestorType() == RequestorType.PROXY ? known : null;
                    }
                });
            });
        }
        return client.build();
    }

    private Optional<String> authorization(RemoteRepository repository) {
        return credentials(AuthenticationContext.forRepository(session, repository))
                .map(known -> {
                    String pair = known.getUserName() + ':' + String.valueOf(known.getPassword());
                    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                });
    }

    private static Optional<PasswordAuthentication> credentials(AuthenticationContext context) {
        try {
            String user = context == null ? null : context.get(AuthenticationContext.USERNAME);
            String password = context == null ? null : context.get(AuthenticationContext.PASSWORD);
            return user == null || password == null
                    ? Optional.empty()
                    : Optional.of(new PasswordAuthentication(user, password.toCharArray()));
        } finally {
            AuthenticationContext.close(context);
        }
    }

    @Override
    public void close() {
        for (HttpClient client : clients.values()) {
            // From Java 21 on. Before, a client's threads end when nobody holds it.
            if (client instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw new IllegalStateException("an HTTP client cannot be closed", e);
                }
            }
        }
        clients.clear();
    }
}
