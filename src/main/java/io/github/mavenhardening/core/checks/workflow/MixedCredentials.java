package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.SecretNames.Stage;
import io.github.mavenhardening.core.workflow.SecretNames.Staged;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds jobs that get one credential twice, for production and for what is tried before. */
@AutoService(Check.class)
@CheckInfo(
        id = "mixed-credentials",
        title = "One job gets the credentials of production and of tests",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments#environment-secrets",
            "https://docs.github.com/en/actions/concepts/security/secrets"
        })
public final class MixedCredentials implements WorkflowCheck {

    private static final Set<String> CONTEXTS = Set.of("secrets", "vars");

    private static final String ROLE = "role-to-assume";

    /** A credential as it is written, and where. */
    private record Use(String text, Span span) {}

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        Map<Staged, Use> uses = new LinkedHashMap<>();
        List<YamlScalar> values = new ArrayList<>();
        for (NamedValues.Binding variable : workflow.env().all()) {
            variable.scalar().ifPresent(values::add);
        }
        collect(values, uses);
        report(uses, "Each job", "env", Confidence.MEDIUM, in);
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Map<Staged, Use> uses = new LinkedHashMap<>();
        collect(YamlNodes.scalars(job.mapping()), uses);
        for (Step step : job.liveSteps()) {
            Optional<YamlScalar> role = step.input(ROLE);
            if (role.isPresent() && Fence.of(role.get()).isEmpty()) {
                String text = role.get().value();
                String name = text.substring(text.lastIndexOf('/') + 1);
                SecretNames.staged("role-" + name)
                        .ifPresent(staged -> uses.putIfAbsent(
                                staged, new Use(name, role.get().span())));
            }
        }
        // An environment has those that are its own, and the repository's.
        Confidence confidence = job.environmentName().isPresent() ? Confidence.LOW : Confidence.MEDIUM;
        report(uses, "The job '" + job.id().value() + "'", job.id().value(), confidence, in);
    }

    private static void collect(List<YamlScalar> values, Map<Staged, Use> uses) {
        for (YamlScalar value : values) {
            for (Fence fence : Fence.of(value)) {
                for (ContextPath path : fence.reads()) {
                    if (CONTEXTS.contains(path.context()) && path.segments().size() == 2) {
                        SecretNames.staged(path.segments().get(1))
                                .ifPresent(staged -> uses.putIfAbsent(staged, new Use(path.toString(), fence.span())));
                    }
                }
            }
        }
    }

    private void report(Map<Staged, Use> uses, String who, String subject, Confidence confidence, WorkflowContext in) {
        for (Map.Entry<Staged, Use> use : uses.entrySet()) {
            Use ofTests = uses.get(new Staged(Stage.TESTS, use.getKey().what()));
            if (use.getKey().stage() == Stage.PRODUCTION && ofTests != null) {
                in.report(at(in.at(use.getValue().span()))
                        .confidence(confidence)
                        .related(in.at(ofTests.span()).labelled("for tests"))
                        .message(who + " gets '" + use.getValue().text() + "' beside '" + ofTests.text()
                                + "', so that what runs for tests is near to production")
                        .remedy("Give production a job and an environment of its own, and store the credential in each"
                                + " environment under one name")
                        .subject(subject + " " + use.getKey().what()));
                return;
            }
        }
    }
}
