package io.github.mavenhardening.core.lock;

import java.util.Optional;

/**
 * The rules for a path in the lock. A path is relative to the local repository and follows its
 * layout ({@code org/example/lib/1.0/lib-1.0.jar}); with the prefix {@value #PROJECT_PREFIX} it is
 * relative to the repository that is checked, which is how system-scoped files are locked.
 */
public final class LockPath {

    /** Marks a path that is relative to the checked repository instead of the local repository. */
    public static final String PROJECT_PREFIX = "./";

    /** The folder of the local repository in which Tycho keeps what it took from p2 repositories. */
    private static final String TYCHO = "p2/";

    private static final int MAX_LENGTH = 1024;

    private LockPath() {}

    /** Tells whether the path is relative to the checked repository. */
    public static boolean isInProject(String path) {
        return path.startsWith(PROJECT_PREFIX);
    }

    /** Tells whether Tycho put the file there, which no Maven repository has. */
    public static boolean isOfTycho(String path) {
        return path.startsWith(TYCHO);
    }

    /** The artifact whose file a path names; empty for a file of the project, and where the path is none of the layout's. */
    public static Optional<Coordinates> coordinatesOf(String path) {
        return isInProject(path) ? Optional.empty() : Coordinates.ofLayoutPath(path);
    }

    /**
     * What is wrong with a path, if anything: a lock file is input like any other, and must not lead
     * out of the folder it speaks of.
     *
     * @return a sentence fragment for the user, or empty for a sound path
     */
    public static Optional<String> problemOf(String path) {
        if (path.isEmpty()) {
            return Optional.of("the path is missing");
        }
        if (path.length() > MAX_LENGTH) {
            return Optional.of("the path is longer than " + MAX_LENGTH + " characters");
        }
        if (hasForbiddenCharacter(path)) {
            return Optional.of("the path holds a control character or a backslash");
        }
        String relative = isInProject(path) ? path.substring(PROJECT_PREFIX.length()) : path;
        if (relative.startsWith("/") || (relative.length() > 1 && relative.charAt(1) == ':')) {
            return Optional.of("the path is absolute");
        }
        for (String segment : relative.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("the path has an empty, '.' or '..' segment");
            }
        }
        return Optional.empty();
    }

    private static boolean hasForbiddenCharacter(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i)) || path.charAt(i) == '\\') {
                return true;
            }
        }
        return false;
    }
}
