package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Finds passwords of container registries that stand in the workflow. */
@AutoService(Check.class)
@CheckInfo(
        id = "hardcoded-container-credentials",
        title = "A registry's password is written in the workflow",
        severity = Severity.HIGH,
        controls = "OSPS-BR-07.01",
        sources = {
            "https://docs.zizmor.sh/audits/#hardcoded-container-credentials",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainercredentials"
        })
public final class HardcodedContainerCredentials implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        if (job.container().isPresent()) {
            look(job.container().get(), in);
        }
        for (Container service : job.services()) {
            look(service, in);
        }
    }

    private void look(Container container, WorkflowContext in) {
        NamedValues credentials = container.credentials();
        Optional<YamlScalar> password = credentials.scalar("password");
        if (password.isPresent() && !password.get().isNull() && isWrittenOut(password.get())) {
            in.report(at(in.at(credentials.key().orElseThrow().span()))
                    .related(in.at(password.get().span()).labelled("the password"))
                    .message("The registry's password for '" + container.key().value()
                            + "' is readable by everyone who can read this file")
                    .remedy("Revoke it, store a new one as a secret, and use '${{ secrets.NAME }}'")
                    .subject(container.key().value()));
        }
    }

    /** Whether some of a password stands there, or all of it within an expression. */
    private static boolean isWrittenOut(YamlScalar password) {
        List<Fence> fences = Fence.of(password);
        if (fences.isEmpty()) {
            return true;
        }
        int outside = password.value().strip().length();
        boolean isConstant = true;
        for (Fence fence : fences) {
            outside -= fence.to() - fence.from();
            isConstant &= fence.expression().flatMap(Expression::constant).isPresent();
        }
        return outside > 0 || isConstant;
    }
}
