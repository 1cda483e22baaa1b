package io.github.mavenhardening.core.source;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A host with TLS on the loopback interface, at an address that is not taken for this machine's own, and which macOS does not have;
 * Java trusts it meanwhile.
 */
public final class LoopbackTls implements AutoCloseable {

    /** What Ada says of herself. */
    public static final String ADA = "Basic YWRhOnMzY3JldA==";

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final SSLContext usual;
    private final SSLSocketFactory usualSockets;

    /** Ada's credentials for those hosts. */
    public static Access keysOf(String... hosts) {
        return new Access(
                ProxySelector.of(null),
                host -> List.of(hosts).contains(host)
                        ? Optional.of(new Credentials("ada", "s3cret"))
                        : Optional.empty());
    }

    /** The key of all of them: to make it takes a process. */
    private static final class Key {

        private static final KeyStore STORE = made();

        private static KeyStore made() {
            try {
                Path folder = Files.createTempDirectory("loopback");
                Path file = folder.resolve("keys.p12");
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=loopback",
                                "-ext",
                                "SAN=IP:127.0.0.2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("keytool made no key");
                }
                KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
                Files.delete(file);
                Files.delete(folder);
                return store;
            } catch (IOException | GeneralSecurityException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Answers so. */
    public LoopbackTls(HttpHandler answers) throws Exception {
        KeyStore store = Key.STORE;
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), new SecureRandom());
        server = HttpsServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", answers);
        server.start();
        usual = SSLContext.getDefault();
        usualSockets = HttpsURLConnection.getDefaultSSLSocketFactory();
        SSLContext.setDefault(context);
        HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
    }

    /** The host with its port. */
    public String host() {
        return "127.0.0.2:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        SSLContext.setDefault(usual);
        HttpsURLConnection.setDefaultSSLSocketFactory(usualSockets);
        server.stop(0);
    }
}
