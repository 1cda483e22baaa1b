package io.github.mavenhardening.core.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How other hosts are reached, and as whom.
 *
 * @param proxies the ways there
 * @param keys whose credentials they get
 * @param mirrors where a Git repository's address leads
 */
public record Access(ProxySelector proxies, Keys keys, UnaryOperator<String> mirrors) {

    /** Without mirrors. */
    public Access(ProxySelector proxies, Keys keys) {
        this(proxies, keys, UnaryOperator.identity());
    }

    /** The credentials of hosts. */
    @FunctionalInterface
    public interface Keys {

        /**
         * Those for a host; empty where it gets none.
         *
         * @param host in lower case, with the port where an address names one
         * @throws IOException when there are some that cannot be used; the message has none of them
         */
        Optional<Credentials> of(String host) throws IOException;
    }

    /** Nobody's, on the way that Java's own settings say. */
    public static Access usual() {
        return new Access(
                Optional.ofNullable(ProxySelector.getDefault()).orElseGet(() -> ProxySelector.of(null)),
                host -> Optional.empty());
    }

    /** The way to an address. */
    public Proxy proxy(URI address) {
        List<Proxy> ways = proxies.select(address);
        Proxy first = ways == null || ways.isEmpty() ? Proxy.NO_PROXY : ways.get(0);
        // The address of a selector may be unresolved, which is not one to connect to.
        return first.address() instanceof InetSocketAddress proxy && proxy.isUnresolved()
                ? new Proxy(first.type(), new InetSocketAddress(proxy.getHostString(), proxy.getPort()))
                : first;
    }

    /**
     * What to say of oneself to an address: nothing unless it is the host that was meant, and over TLS. A host that leads to
     * another gets nobody's credentials sent there.
     *
     * @param meant the host that a user named, with the port where one is named
     * @return the value of an {@code Authorization} header
     */
    public Optional<String> authorization(URI address, String meant) throws IOException {
        boolean fit =
                "https".equalsIgnoreCase(address.getScheme()) && meant.equalsIgnoreCase(address.getRawAuthority());
        return fit ? keys.of(meant.toLowerCase(Locale.ROOT)).map(Credentials::basic) : Optional.empty();
    }
}
