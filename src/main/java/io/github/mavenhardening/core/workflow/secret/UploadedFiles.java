package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files a step puts where others read them: in an artifact, a site, a release or a cache. */
final class UploadedFiles {

    private static final String ARTIFACT = "uploads it as an artifact, which whoever reads the repository may download";
    private static final String SITE = "publishes it with a site";
    private static final String CACHE = "puts it in a cache, which the workflows of pull requests read";

    /** By the action in lower case, the input that names the files, and what the action does with them. */
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "actions/upload-artifact", List.of("path", ARTIFACT),
            "actions/upload-pages-artifact", List.of("path", SITE),
            "peaceiris/actions-gh-pages", List.of("publish_dir", SITE),
            "jamesives/github-pages-deploy-action", List.of("folder", SITE),
            "softprops/action-gh-release", List.of("files", "publishes it with a release"),
            "actions/cache", List.of("path", CACHE),
            "actions/cache/save", List.of("path", CACHE));

    /** The first version that leaves hidden files out, of artifacts since its release 4.4. */
    private static final int HIDING_VERSION = 4;

    private static final Pattern HOME = Pattern.compile("^(?:\\$\\{?HOME\\}?|/home/runner)(?=/)");

    private static final String DEEP = "**";

    private final List<String[]> uploaded = new ArrayList<>();
    private final List<String[]> excluded = new ArrayList<>();
    private final boolean withHidden;
    private final String action;

    private UploadedFiles(ReachedStep reached, YamlScalar paths, String action) {
        this.action = action;
        for (String line : reached.textOf(paths).split("\\R", -1)) {
            String path = line.strip();
            boolean isExcluded = path.startsWith("!");
            if (!path.isEmpty()) {
                String plain = atHome(WorkPath.within("", isExcluded ? path.substring(1) : path));
                (isExcluded ? excluded : uploaded).add(plain.isEmpty() ? new String[] {DEEP} : plain.split("/", -1));
            }
        }
        Optional<YamlScalar> hidden = reached.step().input("include-hidden-files");
        Optional<Integer> version =
                ActionVersion.major(reached.step(), reached.frame().definition());
        withHidden = !action.startsWith("actions/upload-")
                || (hidden.isPresent() && hidden.get().value().equals("true"))
                || (version.isPresent() && version.get() < HIDING_VERSION);
    }

    /** Those of a step; empty where it uploads none. */
    static Optional<UploadedFiles> of(ReachedStep reached) {
        Step step = reached.step();
        String action = step.repository().isPresent() ? step.repository().get().key() : "";
        List<String> known = ACTIONS.get(action);
        Optional<YamlScalar> paths = known == null ? Optional.empty() : step.input(known.get(0));
        return paths.isPresent() ? Optional.of(new UploadedFiles(reached, paths.get(), action)) : Optional.empty();
    }

    /** What the step does with each of them. */
    String use() {
        return ACTIONS.get(action).get(1);
    }

    /** Whether it takes them as they are at the end of the job. */
    boolean areOfEnd() {
        return action.equals("actions/cache");
    }

    private static String atHome(String path) {
        return HOME.matcher(path).replaceFirst("~");
    }

    /** Whether a file, as seen from the workspace, is among them. */
    boolean has(String written) {
        String file = atHome(written);
        String[] path = file.split("/", -1);
        return isUploaded(path) && !anyMatches(excluded, path);
    }

    private boolean isUploaded(String[] path) {
        for (String[] pattern : uploaded) {
            if (matches(pattern, path) && (withHidden || !isHidden(pattern, path))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a hidden name is on the way to a path from where the search for a pattern begins, which is the last name without a star. */
    private static boolean isHidden(String[] pattern, String[] path) {
        int from = 0;
        while (from + 1 < pattern.length && !isPattern(pattern[from + 1])) {
            from++;
        }
        for (int i = from; i < path.length; i++) {
            if (path[i].startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
    }

    private static boolean anyMatches(List<String[]> patterns, String[] path) {
        for (String[] pattern : patterns) {
            if (matches(pattern, path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pattern names a path or a folder above it; behind {@code **} the last name alone counts. */
    private static boolean matches(String[] pattern, String[] path) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].equals(DEEP)) {
                String last = pattern[pattern.length - 1];
                // What lies elsewhere on the machine is not below the workspace.
                boolean isElsewhere =
                        i == 0 && (path[0].isEmpty() || path[0].startsWith("~") || path[0].startsWith("$"));
                return !isElsewhere && (last.equals(DEEP) || isLike(path[path.length - 1], last));
            }
            if (i >= path.length || !isLike(path[i], pattern[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name is like a pattern with {@code *} and {@code ?}. */
    private static boolean isLike(String name, String pattern) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < name.length()) {
            if (in < pattern.length() && (pattern.charAt(in) == '?' || pattern.charAt(in) == name.charAt(at))) {
                at++;
                in++;
            } else if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                from = at;
            } else if (star >= 0) {
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
