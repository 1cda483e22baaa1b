package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What commands of a job copied of an outsider's code, by where it is now, for builds that read it there. */
final class CopiedFiles {

    /** So many of a job are looked at. */
    private static final int MOST = 100;

    private final Map<String, Outside> files = new LinkedHashMap<>();

    void clear() {
        files.clear();
    }

    /** Takes in whose a file, or a folder, is from now on. */
    void put(String path, Optional<Outside> whose) {
        files.remove(path);
        // Silent: of more copies, the first are looked at for what a build reads; each is still known by its path.
        if (whose.isPresent() && files.size() < MOST) {
            files.put(path, whose.get());
        }
    }

    /** The first below a folder by which a build there runs an outsider's code. */
    Optional<Outside> steering(ShellCommand build, String folder) {
        for (Map.Entry<String, Outside> file : files.entrySet()) {
            if (WorkPath.isWithin(file.getKey(), folder) && BuildFiles.steer(build, file.getKey())) {
                return Optional.of(file.getValue());
            }
        }
        return Optional.empty();
    }
}
