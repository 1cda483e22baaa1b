package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.GitLabSettings.Branch;
import io.github.mavenhardening.core.forge.ProtectedRefs;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A default branch on GitLab that takes what nobody has reviewed, or that can be rewritten. */
@AutoService(Check.class)
@CheckInfo(
        id = "unprotected-default-branch",
        title = "The default branch on GitLab takes pushes that nobody reviewed, or can be rewritten",
        severity = Severity.HIGH,
        controls = {"OSPS-AC-03.01"},
        sources = {
            "https://docs.gitlab.com/user/project/repository/branches/protected/",
            "https://docs.gitlab.com/api/protected_branches/"
        })
public final class UnprotectedDefaultBranch implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitLab(this, in);
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        GitLabSettings settings = forge.gitLab().orElseThrow();
        Optional<String> branch =
                forge.value("'defaultBranch'", forge.settings().defaultBranch());
        Optional<SortedMap<String, Branch>> branches = forge.value("'branches'", settings.branches());
        if (branch.isEmpty() || branches.isEmpty()) {
            return;
        }
        // Of several rules about a branch, GitLab takes what is the least strict.
        List<Branch> rules = ProtectedRefs.of(branches.get(), branch.get());
        if (rules.isEmpty()) {
            in.report(at(forge.at("gitLab", "branches"))
                    .message("No rule protects the default branch '" + branch.get()
                            + "': developers push to it, rewrite it and delete it")
                    .remedy("Protect it: let nobody push, and maintainers merge")
                    .subject("unprotected"));
            return;
        }
        boolean isPushed = false;
        boolean isRewritten = false;
        for (Branch rule : rules) {
            isPushed |= rule.push().contains(GitLabSettings.DEVELOPERS);
            isRewritten |= forge.value("'forcePush' of the default branch", rule.forcePush())
                    .orElse(false);
        }
        if (isPushed) {
            in.report(at(forge.at("gitLab", "branches", branch.get()))
                    .severity(Severity.MEDIUM)
                    .message("Developers push to the default branch '" + branch.get()
                            + "' past merge requests, so that nobody has to look at a change")
                    .remedy("Let nobody push to it, so that changes come by merge requests")
                    .subject("push"));
        }
        if (isRewritten) {
            in.report(at(forge.at("gitLab", "branches", branch.get()))
                    .message("The history of the default branch '" + branch.get()
                            + "' can be rewritten: force pushes are allowed")
                    .remedy("Do not allow force pushes to it")
                    .subject("force"));
        }
    }
}
