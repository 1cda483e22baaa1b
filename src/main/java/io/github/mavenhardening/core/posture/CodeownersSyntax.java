package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Glob;

/** The syntax of a CODEOWNERS file: GitHub's or GitLab's. */
public enum CodeownersSyntax {
    /**
     * A pattern is that of a {@code .gitignore}, but for {@code folder/*}, which does not reach into folders below.
     *
     * @see <a href="https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners">GitHub:
     *     about code owners</a>
     */
    GITHUB {
        @Override
        boolean matches(String pattern, String path) {
            boolean foldersOnly = pattern.endsWith("/");
            String body = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
            boolean byName = body.indexOf('/') < 0;
            // Asked of the whole pattern: "/*" is the files of the root alone, too.
            boolean shallow = body.endsWith("/*");
            body = body.startsWith("/") ? body.substring(1) : body;
            if (body.isEmpty()) {
                return false; // No file is named by a slash alone.
            }
            Glob glob = Glob.of(body, !byName);
            if (!foldersOnly && fits(glob, byName, path)) {
                return true;
            }
            if (shallow && !foldersOnly) {
                return false;
            }
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                if (fits(glob, byName, path.substring(0, slash))) {
                    return true;
                }
            }
            return false;
        }
    },
    /**
     * A pattern that begins without a slash counts in every folder; one that ends in a slash is all that lies in that folder;
     * any other is files alone.
     *
     * @see <a href="https://docs.gitlab.com/user/project/codeowners/reference/">GitLab: CODEOWNERS syntax</a>
     */
    GITLAB {
        @Override
        boolean matches(String pattern, String path) {
            String anywhere = pattern.startsWith("/") ? pattern.substring(1) : "**/" + pattern;
            String whole = anywhere.isEmpty() || anywhere.endsWith("/") ? anywhere + "**" : anywhere;
            return Glob.of(whole, true).matches(path);
        }
    };

    /** Whether the pattern speaks of that path. */
    abstract boolean matches(String pattern, String path);

    private static boolean fits(Glob glob, boolean byName, String path) {
        return glob.matches(byName ? path.substring(path.lastIndexOf('/') + 1) : path);
    }
}
