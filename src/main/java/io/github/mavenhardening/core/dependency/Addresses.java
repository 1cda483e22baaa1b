package io.github.mavenhardening.core.dependency;

import java.util.List;
import java.util.Locale;

/** URLs of repositories and downloads: whether they are encrypted, and how a message shows them. */
public final class Addresses {

    /** The ways to say that an address is of this very machine. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "0.0.0.0", "[::1]");

    private Addresses() {}

    /** Whether what is fetched from there can be read and changed on the way. */
    public static boolean isInsecure(String address) {
        String url = address.strip().toLowerCase(Locale.ROOT);
        String plain = url.startsWith("dav:") ? url.substring("dav:".length()) : url;
        boolean open = plain.startsWith("http://") || plain.startsWith("ftp://");
        return open && !isLoopback(plain.substring(plain.indexOf("//") + 2));
    }

    private static boolean isLoopback(String rest) {
        int end = rest.length();
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return LOOPBACK.stream().anyMatch(name -> host.equals(name) || host.startsWith(name + ":"));
    }

    /** An address without a user's name and password, to be shown. */
    public static String shown(String address) {
        int start = address.indexOf("//");
        int at = start < 0 ? -1 : address.indexOf('@', start);
        int slash = start < 0 ? -1 : address.indexOf('/', start + 2);
        boolean credentials = at >= 0 && (slash < 0 || at < slash);
        return credentials ? address.substring(0, start + 2) + "…" + address.substring(at) : address;
    }
}
