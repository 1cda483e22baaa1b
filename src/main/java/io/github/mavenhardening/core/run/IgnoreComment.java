package io.github.mavenhardening.core.run;

import java.util.Set;

/**
 * A comment in a file that takes findings back: {@code # hardening: ignore[id, …] reason}, or zizmor's
 * {@code # zizmor: ignore[id, …]}; in XML {@code <!-- hardening: ignore[id, …] reason -->}.
 *
 * @param path the file
 * @param line the line that it speaks of, 1-based
 * @param checkIds the checks that it speaks to
 * @param reason what follows the bracket; may be empty
 * @see <a href="https://docs.zizmor.sh/usage/#with-comments">zizmor: ignoring results with comments</a>
 */
public record IgnoreComment(String path, int line, Set<String> checkIds, String reason) {

    public IgnoreComment {
        checkIds = Set.copyOf(checkIds);
    }
}
