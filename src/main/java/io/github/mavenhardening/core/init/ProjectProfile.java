package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.insights.WebAddress;
import io.github.mavenhardening.core.posture.CodeownersReader;
import io.github.mavenhardening.core.source.Repository;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The profile of a project, as far as its checkout tells. A POM is not asked: what it says of people, licences and places is
 * often its parent's, and a claim that nobody has looked at for years.
 *
 * @param name the repository's; its folder's where it has no remote
 * @param url the page of the repository; empty when no remote tells
 * @param isOnGitHub whether that is a page of GitHub's
 * @param isOnGitLab whether it is one of GitLab's, or GitLab builds it
 */
record ProjectProfile(String name, Optional<String> url, boolean isOnGitHub, boolean isOnGitLab) {

    /** {@code owner/name}, on GitLab with groups in groups between. */
    private static final Pattern PATH =
            Pattern.compile("(?![.]{1,2}/)[A-Za-z0-9._-]{1,100}(?:/(?![.]{1,2}(?:/|$))[A-Za-z0-9._-]{1,100}){1,20}");

    static ProjectProfile of(Repository repository, String folder) {
        Optional<String> origin = repository.git().originUrl();
        Optional<WebAddress> address = origin.flatMap(WebAddress::of);
        Optional<String> host = address.map(WebAddress::host);
        Optional<String> path = address.flatMap(it -> asWritten(it.path(), origin.orElseThrow()))
                .filter(it -> PATH.matcher(it).matches());
        return new ProjectProfile(
                path.map(it -> it.substring(it.lastIndexOf('/') + 1))
                        .or(() -> repository.slug().map(slug -> slug.name()))
                        .orElse(folder),
                path.map(it -> "https://" + host.orElseThrow() + "/" + it),
                host.filter("github.com"::equals).isPresent(),
                CodeownersReader.isOnGitLab(repository)
                        || host.filter(it -> it.startsWith("gitlab.")).isPresent());
    }

    /** An address is in lower case, its page in the case that people gave it. */
    private static Optional<String> asWritten(String path, String url) {
        int at = url.toLowerCase(Locale.ROOT).lastIndexOf(path);
        return at >= 0 && url.regionMatches(true, at, path, 0, path.length())
                ? Optional.of(url.substring(at, at + path.length()))
                : Optional.empty();
    }

    /** The page of a file on the default branch; empty when the forge's form of it is not known. */
    Optional<String> page(String file) {
        return url.map(it -> it + (isOnGitLab ? "/-/blob/HEAD/" : "/blob/HEAD/") + file)
                .filter(it -> isOnGitHub || isOnGitLab);
    }

    /** The bare text of a file on the default branch; empty when the forge's form of it is not known. */
    Optional<String> raw(String file) {
        Optional<String> own = isOnGitHub
                ? url.map(it -> it.replace("https://github.com/", "https://raw.githubusercontent.com/") + "/HEAD/")
                : url.filter(it -> isOnGitLab).map(it -> it + "/-/raw/HEAD/");
        return own.map(it -> it + file);
    }
}
