package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;

/**
 * How old tags are: the later of an annotated tag's own date and its commit's, as their authors wrote them. Git knows of no other
 * date, so that whoever lies about it is believed. Only the tags and their commits are fetched, all of a repository at once.
 */
public final class GitDates extends GitCommitsPort<GitDates.Question, SortedMap<String, Instant>> {

    /**
     * What is asked; the answer has the dates of those tags that stand for their commits still, and say when they were made.
     *
     * @param repository HTTP address
     * @param tags the commits of tags, lower-case hex digits, by their names
     */
    public record Question(String repository, SortedMap<String, String> tags) {}

    /** Whether a tag can be asked for: what is not a name of Git's has a meaning of its own there. */
    public static boolean isTag(String name) {
        return Repository.isValidRefName(Constants.R_TAGS + name);
    }

    /** One that reaches hosts in that way. */
    public GitDates(Access access) {
        super(access);
    }

    @Override
    public String host(Question question) {
        return hostOf(address(question.repository()));
    }

    @Override
    public SortedMap<String, Instant> ask(Question question) throws IOException {
        List<RefSpec> names = new ArrayList<>();
        question.tags()
                .keySet()
                .forEach(tag -> names.add(new RefSpec("+" + Constants.R_TAGS + tag + ":" + Constants.R_TAGS + tag)));
        SortedMap<String, Instant> dates = new TreeMap<>();
        try (Fetched fetched = fetch(question.repository(), names, OptionalInt.of(1));
                RevWalk walk = fetched.walk()) {
            for (Map.Entry<String, String> tag : question.tags().entrySet()) {
                Optional<Instant> date = date(walk, fetched.named(Constants.R_TAGS + tag.getKey()), tag.getValue());
                if (date.isPresent()) {
                    dates.put(tag.getKey(), date.get());
                }
            }
        }
        return dates;
    }

    /** Empty where it is of another commit by now, of none, or where a date is missing. */
    private static Optional<Instant> date(RevWalk walk, ObjectId tagged, String commit) throws IOException {
        if (tagged == null) {
            return Optional.empty();
        }
        try {
            return date(walk, walk.parseAny(tagged), commit);
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            // Silent: a tag of a file, which is left out, is none of a commit, and said to be so.
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(RevWalk walk, RevObject tagged, String commit) throws IOException {
        Instant latest = Instant.MIN;
        RevObject object = tagged;
        while (object instanceof RevTag tag) {
            walk.parseBody(tag);
            PersonIdent tagger = tag.getTaggerIdent();
            if (tagger != null && tagger.getWhenAsInstant().isAfter(latest)) {
                latest = tagger.getWhenAsInstant();
            }
            object = walk.parseAny(tag.getObject());
        }
        if (!(object instanceof RevCommit found) || !found.name().equals(commit)) {
            return Optional.empty();
        }
        walk.parseBody(found);
        PersonIdent committer = found.getCommitterIdent();
        if (committer == null) {
            return Optional.empty();
        }
        Instant own = committer.getWhenAsInstant();
        return Optional.of(own.isAfter(latest) ? own : latest);
    }
}
