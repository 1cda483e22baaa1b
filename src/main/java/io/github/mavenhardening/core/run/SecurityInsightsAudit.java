package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.insights.InsightsFiles;
import io.github.mavenhardening.core.insights.InsightsReader;
import io.github.mavenhardening.core.insights.OpenQuestions;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.source.Repository;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the Security Insights file and hands it to its checks; that there is none is a finding too. */
public final class SecurityInsightsAudit implements Audit {

    private final Optional<ProjectFacts> project;

    /**
     * An audit that compares the file with what the POM says.
     *
     * @param project what the POM says; empty where there is no POM
     */
    public SecurityInsightsAudit(Optional<ProjectFacts> project) {
        this.project = project;
    }

    @Override
    public Family family() {
        return Family.SECURITY_INSIGHTS;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        InsightsFiles files;
        try {
            files = InsightsReader.find(context.repository());
        } catch (UncheckedIOException e) {
            return result(
                    AuditResult.Outcome.COULD_NOT_CHECK,
                    List.of(),
                    0,
                    List.of(),
                    List.of("the directories of Security Insights files cannot be listed"));
        }
        Optional<String> leftOut =
                files.chosen().isEmpty() ? InsightsReader.leftOut(context.repository()) : Optional.empty();
        if (leftOut.isPresent()) {
            return result(
                    AuditResult.Outcome.COULD_NOT_CHECK,
                    List.of(),
                    0,
                    List.of(),
                    List.of(Repository.SPARSE + leftOut.get()));
        }
        Optional<SecurityInsights> content =
                files.chosen().isPresent() ? files.chosen().get().content() : Optional.empty();
        Optional<OpenQuestions> questions = content.isPresent() ? content.get().questions() : Optional.empty();
        Findings findings = new Findings();
        CheckContext insights = context.with(project).into(findings);
        for (InsightsCheck check : checks.of(InsightsCheck.class)) {
            check.files(files, insights);
            if (questions.isPresent()) {
                check.unanswered(content.get(), questions.get(), insights);
            } else if (content.isPresent()) {
                check.file(content.get(), insights);
            }
        }
        boolean looked = files.chosen().isEmpty() || content.isPresent();
        int count = files.others().size() + (files.chosen().isPresent() ? 1 : 0);
        return result(
                looked ? AuditResult.Outcome.CHECKED : AuditResult.Outcome.COULD_NOT_CHECK,
                findings.sorted(),
                count,
                content.isPresent() ? ignores(content.get()) : List.of(),
                insights.notes());
    }

    private static List<IgnoreComment> ignores(SecurityInsights file) {
        return IgnoreComments.of(file.document());
    }

    private AuditResult result(
            AuditResult.Outcome outcome,
            List<Finding> findings,
            int files,
            List<IgnoreComment> ignores,
            List<String> notes) {
        SortedMap<String, Integer> examined = new TreeMap<>();
        examined.put("files", files);
        return new AuditResult(family(), outcome, findings, examined, ignores, notes);
    }
}
