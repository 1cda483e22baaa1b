package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files with outsiders' text that a job leaves as artifacts to the jobs of its run that need it. */
final class LeftArtifacts {

    /** So many paths and files of an upload are looked at. */
    private static final int LIMIT = 50;

    /** By the artifact's name, as it is written, the text of each file in it. */
    private final Map<String, Map<String, Taint>> left = new LinkedHashMap<>();

    /** Takes in what a step uploads of what the job's scripts wrote. */
    void leave(ReachedStep reached, Map<String, Taint> written) {
        if (written.isEmpty() || !reached.step().usesAction("actions/upload-artifact")) {
            return;
        }
        List<String> paths = new ArrayList<>();
        // Silent: of more paths and files the first are followed.
        text(reached, "path").lines().limit(LIMIT).forEach(path -> paths.add(WorkPath.within("", path.strip())));
        Map<String, Taint> files = new LinkedHashMap<>();
        written.entrySet().stream().limit(LIMIT).forEach(file -> {
            for (String path : paths) {
                // Of several paths what they have in common is the root.
                Optional<String> name = in(path, file.getKey(), paths.size() == 1);
                if (name.isPresent()) {
                    files.put(name.get(), file.getValue().at(reached.place(), "uploads it as an artifact"));
                }
            }
        });
        String name = text(reached, "name");
        left.put(name.isEmpty() ? "artifact" : name, files);
    }

    /** The name in the artifact of a file, where a path leads to it. */
    private static Optional<String> in(String path, String file, boolean isAlone) {
        int star = path.indexOf('*');
        String folder = star < 0 ? path : path.substring(0, path.lastIndexOf('/', star) + 1);
        if (file.equals(path)) {
            return Optional.of(isAlone ? file.substring(file.lastIndexOf('/') + 1) : file);
        }
        String within = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        return file.startsWith(within)
                ? Optional.of(isAlone ? file.substring(within.length()) : file)
                : Optional.empty();
    }

    /** The files that a step downloads of those, by their paths in the workspace of its job. */
    Map<String, Taint> in(ReachedStep download) {
        String wanted = text(download, "name");
        String folder = text(download, "path");
        boolean merges = text(download, "merge-multiple").equals("true");
        Map<String, Taint> files = new LinkedHashMap<>();
        left.forEach((name, own) -> {
            if (wanted.isEmpty() || wanted.equals(name)) {
                // All of them lie each in a folder of its name.
                String to = wanted.isEmpty() && !merges ? folder + "/" + name : folder;
                own.forEach((file, taint) -> files.put(WorkPath.within(WorkPath.within("", to), file), taint));
            }
        });
        return files;
    }

    private static String text(ReachedStep reached, String input) {
        Optional<YamlScalar> given = reached.step().input(input);
        return given.isPresent() ? reached.textOf(given.get()) : "";
    }
}
