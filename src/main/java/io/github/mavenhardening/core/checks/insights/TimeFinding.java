package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.InsightsContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.ReleaseTags;
import java.util.List;
import java.util.Optional;

/**
 * Findings that appear because time passed, for the checks that report them: on the commit of a release they only note it, or an old
 * release could not be built again.
 */
final class TimeFinding {

    /** The option that turns the exception off. */
    static final String NOTE_AT_RELEASE_TAG = "note-at-release-tag";

    /** The option that says which tags are those of releases. */
    static final String RELEASE_TAGS = "release-tags";

    private TimeFinding() {}

    static Finding.Builder of(Check check, Location place, InsightsContext context, String message) {
        boolean mayBeNote =
                context.optionsOf(check.info().id()).flag(NOTE_AT_RELEASE_TAG).orElse(true);
        List<String> patterns = context.optionsOf(check.info().id()).texts(RELEASE_TAGS);
        Optional<String> tag = mayBeNote ? ReleaseTags.first(context.tagsAtHead(), patterns) : Optional.empty();
        Finding.Builder finding = check.at(place);
        return tag.map(name -> finding.severity(Severity.INFO)
                        .message(message + " (only a note, as this commit is the release " + name + ")"))
                .orElseGet(() -> finding.message(message));
    }
}
