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
 * an old release could not be built again.
 */
final class TimeFinding {

    static final String NOTE_AT_RELEASE_TAG =
            "Whether the finding is only a note where the commit checked out carries the tag of a release, so that an old release"
                    + " can be built again";

    static final String RELEASE_TAGS =
            "Which tags are those of releases, as a list of globs; if none is given, names that end in a version of two numbers or"
                    + " more, such as `1.2.3`, `v1.2.3-RC1` or `name-1.2`";

    static final String EXAMPLE_TAGS = "['release-*']";

    /** The options that all of them have. */
    interface Options {
        boolean noteAtReleaseTag();

        List<String> releaseTags();
    }

    private TimeFinding() {}

    static Finding.Builder of(Check check, Options options, Location place, CheckContext context, String message) {
        Optional<String> tag = options.noteAtReleaseTag()
                ? ReleaseTags.first(tagsAtHead(context), options.releaseTags())
                : Optional.empty();
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
