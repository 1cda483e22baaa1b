package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.HeaderDate;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.source.GitHistory;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** The file was committed well after the day that it names as its last change. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-touched",
        title = "The Security Insights file was changed after the date of its last update",
        severity = Severity.LOW,
        sources = "https://github.com/ossf/security-insights",
        options = SecurityInsightsTouched.Tolerance.class)
public final class SecurityInsightsTouched implements InsightsCheck {

    /** The most commits to look at; more take longer than a check may. */
    private static final int COMMITS = 10_000;

    record Tolerance(
            @Option(
                    value =
                            "How long after `last-updated` a commit is still taken for that update, as an ISO 8601 period",
                    otherwise = "P7D",
                    example = "P14D")
            Period tolerance) {}

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        Period tolerance = context.options(Tolerance.class).tolerance();
        Optional<LocalDate> updated = HeaderDate.dayOf(file.lastUpdated());
        if (updated.isEmpty()) {
            return;
        }
        Instant latest = updated.get()
                .plus(tolerance)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);
        if (context.now().isAfter(latest)) {
            Optional<Instant> change = changeAfter(file.path(), latest, context);
            if (change.isPresent()) {
                LocalDate day = LocalDate.ofInstant(change.get(), ZoneOffset.UTC);
                context.report(at(file.at(file.lastUpdated().orElseThrow().span()))
                        .message("'last-updated' is " + updated.get() + ", but the file was changed on " + day)
                        .remedy("Set last-updated to the day of the change, and let a maintainer review it")
                        .subject("/header/last-updated"));
            }
        }
    }

    private static Optional<Instant> changeAfter(String path, Instant moment, CheckContext context) {
        try {
            Optional<GitHistory> git = context.repository().git().history();
            if (git.isEmpty()) {
                return Optional.empty();
            }
            try (GitHistory history = git.get()) {
                if (history.isShallow()) {
                    context.note(
                            "the clone is shallow, so the last change of " + path + " is not known (fetch-depth: 0)");
                    return Optional.empty();
                }
                return history.changeAfter(path, moment, COMMITS);
            }
        } catch (IOException e) {
            context.gap("the Git history does not show the last change of " + path + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
