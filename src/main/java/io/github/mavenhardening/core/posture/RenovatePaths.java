package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Renovate's {@code includePaths} and {@code ignorePaths}: the files that it looks at. A pattern that is not read here, as one with
 * braces, is taken to leave nothing out.
 *
 * @param root the configuration
 * @see <a href="https://docs.renovatebot.com/configuration-options/#includepaths">Renovate: includePaths</a>
 */
record RenovatePaths(JsonNode root) {

    private static final String INCLUDED = "includePaths";
    private static final String IGNORED = "ignorePaths";

    /** The files that Renovate's managers look for. */
    private static final Map<String, Pattern> FILES = Map.of(
            "maven", Pattern.compile("(?:.*[/.])?pom\\.xml"),
            "github-actions", Pattern.compile("(?:.*/)?(?:\\.github/(?:workflows|actions)/.+\\.ya?ml|action\\.ya?ml)"));

    /** More, or longer ones, nobody writes; each is held against every file. */
    private static final int PATTERNS = 50;

    private static final int LENGTH = 100;

    /** Of so many files that are left out, nobody says that all are. */
    private static final int MOST = 1_000;

    /** The key that leaves out every file of a manager's; empty where one is left, or there is none at all. */
    Optional<String> leaveOut(String manager, Repository repository) {
        Pattern names = FILES.get(manager);
        boolean says = !root.path(INCLUDED).isEmpty() || !root.path(IGNORED).isEmpty();
        if (names == null || !says) {
            return Optional.empty();
        }
        Optional<List<Glob>> included = globs(INCLUDED);
        Optional<List<Glob>> ignored = globs(IGNORED);
        String key = "";
        int left = 0;
        for (String path : BuildFolders.all(repository)) {
            if (names.matcher(path).matches()) {
                if (++left > MOST) {
                    // Silent: then nothing is said of files that are left out.
                    return Optional.empty();
                }
                if (!root.path(INCLUDED).isEmpty() && included.isPresent() && !fits(included.get(), path)) {
                    key = key.isEmpty() ? INCLUDED : key;
                } else if (ignored.isPresent() && isIgnored(ignored.get(), path)) {
                    key = IGNORED;
                } else {
                    return Optional.empty();
                }
            }
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** The patterns under a key; empty where one of them is not read here. */
    private Optional<List<Glob>> globs(String key) {
        List<Glob> globs = new ArrayList<>();
        for (JsonNode pattern : root.path(key)) {
            String text = pattern.asText("");
            boolean isPlain = text.length() <= LENGTH && text.matches("[^{}()!+@\\[\\]\\\\]*+");
            if (!isPlain || globs.size() == PATTERNS) {
                // Silent: then nothing is said of files that are left out.
                return Optional.empty();
            }
            globs.add(Glob.of(text, true));
        }
        return Optional.of(globs);
    }

    private static boolean fits(List<Glob> globs, String path) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }

    /** A part of a path without wildcards is enough to ignore it. */
    private boolean isIgnored(List<Glob> globs, String path) {
        for (JsonNode pattern : root.path(IGNORED)) {
            String part = pattern.asText("");
            if (!part.isEmpty() && path.contains(part)) {
                return true;
            }
        }
        return fits(globs, path);
    }
}
