package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.flow.OutsiderEvents;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.Dockerfiles;
import io.github.mavenhardening.core.workflow.graph.Unpinned;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds unpinned references and images behind local actions and workflows: local actions and workflows are followed over the
 * whole graph to the references and images in them that are not pinned, with what the job gives them on the way.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-transitive",
        title = "A local action or workflow uses something that is not pinned",
        severity = Severity.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions",
            "https://github.com/zizmorcore/zizmor/issues/253",
            "https://docs.docker.com/dhi/core-concepts/digests/"
        })
public final class UnpinnedTransitive implements WorkflowCheck {

    private static final int PLACES_SHOWN = 5;

    /** What lets a token write words, not code, releases or who the repository is for others. */
    private static final Set<String> OF_WORDS =
            Set.of("checks", "statuses", "issues", "pull-requests", "discussions", "repository-projects", "models");

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        if (in.workflow().isEmpty()) {
            return;
        }
        UnpinnedReach.Behind behind = UnpinnedReach.of(reference, in);
        if (!behind.unpinned().isEmpty()) {
            in.report(finding(reference, behind, in));
        } else if (!behind.isWhole()) {
            in.report(at(in.at(reference.span()))
                    .persona(Persona.REGULAR)
                    .message("'" + reference.text()
                            + "' leads to more references than this check follows, so not all of them were checked")
                    .remedy("Reduce the number of local actions and workflows that use each other")
                    .subject(reference.name() + " reach"));
        }
        Optional<String> alone = UnpinnedReach.dockerfile(reference.uses(), in);
        if (alone.isPresent()) {
            bases(alone.get(), Optional.empty(), in);
        }
    }

    /** An image that a local Docker action is built on, which no other check reads. */
    @Override
    public void action(Action action, WorkflowContext in) {
        Optional<String> dockerfile = Dockerfiles.pathOf(action);
        if (dockerfile.isPresent()) {
            bases(dockerfile.get(), Optional.of(in.at(action.mapping().span())), in);
        }
    }

    private void bases(String dockerfile, Optional<Location> action, WorkflowContext in) {
        List<Unpinned> bases = Dockerfiles.bases(dockerfile, in.run().repository(), in.definitions())
                .orElse(List.of());
        for (Unpinned base : bases) {
            Finding.Builder finding = at(base.place());
            action.ifPresent(place -> finding.related(place.labelled("the action that is built from it")));
            in.report(finding.persona(base.isLoose() ? Persona.REGULAR : Persona.PEDANTIC)
                    .message("The action's image is built on '" + base.text() + "', which is not pinned to a digest")
                    .remedy("Pin it: <image>:<tag>@sha256:<digest>")
                    .subject(base.text()));
        }
    }

    private Finding.Builder finding(UsesReference reference, UnpinnedReach.Behind behind, WorkflowContext in) {
        List<Unpinned> reached = behind.unpinned();
        String first = reached.get(0).text();
        String count =
                reached.size() == 1 ? "'" + first + "'" : "'" + first + "' and " + (reached.size() - 1) + " more";
        count += behind.isWhole() ? "" : " at least";
        Handed handed = handed(in);
        List<String> given = given(handed, in);
        List<String> around = around(handed, in);
        boolean isRisky = handed.outsiders.arePrivileged() && !given.isEmpty();
        Finding.Builder finding = at(in.at(reference.span()))
                .severity(isRisky || isRich(handed, in) ? Severity.HIGH : info().severity())
                .message("'" + reference.text() + "' uses " + count + ", which "
                        + (reached.size() == 1 && behind.isWhole() ? "is" : "are") + " not pinned"
                        + (around.isEmpty() ? "" : ", in a job with " + String.join(", ", around))
                        + (given.isEmpty() ? "" : ", and passes on " + String.join(", ", given)))
                .remedy("Pin what the local action or workflow uses to full commit SHAs and digests")
                .subject(reference.name());
        reached.stream().limit(PLACES_SHOWN).forEach(unpinned -> {
            unpinned.path().forEach(finding::related);
            finding.related(unpinned.place().labelled("not pinned"));
        });
        return finding;
    }

    private static Handed handed(WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        Optional<Handed> known = in.definitions().known(UnpinnedTransitive.class, workflow);
        return known.isPresent()
                ? known.get()
                : in.definitions().keepLast(UnpinnedTransitive.class, workflow, new Handed(in));
    }

    /** Whether the job has what is worth taking. */
    private static boolean isRich(Handed handed, WorkflowContext in) {
        Optional<Permissions> permissions = in.permissions();
        boolean writes = permissions.isPresent() && permissions.get().allowsWriteBeyond(OF_WORDS);
        return in.hasSecrets() || writes || handed.mayStart(in);
    }

    /** What the job has besides what it hands on, in words. */
    private static List<String> around(Handed handed, WorkflowContext in) {
        List<String> around = new ArrayList<>();
        if (in.hasSecrets() && !handsSecrets(in)) {
            around.add("secrets");
        }
        in.permissions().filter(Permissions::allowsWrite).ifPresent(permissions -> around.add("a write token"));
        for (String event : handed.events) {
            if (CallPath.mayHold(in.job().orElseThrow().condition(), event)) {
                around.add("runs of '" + event + "'");
            }
        }
        return around;
    }

    /** What is handed to the callee, in words. */
    private static List<String> given(Handed handed, WorkflowContext in) {
        List<String> given = new ArrayList<>();
        if (handsSecrets(in)) {
            given.add("secrets");
        }
        for (NamedValues.Binding binding : with(in).all()) {
            if (binding.scalar().filter(handed::isTainted).isPresent()) {
                given.add("an outsider's text in '" + binding.name().value() + "'");
            }
        }
        return given;
    }

    private static NamedValues with(WorkflowContext in) {
        return in.job().orElseThrow() instanceof ReusableWorkflowCall call
                ? call.with()
                : in.step().flatMap(Step::uses).map(Step.UsesAction::with).orElse(NamedValues.none());
    }

    /** Whether secrets are among what is handed to the callee. A job that calls a workflow has no others. */
    private static boolean handsSecrets(WorkflowContext in) {
        if (in.job().orElseThrow() instanceof ReusableWorkflowCall) {
            return in.hasSecrets();
        }
        List<NamedValues.Binding> bindings = new ArrayList<>(with(in).all());
        in.step().ifPresent(step -> bindings.addAll(step.env().all()));
        for (NamedValues.Binding binding : bindings) {
            for (Fence fence : binding.scalar().map(Fence::of).orElse(List.of())) {
                for (ContextPath path : fence.reads()) {
                    if (path.context().equals("secrets") && !path.toString().equals("secrets.github_token")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What a workflow is handed by those that start it. */
    private static final class Handed {
        private final List<CallPath> ways;
        /** Dangerous events that start it, sorted. */
        private final SortedSet<String> events = new TreeSet<>();

        private final OutsiderEvents outsiders;
        /** Whether inputs hold an outsider's text, by their names. */
        private final Map<String, Boolean> inputs = new ConcurrentHashMap<>();

        Handed(WorkflowContext in) {
            ways = Callers.of(in.workflow().orElseThrow(), in.definitions());
            List<String> names = new ArrayList<>();
            for (CallPath way : ways) {
                for (Trigger trigger : way.triggers()) {
                    names.add(trigger.event().value());
                    if (Trigger.DANGEROUS.contains(trigger.event().value())) {
                        events.add(trigger.event().value());
                    }
                }
            }
            outsiders = new OutsiderEvents(names, false);
        }

        boolean mayStart(WorkflowContext in) {
            return events.stream()
                    .anyMatch(event -> CallPath.mayHold(in.job().orElseThrow().condition(), event));
        }

        boolean isTainted(YamlScalar scalar) {
            for (Fence fence : Fence.of(scalar)) {
                for (PossibleValue value : PossibleValue.of(fence)) {
                    ContextPath path = value.path().orElseThrow();
                    boolean input =
                            path.context().equals("inputs") && path.segments().size() == 2;
                    if (input ? isInputTainted(path.segments().get(1)) : outsiders.areWording(path)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isInputTainted(String name) {
            return inputs.computeIfAbsent(
                    name,
                    any -> ways.stream()
                            .flatMap(way -> way.call().stream())
                            .anyMatch(call -> call.with()
                                    .scalar(name)
                                    .filter(given -> isText(given)
                                            && call.caller().reads(given).stream()
                                                    .anyMatch(outsiders::areWording))
                                    .isPresent()));
        }

        /** Whether a value can come to what it reads; a comparison is true or false. */
        private static boolean isText(YamlScalar given) {
            for (Fence fence : Fence.of(given)) {
                if (!PossibleValue.of(fence).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }
}
