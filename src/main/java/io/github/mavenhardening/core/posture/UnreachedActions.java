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
 * @param folders theirs, in the order of the files
 * @param left how many actions were not looked at
 */
public record UnreachedActions(List<String> folders, int left) {

    private static final Pattern FILE = Pattern.compile("\\.github/.{1,300}/action\\.ya?ml");
    /** A reference to an action of another repository. */
    private static final Pattern USES =
            Pattern.compile("(?m)^[ \\t]{0,40}(?:-[ \\t]{1,9})?uses:[ \\t]{1,9}['\"]?[\\w.-]{1,100}/[\\w./-]{1,200}@");

    /** Each action that is looked at is held against every folder of every entry. */
    private static final int LIMIT = 500;

    public UnreachedActions {
        folders = List.copyOf(folders);
    }

    /** Those of a repository. */
    public static UnreachedActions of(Dependabot dependabot, Repository repository) {
        List<String> actions = BuildFolders.all(repository).stream()
                .filter(path -> FILE.matcher(path).matches())
                .toList();
        // Silent: the check says how many are left.
        List<String> looked = actions.subList(0, Math.min(LIMIT, actions.size()));
        List<String> folders = new ArrayList<>();
        for (String path : looked) {
            String folder = path.substring(0, path.lastIndexOf('/'));
            if (!dependabot.reaches("github-actions", folder, repository) && usesOthers(path, repository)) {
                folders.add(folder);
            }
        }
        return new UnreachedActions(folders, actions.size() - looked.size());
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
