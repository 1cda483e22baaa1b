package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.source.RemoteAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL in the normal form in which two that lead to the same place are equal: no scheme, no user, no {@code www.}, no
 * {@code .git}, no branch, lower case.
 *
 * @param host {@code github.com}
 * @param path {@code owner/name}; empty for the host alone
 */
public record WebAddress(String host, String path) {

    /** As much as a file with addresses may have in all. */
    private static final int LIMIT = 1 << 20;

    private static final Pattern URL = Pattern.compile(
            "(?:scm:[a-z]{1,10}[:|])?(?:git\\+)?(?:[a-z]{1,10}://)?(?:[^/@\\s]{1,255}@)?([^/:@\\s]{1,255})(?::[0-9]{1,5})?(?:[/:](\\S*))?");
    /** Git's connection may name one place to read and one to write: {@code scm:git:[fetch=]…[push=]…}. */
    private static final Pattern FETCH = Pattern.compile("\\[fetch=\\]([^\\[\\]]{1,2000})");

    private static final Pattern BRANCH = Pattern.compile("/(?:-/)?(?:tree|blob|src/branch)/.*");

    /** The address of a URL, a Maven SCM connection or a Git remote; empty when it is none, or holds a placeholder. */
    public static Optional<WebAddress> of(String url) {
        String text = url.strip().toLowerCase(Locale.ROOT);
        // Silent: that it is not an address is what the answer says.
        if (text.length() > LIMIT || text.contains("${")) {
            return Optional.empty();
        }
        Matcher fetch = FETCH.matcher(text);
        Matcher matcher = URL.matcher(fetch.find() ? fetch.group(1) : text);
        if (!matcher.matches() || !matcher.group(1).contains(".")) {
            return Optional.empty();
        }
        String host = matcher.group(1).startsWith("www.") ? matcher.group(1).substring(4) : matcher.group(1);
        String path = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(
                new WebAddress(host, RemoteAddress.path(BRANCH.matcher(path).replaceFirst(""))));
    }
}
