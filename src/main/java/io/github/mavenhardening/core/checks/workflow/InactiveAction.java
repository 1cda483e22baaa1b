package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.Locale;
import java.util.Optional;

/** Finds actions whose repository the forge knows as archived or disabled. */
@AutoService(Check.class)
@CheckInfo(
        id = "inactive-action",
        title = "An action's repository is archived or disabled, as the forge says",
        severity = Severity.MEDIUM,
        yieldsTo = {"archived-uses"},
        sources = {
            "https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories",
            "https://docs.github.com/en/rest/repos/repos#get-a-repository"
        })
public final class InactiveAction implements WorkflowCheck {

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        Optional<ForgeView> found = uses.isPresent() ? ForgeView.ofGitHub(this, in.run()) : Optional.empty();
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<RepositorySlug> own = RepositorySlug.parse(forge.settings().repository());
        if (own.isPresent() && own.get().same(uses.get().owner(), uses.get().name())) {
            return;
        }
        String name = uses.get().slug().toLowerCase(Locale.ROOT);
        Known<String> known = forge.settings()
                .actionsUsed()
                .getOrDefault(name, Known.unknown("it was used nowhere when the snapshot was taken"));
        Optional<String> state = forge.value("the state of '" + name + "'", known);
        if (state.isPresent() && !state.get().equals("active")) {
            in.report(at(in.at(reference.span()))
                    .related(forge.at("actionsUsed", name).labelled("its state on the forge"))
                    .message("'" + uses.get().slug() + "' is " + state.get()
                            + ", so that vulnerabilities in it are no longer fixed")
                    .remedy("Replace it with a maintained action, or with a command of your own")
                    .subject(reference.text()));
        }
    }
}
