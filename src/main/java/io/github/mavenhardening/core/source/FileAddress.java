package io.github.mavenhardening.core.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The web address of a file of a branch, tag or commit on GitHub.
 *
 * @param repository whose it is
 * @param path where it is in the repository
 */
public record FileAddress(RepositorySlug repository, String path) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://(?:(?:www\\.)?github\\.com/([^/\\s]{1,100}/[^/\\s]{1,100})/(?:blob|raw|tree)"
                    + "|raw\\.githubusercontent\\.com/([^/\\s]{1,100}/[^/\\s]{1,100}))"
                    + "/(?:refs/(?:heads|tags)/)?[^/\\s]{1,200}/([^?#\\s]{1,1000})(?:[?#]\\S{0,500})?");

    /** The file that an address is of; empty where it is another address. */
    public static Optional<FileAddress> of(String address) {
        Matcher file = ADDRESS.matcher(address);
        Optional<RepositorySlug> slug = file.matches()
                ? RepositorySlug.parse(file.group(1) == null ? file.group(2) : file.group(1))
                : Optional.empty();
        return slug.isPresent() ? Optional.of(new FileAddress(slug.get(), file.group(3))) : Optional.empty();
    }

    /** Whether it is a file of that repository. */
    public boolean isOf(RepositorySlug other) {
        return repository.same(other.owner(), other.name());
    }
}
