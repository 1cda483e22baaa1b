package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.Expiry;
import java.util.List;

/**
 * Figures of one audit.
 *
 * @param coverage how much is pinned or locked, a line a kind
 * @param expiries what is good for a time, the next to end first
 * @param access which job reaches which credentials
 */
public record Measures(List<Coverage> coverage, List<Expiry> expiries, List<JobAccess> access) {

    /** Those of an audit that measures nothing. */
    static final Measures NONE = new Measures(List.of(), List.of(), List.of());

    public Measures {
        coverage = List.copyOf(coverage);
        expiries = List.copyOf(expiries);
        access = List.copyOf(access);
    }
}
