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

    private static final Pattern REMOTE = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]{0,20}://(?:[^/@]{0,256}@)?[^/]{1,256}/|(?:[^/@:]{1,256}@)?[^/:]{1,256}:/?)"
                    + "([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100}?)(?:\\.git)?/?");

    /** The slug of {@code owner/name}; empty when the text is not of that form. */
    public static Optional<RepositorySlug> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        boolean valid = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
        return valid ? Optional.of(new RepositorySlug(parts[0], parts[1])) : Optional.empty();
    }

    /** The slug of a Git remote's URL, {@code https://host/owner/name.git} or {@code git@host:owner/name}. */
    public static Optional<RepositorySlug> ofRemote(String url) {
        if (url.length() > 1000) {
            return Optional.empty();
        }
        Matcher matcher = REMOTE.matcher(url.strip());
        return matcher.matches()
                ? Optional.of(new RepositorySlug(matcher.group(1), matcher.group(2)))
                : Optional.empty();
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
