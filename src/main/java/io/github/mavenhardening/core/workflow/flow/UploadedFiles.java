package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files a step uploads as an artifact. */
final class UploadedFiles {

    /** The first version that leaves hidden files out, since its release 4.4. */
    private static final int HIDING_VERSION = 4;

    private static final String DEEP = "**";

    private final List<String[]> uploaded = new ArrayList<>();
    private final List<String[]> excluded = new ArrayList<>();
    private final boolean withHidden;

    private UploadedFiles(ReachedStep reached, YamlScalar paths) {
        for (String line : reached.textOf(paths).split("\\R", -1)) {
            String path = line.strip();
            boolean isExcluded = path.startsWith("!");
            if (!path.isEmpty()) {
                String plain = WorkTrees.within("", isExcluded ? path.substring(1) : path);
                (isExcluded ? excluded : uploaded).add(plain.isEmpty() ? new String[] {DEEP} : plain.split("/", -1));
            }
        }
        Optional<YamlScalar> hidden = reached.step().input("include-hidden-files");
        Optional<Integer> version =
                ActionVersion.major(reached.step(), reached.frame().definition());
        withHidden = (hidden.isPresent() && hidden.get().value().equals("true"))
                || (version.isPresent() && version.get() < HIDING_VERSION);
    }

    /** Those of a step; empty where it uploads none. */
    static Optional<UploadedFiles> of(ReachedStep reached) {
        Step step = reached.step();
        Optional<YamlScalar> paths = step.usesAction("actions/upload-artifact") ? step.input("path") : Optional.empty();
        return paths.isPresent() ? Optional.of(new UploadedFiles(reached, paths.get())) : Optional.empty();
    }

    /** Whether a file, as seen from the workspace, is among them. */
    boolean has(String file) {
        boolean isHidden = file.startsWith(".") || file.contains("/.");
        String[] path = file.split("/", -1);
        return (withHidden || !isHidden) && anyMatches(uploaded, path) && !anyMatches(excluded, path);
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
