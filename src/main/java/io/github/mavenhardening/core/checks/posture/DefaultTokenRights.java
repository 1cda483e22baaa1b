package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import java.util.Optional;

/** The token of a run may write where no file says so, or approve what it wrote. */
@AutoService(Check.class)
@CheckInfo(
        id = "default-token-rights",
        title = "The token of a run may write by default, or approve pull requests",
        severity = Severity.MEDIUM,
        controls = {"OSPS-AC-04.01"},
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository"
        })
public final class DefaultTokenRights implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> forge = ForgeView.ofGitHub(this, in);
        if (forge.isEmpty()) {
            return;
        }
        Actions actions = forge.get().settings().actions();
        Optional<String> permissions = forge.get().value("'defaultPermissions'", actions.defaultPermissions());
        if (permissions.isPresent() && !permissions.get().equals("read")) {
            in.report(at(forge.get().at("actions", "defaultPermissions"))
                    .message("The token of a run may '" + permissions.get()
                            + "' wherever a workflow does not say what it may")
                    .remedy("Set the default workflow permissions of the repository to read")
                    .subject("default"));
        }
        Optional<Boolean> approves = forge.get().value("'approvesPullRequests'", actions.approvesPullRequests());
        if (approves.isPresent() && approves.get()) {
            in.report(at(forge.get().at("actions", "approvesPullRequests"))
                    .message("The token of a run may approve pull requests, its own included")
                    .remedy("Do not allow GitHub Actions to create and approve pull requests")
                    .subject("approves"));
        }
    }
}
