package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.PrivateForks;
import java.util.Optional;

/** Pull requests from forks of a private repository whose runs get what only the repository's own should. */
@AutoService(Check.class)
@CheckInfo(
        id = "private-fork-runs",
        title = "Runs of pull requests from forks of a private repository get secrets, or a token that writes",
        severity = Severity.HIGH,
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository"
        })
public final class PrivateForkRuns implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in);
        if (found.isEmpty() || found.get().settings().isPrivate().is(false)) {
            return;
        }
        ForgeView forge = found.get();
        Optional<PrivateForks> forks =
                forge.value("'privateForks'", forge.settings().actions().privateForks());
        if (forks.isEmpty() || !forks.get().runs()) {
            return;
        }
        boolean writes = forks.get().writeTokens();
        if (!writes && !forks.get().secrets()) {
            return;
        }
        String what = writes && forks.get().secrets()
                ? "secrets and a token that may write"
                : writes ? "a token that may write" : "secrets";
        boolean isApproved = forks.get().approval();
        in.report(at(forge.at("actions", "privateForks"))
                .severity(isApproved ? Severity.MEDIUM : Severity.HIGH)
                .message("Runs of pull requests from forks get " + what
                        + (isApproved ? "" : ", and nobody has to approve them"))
                .remedy("Send neither write tokens nor secrets to workflows from fork pull requests")
                .subject("forks"));
    }
}
