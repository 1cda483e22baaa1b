package io.github.mavenhardening.core.source;

import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * A Git commit.
 *
 * @param id its hash in hexadecimal
 * @param parents how many commits it follows; more than one make a merge
 * @param message the whole message
 * @param hasSignature whether it carries a cryptographic signature, be it good or bad
 */
public record Commit(String id, int parents, Person author, Person committer, String message, boolean hasSignature) {

    /** Who wrote or made a commit, by their own word. */
    public record Person(String name, String email) {
        static Person of(PersonIdent person) {
            return person == null ? new Person("", "") : new Person(person.getName(), person.getEmailAddress());
        }

        @Override
        public String toString() {
            return name + " <" + email + ">";
        }
    }

    static Commit of(RevCommit commit) {
        return new Commit(
                commit.getName(),
                commit.getParentCount(),
                Person.of(commit.getAuthorIdent()),
                Person.of(commit.getCommitterIdent()),
                commit.getFullMessage(),
                commit.getRawGpgSignature() != null);
    }

    /** Whether it brings several lines of history together. */
    public boolean isMerge() {
        return parents > 1;
    }

    /** The hash as people write it. */
    public String shortId() {
        return id.substring(0, Math.min(10, id.length()));
    }
}
