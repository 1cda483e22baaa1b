package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;

/** Files of a commit of another repository. One commit is fetched, without its history and without large files, into memory. */
public final class GitFiles extends GitCommitsPort<GitFiles.Question, SortedMap<String, String>> {

    /** What describes an action is a few kilobytes; what it runs may be megabytes. */
    private static final int LARGEST = 256 << 10;

    /**
     * What is asked; the answer has the texts of those files that there are, by path.
     *
     * @param repository HTTP address
     * @param commit lower-case hex digits
     * @param paths relative to the repository's root
     */
    public record Question(String repository, String commit, SortedSet<String> paths) {}

    /** One that reaches hosts in that way. */
    public GitFiles(Access access) {
        super(access);
    }

    @Override
    public String host(Question question) {
        return hostOf(address(question.repository()));
    }

    @Override
    public SortedMap<String, String> ask(Question question) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Fetched fetched = fetch(question.repository(), question.commit(), LARGEST)) {
            for (String path : question.paths()) {
                Optional<String> text = fetched.text(question.commit(), path);
                text.ifPresent(found -> texts.put(path, found));
            }
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw new IOException(
                    question.repository() + " did not send the files of the commit " + question.commit(), e);
        }
        return texts;
    }
}
