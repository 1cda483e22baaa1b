package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Glob;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Findings that a team accepts: one entry of the policy file's {@code exceptions}.
 *
 * @param place where it stands
 * @param checkId the check whose findings are meant
 * @param path the files that are meant, as Git matches paths; empty for any place, and for the repository as a whole
 * @param about words that the finding's message holds; empty for any
 * @param reason why they are accepted
 * @param expires the last day on which they are; empty for always
 */
public record ExceptionRule(
        Location place,
        String checkId,
        Optional<Glob> path,
        Optional<String> about,
        String reason,
        Optional<LocalDate> expires) {

    boolean covers(Finding finding) {
        return checkId.equals(finding.checkId())
                && (path.isEmpty() || path.get().matches(finding.primary().path()))
                && (about.isEmpty() || finding.message().contains(about.get()));
    }

    boolean isExpired(LocalDate today) {
        return expires.isPresent() && today.isAfter(expires.get());
    }

    /** {@code path:line}. */
    String where() {
        return place.path() + ":" + place.line();
    }
}
