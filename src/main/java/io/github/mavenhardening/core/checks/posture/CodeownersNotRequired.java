package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.posture.Codeowners;
import io.github.mavenhardening.core.posture.CodeownersReader;
import java.util.Optional;

/** A CODEOWNERS file that no rule makes anybody heed. */
@AutoService(Check.class)
@CheckInfo(
        id = "codeowners-not-required",
        title = "No rule requires the review of those whom CODEOWNERS names",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
            "https://docs.gitlab.com/user/project/codeowners/"
        })
public final class CodeownersNotRequired implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<Codeowners> owners = CodeownersReader.find(in.repository());
        Optional<ForgeView> forge = ForgeView.of(this, in);
        if (owners.isEmpty() || forge.isEmpty()) {
            return;
        }
        Optional<Boolean> required = forge.get()
                .value(
                        "'codeOwnerReview'",
                        forge.get().settings().defaultBranchRules().codeOwnerReview());
        if (required.isPresent() && !required.get()) {
            in.report(at(Location.ofFile(owners.get().path()))
                    .related(forge.get()
                            .at("defaultBranchRules", "codeOwnerReview")
                            .labelled("the rules of the default branch"))
                    .message(
                            "CODEOWNERS names who owns what, and a change is merged without them: no rule of the default branch"
                                    + " requires their review")
                    .remedy("Require review from code owners in the rules of the default branch")
                    .subject("review"));
        }
    }
}
