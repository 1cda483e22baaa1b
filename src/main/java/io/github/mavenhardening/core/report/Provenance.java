package io.github.mavenhardening.core.report;

import java.util.Optional;

/**
 * The version that a report is about.
 *
 * @param repository the repository's address, absolute and without credentials; empty when unknown
 * @param commit the hash of the commit checked out, in hexadecimal; empty when unknown
 * @param branch the branch checked out; empty when none is, or unknown
 */
public record Provenance(Optional<String> repository, Optional<String> commit, Optional<String> branch) {

    /** One of which nothing is known. */
    public static Provenance unknown() {
        return new Provenance(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
