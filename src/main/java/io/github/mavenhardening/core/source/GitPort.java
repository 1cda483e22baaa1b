package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.NoAnswerException;
import io.github.mavenhardening.core.network.Port;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Optional;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** Speaks Git's protocol over HTTP, to hosts of which none is trusted to end. */
abstract class GitPort<Q, A> implements Port<Q, A> {

    /** However slowly a host sends, its answer has ended by then. */
    private static final long LONGEST_NANOS = 300_000_000_000L;

    private static final int TOO_MANY = 429;

    private static final int SERVER_ERROR = 500;

    static {
        JGitIsolation.install();
    }

    private final Access access;

    GitPort(Access access) {
        this.access = access;
    }

    /** Where a repository is asked for. */
    final String address(String repository) {
        return access.mirrors().apply(repository);
    }

    /** Whom an address leads to. */
    static String hostOf(String repository) {
        return repository.replaceFirst("^https?://([^/]*).*$", "$1");
    }

    /** Git has other kinds of addresses, some of which are commands. */
    static void requireAddress(String repository) throws IOException {
        if (!repository.matches("https?://.*")) {
            throw new IOException(repository + " is not an HTTP address");
        }
    }

    /**
     * Asks a repository's host.
     *
     * @param seconds how long one waits for a part of the answer
     * @param most how many bytes of answers are read
     * @param refusal what it means that the host answers, and not what was asked
     */
    final <T> T call(
            TransportCommand<?, T> command,
            String repository,
            int seconds,
            long most,
            FilterSpec filter,
            String refusal)
            throws IOException {
        Meter meter = new Meter(most);
        command.setTimeout(seconds);
        command.setTransportConfigCallback(transport -> set(transport, filter, new Connections(repository, meter)));
        try {
            return command.call();
        } catch (GitAPIException e) {
            if (meter.problem.isPresent()) {
                throw new IOException(hostOf(repository) + " " + meter.problem.get() + ": " + repository, e);
            }
            if (e.getCause() != null && e.getCause().getCause() instanceof TooLargeObjectInPackException) {
                throw new IOException(hostOf(repository) + " sends an object that is too large: " + repository, e);
            }
            boolean answered = e.getCause() instanceof TransportException refused && refused.getCause() == null;
            if (answered && isBusy(meter.status)) {
                throw new NoAnswerException(hostOf(repository), new IOException("status " + meter.status));
            }
            if (answered) {
                throw new IOException(refusal, e);
            }
            throw new NoAnswerException(hostOf(repository), e);
        }
    }

    /** Whether a status says nothing of what was asked for: the host is at fault, or wants to be asked less often. */
    private static boolean isBusy(int status) {
        return status >= SERVER_ERROR || status == TOO_MANY;
    }

    private static void set(Transport transport, FilterSpec filter, HttpConnectionFactory connections) {
        transport.setFilterSpec(filter);
        if (!(transport instanceof TransportHttp http)) {
            throw new IllegalStateException("only HTTP is asked for");
        }
        http.setHttpConnectionFactory(connections);
    }

    /** Counts what comes in all connections of a question. */
    private static final class Meter {
        private final long most;
        private final long start = System.nanoTime();
        private long read;
        private volatile Optional<String> problem = Optional.empty();
        /** The last answer's; 0 before the first. */
        private volatile int status;

        Meter(long most) {
            this.most = most;
        }

        void count(int bytes) throws IOException {
            read += Math.max(0, bytes);
            if (read > most) {
                problem = Optional.of("answers with more than " + most + " bytes");
            } else if (System.nanoTime() - start > LONGEST_NANOS) {
                problem = Optional.of("does not end its answer within five minutes");
            }
            if (problem.isPresent()) {
                throw new IOException(problem.get());
            }
        }
    }

    private final class Connections implements HttpConnectionFactory {
        private final String meant;
        private final Meter meter;

        Connections(String repository, Meter meter) {
            meant = hostOf(repository);
            this.meter = meter;
        }

        @Override
        public HttpConnection create(URL url) throws IOException {
            URI address;
            try {
                address = url.toURI();
            } catch (URISyntaxException e) {
                throw new IOException("the host leads to an address that is none", e);
            }
            MeteredConnection connection = new MeteredConnection(url, access.proxy(address), meter);
            Optional<String> authorization = access.authorization(address, meant);
            if (authorization.isPresent()) {
                connection.setRequestProperty("Authorization", authorization.get());
            }
            return connection;
        }

        /** JGit knows Java's own proxies alone. */
        @Override
        public HttpConnection create(URL url, Proxy proxy) throws IOException {
            return create(url);
        }
    }

    /** Takes no compressed answers, for few bytes of them make many. */
    private static final class MeteredConnection extends JDKHttpConnection {

        private final Meter meter;

        MeteredConnection(URL url, Proxy proxy, Meter meter) throws IOException {
            super(url, proxy);
            this.meter = meter;
        }

        @Override
        public int getResponseCode() throws IOException {
            meter.status = super.getResponseCode();
            return meter.status;
        }

        @Override
        public void setRequestProperty(String key, String value) {
            if (!key.equalsIgnoreCase("Accept-Encoding")) {
                super.setRequestProperty(key, value);
            }
        }

        @Override
        public String getHeaderField(String name) {
            return name.equalsIgnoreCase("Content-Encoding") ? null : super.getHeaderField(name);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    meter.count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int count = super.read(bytes, from, length);
                    meter.count(count);
                    return count;
                }

                @Override
                public long skip(long bytes) throws IOException {
                    long skipped = super.skip(Math.min(bytes, Integer.MAX_VALUE));
                    meter.count((int) skipped);
                    return skipped;
                }
            };
        }
    }
}
