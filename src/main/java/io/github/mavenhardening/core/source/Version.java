package io.github.mavenhardening.core.source;

import java.time.Instant;

/**
 * A commit of the history, under the name by which people know it.
 *
 * @param name its tags, or the beginning of its hash where it has none
 * @param commit its hash in hexadecimal
 * @param time when it was made, by its committer's clock
 */
public record Version(String name, String commit, Instant time) {}
