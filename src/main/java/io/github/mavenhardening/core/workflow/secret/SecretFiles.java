package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.checkout.GitCommand;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The files that hold secrets of a job, by their paths from the workspace, and where steps put them for others to read. */
final class SecretFiles {

    /** Nobody writes secrets to more files than that. */
    private static final int MOST = 100;

    private final Map<String, ShownSecret> files = new HashMap<>();
    /** Files and folders that Git takes by their names. */
    private final Set<String> added = new HashSet<>();

    private final Consumer<ShownSecret> shown;
    private boolean isWhole = true;

    /** @param shown takes the secrets of those that others may read */
    SecretFiles(Consumer<ShownSecret> shown) {
        this.shown = shown;
    }

    /** Whether all of them are known. */
    boolean isWhole() {
        return isWhole;
    }

    /** The secret that a file holds. */
    Optional<Held> held(String file) {
        ShownSecret written = files.get(file);
        return written == null ? Optional.empty() : Optional.of(new Held(written.secret(), written.form()));
    }

    /** Takes in that a secret is written to a file. */
    void write(String file, ShownSecret secret) {
        if (files.size() < MOST) {
            files.put(file, secret);
        } else {
            isWhole = false;
        }
    }

    /** Takes in that a file is deleted. */
    void delete(String file) {
        files.remove(file);
    }

    /** Takes in that files, or all that lie in folders, are packed into an archive, which holds a secret if one of them does. */
    void pack(PackedFiles packed) {
        for (Map.Entry<String, ShownSecret> file : files.entrySet()) {
            if (isPacked(file.getKey(), packed.paths())) {
                files.put(packed.archive(), file.getValue());
                return;
            }
        }
    }

    private static boolean isPacked(String file, List<String> paths) {
        // The workspace as a whole does not hold what lies elsewhere on the machine.
        boolean isElsewhere = file.startsWith("/") || file.startsWith("$") || file.startsWith("~");
        return isAmong(file, paths) || (!isElsewhere && paths.contains(""));
    }

    /** Takes in that a step uploads files. */
    void upload(UploadedFiles uploaded, Location step) {
        show(uploaded::has, step.labelled(uploaded.use()));
    }

    /** Takes in that files, or what lies in folders, are put where others read them, which the place says. */
    void publish(Collection<String> paths, Location place) {
        show(file -> isAmong(file, paths), place);
    }

    /**
     * Takes in that Git is asked for something: to add files by their names, and to push. Of all files at once ignored ones are left
     * out, which those that hold a secret mostly are.
     */
    void git(GitCommand git, String folder, Location place) {
        if (git.verb().equals("push")) {
            publish(added, place.labelled("pushes it"));
        } else if (git.verb().equals("add") && added.size() < MOST) {
            String from = git.folder().isEmpty() ? folder : WorkPath.within(folder, git.folder());
            for (String word : git.arguments()) {
                String path = word.startsWith("-") ? "" : WorkPath.within(from, word);
                if (!path.isEmpty()) {
                    added.add(path);
                }
            }
        }
    }

    private void show(Predicate<String> among, Location place) {
        for (Iterator<Map.Entry<String, ShownSecret>> each = files.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, ShownSecret> file = each.next();
            if (among.test(file.getKey())) {
                shown.accept(file.getValue().uploadedAt(place));
                each.remove();
            }
        }
    }

    private static boolean isAmong(String file, Collection<String> paths) {
        for (String path : paths) {
            if (!path.isEmpty() && (file.equals(path) || file.startsWith(path + "/"))) {
                return true;
            }
        }
        return false;
    }
}
