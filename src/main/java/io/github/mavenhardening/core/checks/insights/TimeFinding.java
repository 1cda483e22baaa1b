package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.ReleaseTags;
import io.github.mavenhardening.core.source.GitHistory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Findings that appear because time passed, for the checks that report them: on the commit of a release they only note it, or
 * an old
 * release could not be built again.
 */
final class TimeFinding {

    /** The option that turns the exception off. */
    static final String NOTE_AT_RELEASE_TAG = "note-at-release-tag";

    /** The option that says which tags are those of releases. */
    static final String RELEASE_TAGS = "release-tags";

    private TimeFinding() {}

    static Finding.Builder of(Check check, Location place, CheckContext context, String message) {
        boolean mayBeNote = context.optionsOf(check).flag(NOTE_AT_RELEASE_TAG).orElse(true);
        List<String> patterns = context.optionsOf(check).texts(RELEASE_TAGS);
        Optional<String> tag = mayBeNote ? ReleaseTags.first(tagsAtHead(context), patterns) : Optional.empty();
        Finding.Builder finding = check.at(place);
        return tag.map(name -> finding.severity(Severity.INFO)
                        .message(message + " (only a note, as this commit is the release " + name + ")"))
                .orElseGet(() -> finding.message(message));
    }

    /** The tags that stand exactly at the commit checked out; none where there are none, or no Git. */
    private static List<String> tagsAtHead(CheckContext context) {
        try {
            Optional<GitHistory> history = context.repository().git().history();
            if (history.isEmpty()) {
                return List.of();
            }
            try (GitHistory tags = history.get()) {
                return tags.tagsAtHead();
            }
        } catch (IOException e) {
            context.gap("the tags of the Git repository cannot be read, so that no release is known");
            return List.of();
        }
    }
}
