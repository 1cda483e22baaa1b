package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.InsightsContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import java.util.Optional;

/**
 * What the checks share that find something because time went by: on the commit of a release they only note it, or an old
 * release could not be built again.
 */
final class TimeFinding {

    /** The option that turns the exception off. */
    static final String NOTE_AT_RELEASE_TAG = "note-at-release-tag";

    private TimeFinding() {}

    static Finding.Builder of(Check check, Location place, InsightsContext context, String message) {
        boolean mayBeNote =
                context.optionsOf(check.info().id()).flag(NOTE_AT_RELEASE_TAG).orElse(true);
        Optional<String> tag = mayBeNote ? context.releaseTag() : Optional.empty();
        Finding.Builder finding = check.at(place);
        return tag.map(name -> finding.severity(Severity.INFO)
                        .message(message + " (only a note, for this commit is the release " + name + ")"))
                .orElseGet(() -> finding.message(message));
    }
}
