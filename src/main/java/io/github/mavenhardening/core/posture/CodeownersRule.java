package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Glob;
import java.util.List;

/**
 * One rule of a CODEOWNERS file. Its pattern is that of a {@code .gitignore}, but for {@code folder/*}, which does not reach
 * into folders below.
 *
 * @param pattern as written
 * @param owners who owns what matches; nobody when empty, which takes back an earlier rule
 * @param location where it stands
 */
public record CodeownersRule(String pattern, List<String> owners, Location location) {

    public CodeownersRule {
        owners = List.copyOf(owners);
    }

    /** Whether the rule speaks of that path. */
    public boolean matches(String path) {
        boolean foldersOnly = pattern.endsWith("/");
        String body = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean byName = body.indexOf('/') < 0;
        body = body.startsWith("/") ? body.substring(1) : body;
        if (body.isEmpty()) {
            return true; // A slash alone is the root, with all below.
        }
        Glob glob = Glob.of(body, !byName);
        if (!foldersOnly && fits(glob, byName, path)) {
            return true;
        }
        boolean shallow = !byName && body.endsWith("/*");
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

    private static boolean fits(Glob glob, boolean byName, String path) {
        return glob.matches(byName ? path.substring(path.lastIndexOf('/') + 1) : path);
    }
}
