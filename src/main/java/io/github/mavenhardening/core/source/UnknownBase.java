package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.text.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;

/** What to do about a base that a clone does not have: its name is misspelt, or it was not fetched. */
public final class UnknownBase {

    /** What to do where the history that is here does not reach as far. */
    static final String FETCH = "fetch the whole history (fetch-depth: 0)";

    /** A repository may have a ref for each of its pull requests; more than these are not compared with a name. */
    private static final int MOST = 20_000;

    private UnknownBase() {}

    /**
     * The branch or tag of this clone that is nearest to a name, as a question, and what to do else: the words that end a message.
     *
     * @throws IOException when the names cannot be read
     */
    public static String advice(GitHistory history, String name) throws IOException {
        String hint = hint(history, name);
        return hint.isEmpty() ? FETCH : hint + " If not, " + FETCH;
    }

    private static String hint(GitHistory history, String name) throws IOException {
        return GitHistory.guarded(() -> {
            List<String> names = new ArrayList<>();
            RefDatabase refs = history.objects().getRefDatabase();
            for (String prefix : new String[] {Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS}) {
                for (Ref ref : refs.getRefsByPrefix(prefix)) {
                    if (names.size() < MOST) { // Silent: a name of one that is left out gets the general advice.
                        names.add(Repository.shortenRefName(ref.getName()));
                    }
                }
            }
            return NearestName.of(name, names)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("");
        });
    }
}
