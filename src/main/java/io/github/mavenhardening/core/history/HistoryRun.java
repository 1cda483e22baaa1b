package io.github.mavenhardening.core.history;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.GitTrees;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.source.Version;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Audits commits as a checkout of each would be, at the time at which it was made, all by the policy of today: one measure for
 * all, or a policy that grew laxer would look like progress. Reads Git's objects; nothing is checked out.
 */
public final class HistoryRun {

    /** Of all texts of definitions that are kept for the next commit. */
    private static final long KEPT = 4_000_000;

    private static final List<String> LIMITS = List.of(
            "Dependencies are not looked at: what a build used is known where it runs",
            "Every commit is judged by the policy of today, without a baseline",
            "What a POM says of the project is not compared with Security Insights");

    private final GitTrees trees;
    private final Hardening today;
    private final Optional<RepositorySlug> slug;
    private final List<Audit> audits = List.of(
            WorkflowAudit.ofVersions(KEPT),
            new SecurityInsightsAudit(Optional.empty()),
            new PostureAudit(Optional.empty()));

    /**
     * A run over those commits.
     *
     * @param git the history, open for as long as the run takes
     * @param today a run on the checkout, whose policy and checks judge
     * @param slug the repository's name on its forge, where it is known
     */
    public HistoryRun(GitHistory git, Hardening today, Optional<RepositorySlug> slug) {
        this.trees = new GitTrees(git);
        this.today = today;
        this.slug = slug;
    }

    /** Looks at those versions, in their order. */
    public History look(List<Version> versions) {
        List<HistoryPoint> points = new ArrayList<>();
        for (Version version : versions) {
            points.add(look(version));
        }
        return new History(points, LIMITS);
    }

    private HistoryPoint look(Version version) {
        Repository files;
        try {
            files = new Repository(trees.at(version), slug);
        } catch (IOException e) {
            return HistoryPoint.unread(version, e.getMessage());
        }
        Environment then = new Environment(Clock.fixed(version.time(), ZoneOffset.UTC), Map.of());
        Hardening hardening = today.on(files, then);
        List<AuditResult> results = new ArrayList<>();
        for (Audit audit : audits) {
            results.add(hardening.audit(audit));
        }
        return point(version, hardening.judge(results));
    }

    static HistoryPoint point(Version version, Result result) {
        SortedMap<String, Integer> checks = new TreeMap<>();
        for (EvaluatedFinding judged : result.counting()) {
            checks.merge(judged.finding().checkId(), 1, Integer::sum);
        }
        List<Coverage> coverage = new ArrayList<>();
        List<String> gaps = new ArrayList<>(result.gaps());
        for (AuditResult audit : result.audits()) {
            coverage.addAll(audit.measures().coverage());
            if (audit.outcome() == AuditResult.Outcome.COULD_NOT_CHECK) {
                gaps.add(audit.family().title() + " could not be checked");
            }
        }
        return new HistoryPoint(
                version,
                result.verdict().passed(),
                result.counts(),
                result.findings().size() - result.counting().size(),
                checks,
                coverage,
                gaps,
                true);
    }
}
