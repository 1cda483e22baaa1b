package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.scorecard.Scorecard;
import io.github.mavenhardening.core.source.Repository;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hands the repository to the posture checks. One that cannot look leaves a finding of its own severity. */
public final class PostureAudit implements Audit {

    private final Optional<ProjectFacts> project;
    private final boolean withScorecard;

    /**
     * An audit that compares the licence file with what the POM says.
     *
     * @param project what the POM says; empty where there is no POM
     */
    public PostureAudit(Optional<ProjectFacts> project) {
        this(project, false);
    }

    private PostureAudit(Optional<ProjectFacts> project, boolean withScorecard) {
        this.project = project;
        this.withScorecard = withScorecard;
    }

    /** The same, which also estimates OpenSSF Scorecard's values. */
    public PostureAudit withScorecard() {
        return new PostureAudit(project, true);
    }

    @Override
    public Family family() {
        return Family.POSTURE;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        Optional<Integer> files = count(context.repository());
        if (files.isPresent() && files.get() == 0) {
            return AuditResult.nothing(family(), "there is no file in the repository");
        }
        CheckContext posture = context.with(project);
        Findings findings = new Findings();
        boolean looked = true;
        for (PostureCheck check : checks.of(PostureCheck.class)) {
            Findings found = new Findings();
            try {
                check.check(posture.into(found));
                findings.addAll(found.all());
            } catch (UncheckedIOException e) {
                looked = false;
                findings.add(unseen(check, context.repository()));
            }
        }
        SortedMap<String, Integer> examined = new TreeMap<>();
        if (files.isPresent()) {
            examined.put("files", files.get());
        }
        AuditResult result = new AuditResult(
                family(),
                looked ? AuditResult.Outcome.CHECKED : AuditResult.Outcome.COULD_NOT_CHECK,
                findings.sorted(),
                examined,
                List.of(),
                posture.notes());
        return withScorecard && looked ? result.with(Scorecard.of(context.repository(), context::gap)) : result;
    }

    /** The number of files that Git tracks, without Git of those in the root; empty when it cannot be determined. */
    private static Optional<Integer> count(Repository repository) {
        try {
            int tracked = repository.tracked().orElse(List.of()).size();
            return Optional.of(tracked > 0 ? tracked : repository.files().size());
        } catch (UncheckedIOException e) {
            // Silent: each check that needs the files says so itself.
            return Optional.empty();
        }
    }

    private static Finding unseen(PostureCheck check, Repository repository) {
        return check.at(Location.ofRepository())
                .message("This check could not run: " + reason(repository))
                .remedy(
                        "Make the checkout and its Git index readable; a submodule or worktree that was copied needs the folder"
                                + " that its .git names, too")
                .subject("unseen")
                .build();
    }

    /** What Git's index says names no path of the machine; what a walk says may. */
    private static String reason(Repository repository) {
        try {
            repository.tracked();
            return "the checkout cannot be listed";
        } catch (UncheckedIOException e) {
            return e.getCause().getMessage();
        }
    }
}
