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
 * @param signer who says so; the author, or on their behalf another
 * @param commit the hash of the earlier commit, in full
 * @see <a href="https://github.com/dcoapp/app#remediation-commits">The DCO app: remediation commits</a>
 */
public record Remediation(SignOff author, SignOff signer, String commit) {

    private static final String INDIVIDUAL = "I, ";
    private static final String BEHALF = "On behalf of ";
    private static final String SECOND = ", I, ";
    private static final String CLAUSE = ", hereby add my Signed-off-by to this commit: ";

    /** Whether somebody else than the author signs. */
    public boolean isThirdParty() {
        return !author.equals(signer);
    }

    /** Whether it signs off that commit. */
    public boolean heals(Commit earlier) {
        return commit.equalsIgnoreCase(earlier.id()) && author.isOf(earlier.author());
    }

    /** Those of a commit that names its own author as the signer. */
    public static List<Remediation> of(Commit commit) {
        List<Remediation> found = new ArrayList<>();
        for (String line : AppText.lines(commit.message())) {
            of(AppText.stripEnd(line))
                    .filter(remediation -> remediation.signer().isOf(commit.author()))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Remediation> of(String line) {
        int clause = AppText.indexOf(line, CLAUSE);
        if (clause < 0) {
            return Optional.empty();
        }
        String people = line.substring(0, clause);
        String hash = line.substring(clause + CLAUSE.length()).strip();
        if (AppText.startsWith(people, INDIVIDUAL)) {
            return SignOff.person(people.substring(INDIVIDUAL.length()))
                    .map(author -> new Remediation(author, author, hash));
        }
        int second = AppText.indexOf(people, SECOND);
        if (!AppText.startsWith(people, BEHALF) || second < BEHALF.length()) {
            return Optional.empty();
        }
        Optional<SignOff> author = SignOff.person(people.substring(BEHALF.length(), second));
        Optional<SignOff> signer = SignOff.person(people.substring(second + SECOND.length()));
        return author.isEmpty() || signer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remediation(author.get(), signer.get(), hash));
    }
}
