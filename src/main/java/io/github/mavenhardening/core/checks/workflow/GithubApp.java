package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.List;
import java.util.Optional;

/** Finds tokens of GitHub Apps that may do more, reach further or live longer than the job needs. */
@AutoService(Check.class)
@CheckInfo(
        id = "github-app",
        title = "An app's token has more rights than the job needs",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#github-app",
            "https://github.com/actions/create-github-app-token#inputs"
        })
public final class GithubApp implements WorkflowCheck {

    private static final String PERMISSION = "permission-";

    /** Permissions over organisations and enterprises, which no list of repositories narrows. */
    private static final List<String> WITHOUT_REPOSITORIES =
            List.of("organization-", "members", "enterprise-custom-properties-for-organizations");

    @Override
    public void step(Step step, WorkflowContext in) {
        if (step.usesAction("actions/create-github-app-token")) {
            Step.UsesAction action = step.uses().orElseThrow();
            revocation(action.with(), in);
            repositories(action.with(), in);
            permissions(action, in);
        }
    }

    private void revocation(NamedValues with, WorkflowContext in) {
        with.get("skip-token-revoke").ifPresent(input -> {
            boolean unknown =
                    input.scalar().stream().anyMatch(scalar -> !Fence.of(scalar).isEmpty());
            boolean skipped = input.text()
                    .filter(text -> text.strip().equalsIgnoreCase("true"))
                    .isPresent();
            if (unknown || skipped) {
                in.report(at(in.at(input.name().span()))
                        .confidence(unknown ? Confidence.LOW : Confidence.HIGH)
                        .message("The app's token " + (unknown ? "may outlive" : "outlives")
                                + " the job by up to an hour")
                        .remedy("Remove 'skip-token-revoke'")
                        .subject("skip-token-revoke"));
            }
        });
    }

    private void repositories(NamedValues with, WorkflowContext in) {
        Optional<NamedValues.Binding> owner = with.get("owner");
        if (owner.isPresent() && with.get("repositories").isEmpty() && !isForOrganisationAlone(with)) {
            in.report(at(in.at(owner.get().name().span()))
                    .message("The token is valid for every repository of that owner in which the app is installed")
                    .remedy("List the repositories that the job needs under 'repositories'")
                    .subject("owner"));
        }
    }

    private static boolean isForOrganisationAlone(NamedValues with) {
        List<String> permissions = permissions(with);
        return !permissions.isEmpty()
                && permissions.stream()
                        .allMatch(name -> WITHOUT_REPOSITORIES.stream().anyMatch(name::startsWith));
    }

    private void permissions(Step.UsesAction action, WorkflowContext in) {
        if (permissions(action.with()).isEmpty()) {
            in.report(at(in.at(action.uses().span()))
                    .message("The token gets every permission that the app has")
                    .remedy("Name what the job needs, one 'permission-<name>' input for each")
                    .subject(PERMISSION));
        }
    }

    /** The permissions asked for, without their prefix. */
    private static List<String> permissions(NamedValues with) {
        return with.all().stream()
                .map(input -> input.name().lower())
                .filter(name -> name.startsWith(PERMISSION))
                .map(name -> name.substring(PERMISSION.length()))
                .toList();
    }
}
