package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.SlugList;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.Optional;

/** Finds actions, workflows and hooks of repositories that no one maintains any more. */
@AutoService(Check.class)
@CheckInfo(
        id = "archived-uses",
        title = "An action's repository is archived",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.zizmor.sh/audits/#archived-uses",
            "https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories"
        })
public final class ArchivedUses implements WorkflowCheck {

    private static final SlugList ARCHIVED = SlugList.load("archived-actions.txt");

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        if (uses.isPresent() && ARCHIVED.contains(uses.get())) {
            in.report(finding(uses.get(), in.at(reference.span()))
                    .remedy("Replace it with a maintained action, or with a command of your own")
                    .subject(reference.text()));
        }
    }

    @Override
    public void preCommit(PreCommitConfig config, WorkflowContext in) {
        for (PreCommitConfig.HookRepository hooks : config.repositories()) {
            Optional<Uses.Repository> uses = hooks.onGitHub();
            if (uses.isPresent() && ARCHIVED.contains(uses.get())) {
                in.report(finding(uses.get(), in.at(hooks.repo().span()))
                        .remedy("Replace its hooks with maintained ones")
                        .subject(uses.get().slug()));
            }
        }
    }

    private Finding.Builder finding(Uses.Repository uses, Location place) {
        return at(place).message("'" + uses.slug() + "' is archived, so vulnerabilities in it are no longer fixed");
    }
}
