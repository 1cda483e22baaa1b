package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.text.ResourceLines;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Owners whose security policy GitHub shows for each of their repositories. */
public final class PolicyOwners {

    private PolicyOwners() {}

    /** Whether a repository's owner is known to have one; others may have one, too. */
    public static boolean have(Optional<RepositorySlug> repository) {
        return repository.isPresent()
                && Names.LOWER.contains(repository.get().owner().toLowerCase(Locale.ROOT));
    }

    /** Read when the first repository without a policy is looked at. */
    private static final class Names {

        private static final Set<String> LOWER = new TreeSet<>();

        static {
            for (String line : ResourceLines.of(PolicyOwners.class, "policy-owners.txt")) {
                LOWER.add(line.toLowerCase(Locale.ROOT));
            }
        }
    }
}
