package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * How the settings say that other hosts are reached. Which proxy and which credentials is the user's to say, so that no file of
 * the checkout is asked.
 *
 * @see <a href="https://maven.apache.org/settings.html#Proxies">Settings: proxies</a>
 */
public final class SettingsAccess {

    private SettingsAccess() {}

    /**
     * By the active proxy, without credentials.
     *
     * @param mirrors where Git repositories are asked for
     */
    public static Access ofNobody(Settings settings, UnaryOperator<String> mirrors) {
        return new Access(proxies(settings), host -> Optional.empty(), mirrors);
    }

    /**
     * By the active proxy, with the credentials of the server whose id is the host.
     *
     * @param mirrors where Git repositories are asked for
     */
    public static Access of(Settings settings, SettingsDecrypter decrypter, UnaryOperator<String> mirrors) {
        SettingsServers servers = new SettingsServers(settings, decrypter);
        return new Access(proxies(settings), host -> credentials(servers, host), mirrors);
    }

    /** Whether the active proxy has a user, whose password is not sent to it. */
    public static boolean wantsUser(Settings settings) {
        Proxy proxy = settings.getActiveProxy();
        return proxy != null
                && proxy.getUsername() != null
                && !proxy.getUsername().isBlank();
    }

    private static Optional<Credentials> credentials(SettingsServers servers, String host) throws IOException {
        try {
            Optional<Server> server = servers.server(host);
            return server.filter(known -> known.getUsername() != null)
                    .map(known -> new Credentials(known.getUsername(), known.getPassword()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Where the settings have no proxy, Java's own settings hold. */
    private static ProxySelector proxies(Settings settings) {
        Proxy proxy = settings.getActiveProxy();
        return proxy == null ? Access.usual().proxies() : new OneProxy(proxy);
    }

    private static final class OneProxy extends ProxySelector {

        private static final List<java.net.Proxy> DIRECT = List.of(java.net.Proxy.NO_PROXY);

        private final List<java.net.Proxy> proxy;
        private final Pattern without;

        OneProxy(Proxy proxy) {
            this.proxy = List.of(new java.net.Proxy(
                    java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
            without = without(Optional.ofNullable(proxy.getNonProxyHosts()).orElse(""));
        }

        /** Names divided by bars, some divide them by commas; a star stands for any part of one. */
        private static Pattern without(String names) {
            StringBuilder pattern = new StringBuilder();
            for (String name : names.toLowerCase(Locale.ROOT).split("[|,\\s]+", -1)) {
                if (!name.isEmpty()) {
                    pattern.append(pattern.length() == 0 ? "" : "|")
                            .append("\\Q")
                            .append(name.replace("\\E", "").replaceAll("\\*+", "\\\\E.*\\\\Q"))
                            .append("\\E");
                }
            }
            return Pattern.compile(pattern.toString());
        }

        @Override
        public List<java.net.Proxy> select(URI address) {
            String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
            return without.matcher(host).matches() ? DIRECT : proxy;
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            // Who asks hears of it.
        }
    }
}
