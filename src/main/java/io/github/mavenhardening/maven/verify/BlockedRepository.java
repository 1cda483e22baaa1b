package io.github.mavenhardening.maven.verify;

import java.lang.reflect.Method;

/**
 * Whether a repository is a mirror that the settings block ({@code <blocked>true</blocked>}): what it mirrors is refused, and its own
 * address is never asked. Maven 3.8.1 and newer know such mirrors; the API of older ones has no word for them.
 *
 * @see <a href="https://maven.apache.org/docs/3.8.1/release-notes.html">Maven 3.8.1: blocked mirrors</a>
 */
final class BlockedRepository {

    private BlockedRepository() {}

    /**
     * Whether it is blocked.
     *
     * @param repository a {@code RemoteRepository} of the running Maven
     */
    static boolean is(Object repository) {
        try {
            Method blocked = repository.getClass().getMethod("isBlocked");
            return Boolean.TRUE.equals(blocked.invoke(repository));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false; // Silent: a Maven without the word blocks nothing.
        }
    }
}
