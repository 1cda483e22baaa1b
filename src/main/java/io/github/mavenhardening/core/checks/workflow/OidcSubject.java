package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Oidc;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import java.util.List;
import java.util.Optional;

/** Finds jobs that a cloud trusts by the subject of their token, where the subject is of names that others may come by. */
@AutoService(Check.class)
@CheckInfo(
        id = "oidc-subject",
        title = "A cloud trusts runs by a subject that is made of names alone",
        severity = Severity.LOW,
        sources = {
            "https://docs.github.com/en/actions/reference/security/oidc",
            "https://docs.github.com/en/rest/actions/oidc"
        })
public final class OidcSubject implements WorkflowCheck {

    /** Actions that trade the token of a run for credentials of a service. */
    private static final List<String> LOGINS = List.of(
            "aws-actions/configure-aws-credentials",
            "azure/login",
            "google-github-actions/auth",
            "hashicorp/vault-action",
            "jfrog/setup-jfrog-cli",
            "octopusdeploy/login",
            "pulumi/auth-actions");

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Optional<Step> login = in.mayWrite("id-token") ? login(job) : Optional.empty();
        Optional<ForgeView> forge = login.isPresent() ? ForgeView.ofGitHub(this, in.run()) : Optional.empty();
        if (forge.isEmpty()) {
            return;
        }
        Optional<Oidc> oidc = forge.get().value("'oidc'", forge.get().settings().oidc());
        if (oidc.isEmpty() || !oidc.get().isDefault()) {
            return;
        }
        Optional<Boolean> immutable =
                forge.get().value("'immutable' of 'oidc'", oidc.get().immutable());
        if (immutable.isPresent() && !immutable.get()) {
            Location place = in.at(login.get().span());
            in.report(at(place)
                    .related(forge.get().at("oidc").labelled("the subject of its tokens"))
                    .message("The job '" + job.id().value()
                            + "' logs in by the default subject of its token, which has the names of owner and repository: whoever"
                            + " takes over a name is trusted")
                    .remedy(
                            "Use immutable subjects, or add claims such as repository_id and environment to the subject")
                    .subject(job.id().value()));
        }
    }

    private static Optional<Step> login(NormalJob job) {
        for (Step step : job.liveSteps()) {
            for (String action : LOGINS) {
                if (step.usesAction(action)) {
                    return Optional.of(step);
                }
            }
        }
        return Optional.empty();
    }
}
