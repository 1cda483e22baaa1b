package io.github.mavenhardening.core.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How other hosts are reached, and as whom.
 *
 * @param proxies the ways there
 * @param credentials those for a host, by its lower-case name; empty for nobody's
 */
public record Access(ProxySelector proxies, Function<String, Optional<Credentials>> credentials) {

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
     * @param meant the host that a user named
     * @return the value of an {@code Authorization} header
     */
    public Optional<String> authorization(URI address, String meant) {
        boolean fit = "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getHost().equalsIgnoreCase(meant);
        return fit ? credentials.apply(Credentials.id(meant)).map(Credentials::basic) : Optional.empty();
    }
}
