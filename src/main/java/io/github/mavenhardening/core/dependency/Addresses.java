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

    /** An address without a user's name and password, to be shown: a mark says where they stand. */
    public static String shown(String address) {
        int at = endOfUser(address);
        return at < 0 ? address : address.substring(0, address.indexOf("//") + 2) + "…" + address.substring(at);
    }

    /** An address without a user's name and password, to be written down. */
    public static String withoutUser(String address) {
        int at = endOfUser(address);
        return at < 0 ? address : address.substring(0, address.indexOf("//") + 2) + address.substring(at + 1);
    }

    /** Where the host begins, less one; -1 where no user is named. A password may have an at sign, which nobody wrote as {@code %40}. */
    private static int endOfUser(String address) {
        int start = address.indexOf("//");
        if (start < 0) {
            return -1;
        }
        int slash = address.indexOf('/', start + 2);
        int at = address.lastIndexOf('@', slash < 0 ? address.length() : slash);
        return at < start ? -1 : at;
    }
}
