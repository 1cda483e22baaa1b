package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Actions of the repository that use others and that no entry of Dependabot reaches: for {@code /} it reads the workflows and an action in
 * the root, and follows no reference to another folder.
 *
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#directories-or-directory--">Dependabot
 *     options reference: directories</a>
 */
public final class UnreachedActions {

    private static final Pattern FILE = Pattern.compile("\\.github/.{1,300}/action\\.ya?ml");
    /** A reference to an action of another repository. */
    private static final Pattern USES =
            Pattern.compile("(?m)^[ \\t]{0,40}(?:-[ \\t]{1,9})?uses:[ \\t]{1,9}['\"]?[\\w.-]{1,100}/[\\w./-]{1,200}@");

    /** So many actions are looked at. */
    private static final int LIMIT = 500;

    private UnreachedActions() {}

    /** Their folders, in the order of the files. */
    public static List<String> of(Dependabot dependabot, Repository repository) {
        List<String> folders = new ArrayList<>();
        // Silent: of more the first are named, and one is enough to tell.
        BuildFolders.all(repository).stream()
                .filter(path -> FILE.matcher(path).matches())
                .limit(LIMIT)
                .forEach(path -> {
                    String folder = path.substring(0, path.lastIndexOf('/'));
                    if (!dependabot.reaches("github-actions", folder, repository) && usesOthers(path, repository)) {
                        folders.add(folder);
                    }
                });
        return folders;
    }

    private static boolean usesOthers(String path, Repository repository) {
        try {
            return USES.matcher(repository.read(path).text()).find();
        } catch (UnreadableFileException e) {
            // Silent: that an action cannot be read is what the checks of workflows say.
            return false;
        }
    }
}
