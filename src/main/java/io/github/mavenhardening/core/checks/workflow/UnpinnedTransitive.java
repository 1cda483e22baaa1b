package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Bindings;
import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.Frame;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what jobs run of others without naming it: local actions and workflows are followed over the whole graph to the
 * references and images in them that are not pinned, with what the job gives them on the way.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-transitive",
        title = "A local action or workflow leads to something that is not pinned",
        family = Family.WORKFLOWS,
        severity = Severity.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions",
            "https://github.com/zizmorcore/zizmor/issues/253",
            "https://docs.docker.com/dhi/core-concepts/digests/"
        })
public final class UnpinnedTransitive implements WorkflowCheck {

    private static final int PLACES_SHOWN = 5;
    private static final Set<String> DANGEROUS = Set.of("pull_request_target", "workflow_run", "issue_comment");

    @Override
    public void uses(UsesReference reference, Inspection inspection) {
        if (inspection.workflow().isEmpty()) {
            return;
        }
        List<Unpinned> reached = UnpinnedReach.of(reference, inspection);
        if (!reached.isEmpty()) {
            inspection.report(finding(reference, reached, inspection));
        }
    }

    /** An image that a local Docker action is built on, which no other check reads. */
    @Override
    public void action(Action action, Inspection inspection) {
        UnpinnedReach.bases(action, inspection.context().repository())
                .forEach(base -> inspection.report(at(base.place())
                        .persona(base.isLoose() ? Persona.REGULAR : Persona.PEDANTIC)
                        .related(inspection.at(action.mapping().span()).labelled("the action that is built from it"))
                        .message(
                                "The action's image is built on '" + base.text() + "', which is not pinned to a digest")
                        .remedy("Pin it: <image>:<tag>@sha256:<digest>")
                        .subject(base.text())));
    }

    private Finding.Builder finding(UsesReference reference, List<Unpinned> reached, Inspection inspection) {
        String first = reached.get(0).text();
        String count =
                reached.size() == 1 ? "'" + first + "'" : "'" + first + "' and " + (reached.size() - 1) + " more";
        List<String> gets = rights(inspection);
        Finding.Builder finding = at(inspection.at(reference.span()))
                .severity(gets.isEmpty() ? info().severity() : Severity.HIGH)
                .message("'" + reference.text() + "' leads to " + count + ", not pinned"
                        + (gets.isEmpty() ? "" : ", and hands on " + String.join(", ", gets)))
                .remedy("Pin what the local action or workflow uses to full commit SHAs and digests")
                .subject(reference.text());
        reached.stream().limit(PLACES_SHOWN).forEach(unpinned -> {
            unpinned.path().forEach(finding::related);
            finding.related(unpinned.place().labelled("not pinned"));
        });
        return finding;
    }

    /** What the job has that reaches the callee, in words. */
    private static List<String> rights(Inspection inspection) {
        List<String> rights = new ArrayList<>();
        Job job = inspection.job().orElseThrow();
        if (job.hasSecrets()) {
            rights.add("secrets");
        }
        inspection
                .permissions()
                .filter(Permissions::allowsWrite)
                .ifPresent(permissions -> rights.add("a token that may write"));
        List<Frame> ways = Callers.of(inspection.workflow().orElseThrow(), inspection.definitions());
        ways.stream()
                .flatMap(way -> way.triggers().stream())
                .map(trigger -> trigger.event().value())
                .filter(event -> DANGEROUS.contains(event) && Frame.mayHold(job.condition(), event))
                .sorted()
                .distinct()
                .forEach(event -> rights.add("a run of '" + event + "'"));
        Bindings with = job instanceof ReusableWorkflowCall call
                ? call.with()
                : inspection
                        .step()
                        .flatMap(Step::uses)
                        .map(Step.UsesAction::with)
                        .orElse(Bindings.none());
        with.all().stream()
                .filter(binding -> binding.scalar()
                        .filter(scalar -> isTainted(scalar, ways))
                        .isPresent())
                .forEach(binding ->
                        rights.add("an outsider's text in '" + binding.name().value() + "'"));
        return rights;
    }

    private static boolean isTainted(YamlScalar scalar, List<Frame> ways) {
        return ways.stream()
                .flatMap(way -> way.reads(scalar).stream())
                .anyMatch(path -> path.isWithin("github") && ContextTrust.of(path) == ContextTrust.Values.ANY);
    }
}
