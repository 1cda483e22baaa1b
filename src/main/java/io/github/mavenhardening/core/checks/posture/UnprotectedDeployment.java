package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.GitLabSettings.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** An environment for production on GitLab that whoever develops deploys to, with nobody's approval. */
@AutoService(Check.class)
@CheckInfo(
        id = "unprotected-deployment",
        title = "Developers deploy to production on GitLab, and nobody has to approve",
        severity = Severity.HIGH,
        controls = {"OSPS-AC-04.02"},
        sources = {
            "https://docs.gitlab.com/ci/environments/protected_environments/",
            "https://docs.gitlab.com/ci/environments/deployment_approvals/"
        })
public final class UnprotectedDeployment implements PostureCheck {

    private static final String PRODUCTION = "production";

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitLab(this, in);
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<SortedMap<String, Deployment>> environments =
                forge.value("'environments'", forge.gitLab().orElseThrow().environments());
        if (environments.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Deployment> entry : environments.get().entrySet()) {
            Optional<String> tier = forge.value(
                    "'tier' of the environment '" + entry.getKey() + "'",
                    entry.getValue().tier());
            if (tier.isPresent() && tier.get().equals(PRODUCTION)) {
                look(entry.getKey(), entry.getValue(), forge, in);
            }
        }
    }

    private void look(String name, Deployment environment, ForgeView forge, CheckContext in) {
        String of = " of the environment '" + name + "'";
        Optional<List<String>> deployers = forge.value("'deployers'" + of, environment.deployers());
        if (deployers.isEmpty()) {
            return;
        }
        if (deployers.get().contains(GitLabSettings.EVERYONE)) {
            in.report(at(forge.at("gitLab", "environments", name))
                    .message("Nothing protects the environment '" + name
                            + "', which is for production: whoever may push a branch deploys to it")
                    .remedy("Protect it: name who may deploy, and how many must approve")
                    .subject(name));
            return;
        }
        if (deployers.get().contains(GitLabSettings.DEVELOPERS)) {
            Optional<Integer> approvals = forge.value("'approvals'" + of, environment.approvals());
            if (approvals.isPresent() && approvals.get() == 0) {
                in.report(at(forge.at("gitLab", "environments", name, "deployers"))
                        .severity(Severity.MEDIUM)
                        .message("Developers deploy to '" + name
                                + "', which is for production, and nobody has to approve")
                        .remedy("Let maintainers alone deploy, or require an approval")
                        .subject(name));
            }
        }
    }
}
