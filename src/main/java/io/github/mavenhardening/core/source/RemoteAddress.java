package io.github.mavenhardening.core.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a Git remote as it may be published: without user, password, query and fragment, in one form however the
 * repository was cloned.
 */
public final class RemoteAddress {

    private static final int LENGTH_LIMIT = 1000;
    private static final String HOST = "([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?)";
    private static final String PATH = "([A-Za-z0-9._~/+-]{1,500})";
    private static final Pattern URL = Pattern.compile(
            "(https?|ssh|git)://(?:[^/]{0,500}@)?" + HOST + "(?::([0-9]{1,5}))?/" + PATH + "(?:[?#].*)?");
    private static final Pattern SCP = Pattern.compile("(?:[^/@:]{1,256}@)?" + HOST + ":/?(?!/)" + PATH);

    private RemoteAddress() {}

    /**
     * The address to publish; empty when others cannot use it, such as a folder of this machine. What
     * is cloned by SSH from its usual port has the {@code https} address that forges show the same repository at.
     */
    public static Optional<String> of(String remote) {
        String text = remote.strip();
        if (text.length() > LENGTH_LIMIT) {
            // Silent: no forge has such an address, and an address that is not known is left out.
            return Optional.empty();
        }
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            String scheme = url.group(1).toLowerCase(Locale.ROOT);
            boolean usual = scheme.equals("ssh")
                    && (url.group(3) == null || url.group(3).equals("22"));
            String port = url.group(3) == null || usual ? "" : ":" + url.group(3);
            return Optional.of(
                    (usual ? "https" : scheme) + "://" + lower(url.group(2)) + port + "/" + path(url.group(4)));
        }
        Matcher scp = SCP.matcher(text);
        // One letter before a colon is a drive.
        return scp.matches() && scp.group(1).length() > 1
                ? Optional.of("https://" + lower(scp.group(1)) + "/" + path(scp.group(2)))
                : Optional.empty();
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    /** The path of a repository without the slashes around it and the ending that Git allows. */
    public static String path(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        String bare = path.substring(start, end);
        return bare.endsWith(".git") ? bare.substring(0, bare.length() - 4) : bare;
    }
}
