package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo.Silence;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Glob;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Findings that a team accepts: one entry of the policy file's {@code exceptions}. One for a check of integrity says what it
 * is about and when it ends, so that it covers what was looked at and nothing that comes later.
 *
 * @param place where it stands
 * @param check the check whose findings are meant
 * @param path the files that are meant, as Git matches paths; empty for any place, and for the repository as a whole
 * @param about words that the finding's message holds; empty for any
 * @param reason why they are accepted
 * @param expires the last day on which they are; empty for always
 */
public record ExceptionRule(
        Location place,

        @Option("The id of the check whose findings are meant")
        Check check,

        @Option(
                value = "The files that are meant, as a glob that matches paths as Git does",
                matches = "\\S",
                must = "say something")
        Optional<Glob> path,

        @Option(
                value = "Words that the finding's message holds; a check of integrity needs them",
                matches = "\\S",
                must = "say something")
        Optional<String> about,

        @Option(value = "Why the findings are accepted", matches = "\\S", must = "say why")
        String reason,

        @Option("The last day on which they are accepted; a check of integrity needs it")
        Optional<LastDay> expires) {

    public ExceptionRule {
        Silence silence = check.info().silence();
        if (silence == Silence.NEVER) {
            throw new IllegalArgumentException(
                    "Takes back no finding of " + check.info().id() + "; " + Integrity.wayOut(check));
        }
        if (silence == Silence.BY_EXCEPTION && (about.isEmpty() || expires.isEmpty())) {
            throw new IllegalArgumentException(
                    "Needs '" + (about.isEmpty() ? "about" : "expires") + "' for a check of integrity");
        }
    }

    boolean covers(Finding finding) {
        return check.info().id().equals(finding.checkId())
                && (path.isEmpty() || path.get().matches(finding.primary().path()))
                && (about.isEmpty() || finding.message().contains(about.get()));
    }

    boolean isExpired(LocalDate today) {
        return expires.isPresent() && expires.get().isOver(today);
    }

    /** {@code path:line}. */
    String where() {
        return place.path() + ":" + place.line();
    }
}
