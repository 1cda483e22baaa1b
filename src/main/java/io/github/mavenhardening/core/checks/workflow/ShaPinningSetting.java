package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.Optional;

/** Finds where the setting that demands full commits and the workflows disagree. */
@AutoService(Check.class)
@CheckInfo(
        id = "sha-pinning-setting",
        title = "The setting that demands full commits of actions and the workflows disagree",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository"
        })
public final class ShaPinningSetting implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<Boolean> required =
                forge.value("'shaPinning'", forge.settings().actions().shaPinning());
        if (required.isEmpty()) {
            return;
        }
        int pinned = 0;
        int unpinned = 0;
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                Optional<Uses.Repository> uses = reference.repository();
                if (uses.isEmpty()) {
                    continue;
                }
                Optional<GitRef> ref = uses.get().ref();
                if (ref.isPresent() && ref.get().isCommit()) {
                    pinned++;
                } else {
                    unpinned++;
                    if (required.get()) {
                        refused(reference, forge, in.in(definition));
                    }
                }
            }
        }
        if (!required.get() && pinned > 0 && unpinned == 0) {
            in.report(at(forge.at("actions", "shaPinning"))
                    .severity(Severity.LOW)
                    .message(
                            "Every workflow uses full commits, and the repository's settings do not demand it: the next change"
                                    + " may bring a tag")
                    .remedy("Require actions to be pinned to a full-length commit SHA")
                    .subject("setting"));
        }
    }

    private void refused(UsesReference reference, ForgeView forge, WorkflowContext in) {
        in.report(at(in.at(reference.span()))
                .related(forge.at("actions", "shaPinning").labelled("full commits are demanded"))
                .message("The repository's settings demand full commits, so that a run that uses '" + reference.text()
                        + "' fails at its start")
                .remedy("Use the full commit of this version")
                .subject(reference.text()));
    }
}
