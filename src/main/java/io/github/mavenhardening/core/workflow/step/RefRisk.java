package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.InputSites;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The risk of the name of the branch or tag that a run is of: who may start the run on which. */
final class RefRisk {

    /** Events of a branch or a tag that whoever may write chooses. */
    private static final Set<String> OF_WRITERS =
            Set.of("create", "merge_group", "pull_request_target", "push", "release", "workflow_dispatch");

    /** Events of the default branch, which has its name from those who administer the repository. */
    private static final Set<String> OF_DEFAULT_BRANCH = Set.of(
            "check_run",
            "check_suite",
            "delete",
            "discussion",
            "discussion_comment",
            "issue_comment",
            "issues",
            "repository_dispatch",
            "schedule",
            "workflow_run");

    /** A filter that lets through nothing but letters, digits, and what stands in it. */
    private static final Pattern NARROW =
            Pattern.compile("(?:(?:[A-Za-z0-9._/-]|\\[[A-Za-z0-9.-]{1,70}\\])[?+]?){1,300}");

    private static final int MANY = 100;

    private RefRisk() {}

    /** Of {@code github.ref} and {@code github.ref_name}; empty where the workflow's own filters leave no text to choose. */
    static Optional<InjectionRisk> at(WorkflowPosition in) {
        Set<Workflow> workflows = in.action().isPresent()
                ? InputSites.workflows(in.action().get(), in.definitions())
                : in.workflow().map(Set::of).orElse(Set.of());
        Optional<InjectionRisk> worst = Optional.empty();
        for (Workflow workflow : workflows) {
            if (!Callers.areAllKnown(workflow, in.definitions())) {
                return Optional.of(InjectionRisk.ANY_TEXT);
            }
            for (CallPath way : Callers.of(workflow, in.definitions())) {
                worst = worse(worst, of(way));
            }
        }
        return workflows.isEmpty() ? Optional.of(InjectionRisk.ANY_TEXT) : worst;
    }

    private static Optional<InjectionRisk> of(CallPath way) {
        if (!(way.entry().definition() instanceof Workflow started) || started.isReusableOnly()) {
            return Optional.of(InjectionRisk.ANY_TEXT);
        }
        Optional<InjectionRisk> worst = Optional.empty();
        for (Trigger trigger : way.triggers()) {
            worst = worse(worst, of(trigger));
        }
        return worst;
    }

    private static Optional<InjectionRisk> worse(Optional<InjectionRisk> one, Optional<InjectionRisk> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().or(other.get())) : one.or(() -> other);
    }

    private static Optional<InjectionRisk> of(Trigger trigger) {
        String event = trigger.event().value();
        if (event.equals("push") ? isNarrow(trigger) : OF_DEFAULT_BRANCH.contains(event)) {
            return Optional.empty();
        }
        return Optional.of(OF_WRITERS.contains(event) ? InjectionRisk.OF_WRITERS : InjectionRisk.ANY_TEXT);
    }

    /** Whether pushes of branches and tags alike are filtered to harmless names, or left out. */
    private static boolean isNarrow(Trigger push) {
        boolean branches = push.hasFilter("branches");
        boolean tags = push.hasFilter("tags");
        return (branches || tags)
                && !push.hasFilter("branches-ignore")
                && !push.hasFilter("tags-ignore")
                && isNarrow(push, "branches")
                && isNarrow(push, "tags");
    }

    private static boolean isNarrow(Trigger push, String filter) {
        if (push.filter(filter).size() > MANY) {
            return false;
        }
        for (YamlScalar name : push.filter(filter)) {
            if (!name.value().startsWith("!") && !NARROW.matcher(name.value()).matches()) {
                return false;
            }
        }
        return true;
    }
}
