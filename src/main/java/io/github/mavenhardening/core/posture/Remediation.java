package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sign-off that a later commit adds to an earlier one: {@code I, name <email>, hereby add my Signed-off-by to this commit:
 * hash}, or {@code On behalf of name <email>, I, …}.
 *
 * @param author whose commit is signed off
 * @param signer who says so; the author, or on their behalf somebody
 * @param isThirdParty whether it is said on the author's behalf, be it by themselves
 * @param commit the hash of the earlier commit, in full
 * @see <a href="https://github.com/dcoapp/app#remediation-commits">The DCO app: remediation commits</a>
 */
public record Remediation(SignOff author, SignOff signer, boolean isThirdParty, String commit) {

    private static final String INDIVIDUAL = "I, ";
    private static final String BEHALF = "On behalf of ";
    private static final String SECOND = ">, I, ";
    private static final String CLAUSE = ", hereby add my Signed-off-by to this commit: ";

    /** Whether it signs off that commit. */
    public boolean heals(Commit earlier) {
        return commit.equals(earlier.id()) && author.isOf(earlier.author());
    }

    /**
     * Those of a commit by whoever they name as the signer: its author, and on another's behalf its author or committer. The
     * commit itself need not be signed off for them to count.
     */
    public static List<Remediation> of(Commit commit) {
        List<Remediation> found = new ArrayList<>();
        for (String line : AppText.lines(commit.message())) {
            of(line).filter(remediation -> remediation.signer().isOf(commit.author())
                            || (remediation.isThirdParty()
                                    && remediation.signer().isOf(commit.committer())))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    // The app looks for the longest names, and takes blanks around the hash for part of it.
    private static Optional<Remediation> of(String line) {
        int clause = AppText.lastIndexOf(line, CLAUSE);
        if (clause < 0) {
            return Optional.empty();
        }
        String people = line.substring(0, clause);
        String hash = line.substring(clause + CLAUSE.length());
        if (AppText.startsWith(people, INDIVIDUAL)) {
            return SignOff.person(people.substring(INDIVIDUAL.length()))
                    .map(author -> new Remediation(author, author, false, hash));
        }
        int second = AppText.lastIndexOf(people, SECOND);
        if (!AppText.startsWith(people, BEHALF) || second < BEHALF.length()) {
            return Optional.empty();
        }
        Optional<SignOff> author = SignOff.person(people.substring(BEHALF.length(), second + 1));
        Optional<SignOff> signer = SignOff.person(people.substring(second + SECOND.length()));
        return author.isEmpty() || signer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remediation(author.get(), signer.get(), true, hash));
    }
}
