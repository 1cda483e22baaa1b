package io.github.mavenhardening.core.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository's name on its forge: {@code owner/name}. GitHub compares both without regard to case.
 *
 * @param owner user or organisation
 * @param name the repository
 */
public record RepositorySlug(String owner, String name) {

    private static final int LENGTH_LIMIT = 1000;

    /** {@code scheme://user@host:port/} or scp's {@code user@host:}; one letter before a colon is a drive. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://[^/]{1,300}/|(?:[^/@:]{1,256}@[^/:]{1,256}|[^/@:]{2,256}):/?(?!/))");

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** The slug of {@code owner/name}; empty when the text is not of that form. */
    public static Optional<RepositorySlug> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        return parts.length == 2 && isSegment(parts[0]) && isSegment(parts[1])
                ? Optional.of(new RepositorySlug(parts[0], parts[1]))
                : Optional.empty();
    }

    /** The slug of a Git remote's URL, {@code https://host/owner/name.git} or {@code git@host:owner/name}. */
    public static Optional<RepositorySlug> ofRemote(String url) {
        String text = url.strip();
        if (text.length() > LENGTH_LIMIT) {
            // Silent: no forge has such an address, and what is not known to be one's own is looked at as another's.
            return Optional.empty();
        }
        Matcher host = HOST.matcher(text);
        if (!host.lookingAt()) {
            return Optional.empty();
        }
        String path = text.substring(host.end());
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        path = path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
        return parse(path);
    }

    private static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    public boolean sameOwner(String otherOwner) {
        return owner.equalsIgnoreCase(otherOwner);
    }

    public boolean same(String otherOwner, String otherName) {
        return sameOwner(otherOwner) && name.equalsIgnoreCase(otherName);
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
