package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that somebody wrote for the forge and put where it is not looked for. It matters only where the real one is missing: the
 * author believes that there is one.
 */
public final class StrayFile {

    /** Where such files are put by mistake; deeper ones belong to something else. */
    private static final List<String> FOLDERS = List.of(
            "",
            ".github",
            ".github/ISSUE_TEMPLATE",
            ".gitlab",
            ".config",
            "config",
            "docs",
            ".dependabot",
            ".gitea",
            ".forgejo",
            ".bitbucket");

    private StrayFile() {}

    /**
     * The first of that name.
     *
     * @param name a file's name, in any case
     */
    public static Optional<String> find(Repository repository, Pattern name) {
        for (String folder : FOLDERS) {
            for (String path : repository.filesIn(folder)) {
                String last = path.substring(path.lastIndexOf('/') + 1);
                if (name.matcher(last).matches()) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }
}
