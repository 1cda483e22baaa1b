package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The path in the repository to which a local reference leads. */
public final class LocalPath {

    private LocalPath() {}

    /**
     * The path relative to the root, of an action's folder or a workflow's file, with {@code /}, without {@code .}, {@code ..}
     * and empty names; the empty text is the root itself. Empty where it leads out of the repository, and for references to
     * elsewhere.
     */
    public static Optional<String> of(Uses uses) {
        if (uses instanceof Uses.Local local) {
            Optional<String> path = plain(local.path().replace('\\', '/'));
            return local.checkout().isEmpty() || path.isEmpty()
                    ? path
                    : Optional.of(path.get()
                            .substring(Math.min(
                                    path.get().length(), local.checkout().length() + 1)));
        }
        return uses instanceof Uses.SelfRepository self ? plain(self.path()) : Optional.empty();
    }

    /**
     * The same, also for a reference by the repository's own name to a branch of it. The action at its root is left out: it is
     * what the repository offers to others, who know it by that name.
     */
    public static Optional<String> of(Uses uses, Optional<RepositorySlug> own) {
        return uses instanceof Uses.Repository named && own.isPresent() && named.isOnBranchOf(own.get())
                ? named.path().flatMap(LocalPath::plain)
                : of(uses);
    }

    /** The shortest path that leads there; empty where it leads out of the root. */
    public static Optional<String> plain(String path) {
        if (isPlain(path)) {
            return Optional.of(path);
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    private static boolean isPlain(String path) {
        return !path.startsWith(".")
                && !path.startsWith("/")
                && !path.endsWith("/")
                && !path.contains("//")
                && !path.contains("/.");
    }
}
