package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionPermissions;
import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The least that a job's token must be allowed, as far as it can be determined.
 *
 * @param needs what its known actions and its scripts need
 * @param unknown the permissions for which it cannot be determined, because a step may use them unseen, each with the reason;
 *     {@code *} for all
 */
public record NeededPermissions(List<ActionPermissions.Need> needs, Map<String, String> unknown) {

    /** Stands for every permission. */
    public static final String ALL = "*";

    private static final Set<String> TOKEN = Set.of("github.token", "secrets.github_token");
    private static final SoughtPattern GH =
            SoughtPattern.of("\\bgh\\s|GITHUB_TOKEN|GH_TOKEN", "gh", "GITHUB_TOKEN", "GH_TOKEN");
    /** Git itself, and what calls it to push: releases by Maven, and by npm's tool for them. */
    private static final SoughtPattern PUSH = SoughtPattern.of(
            "\\bgit\\b[^\\n]{0,200}\\bpush\\b|\\brelease:prepare\\b|\\bscm-publish:|\\bscm:(?:checkin|tag)\\b|\\bsemantic-release\\b",
            "push",
            "release:prepare",
            "scm-publish:",
            "scm:",
            "semantic-release");

    /** Actions that commit and push what is in the working tree. */
    private static final List<String> PUSHING =
            List.of("stefanzweifel/git-auto-commit-action", "endbug/add-and-commit");

    public NeededPermissions {
        needs = List.copyOf(needs);
        unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
    }

    /** Whether a step is seen to push, with what a checkout left behind if nothing else is given to it. */
    public static boolean pushes(Step step) {
        boolean byScript =
                step.run().isPresent() && PUSH.isIn(step.run().get().script().value());
        return byScript || PUSHING.stream().anyMatch(step::usesAction);
    }

    /** What the job of a workflow needs. */
    public static NeededPermissions of(NormalJob job, Workflow workflow, Definitions definitions) {
        Optional<NeededPermissions> known = definitions.known(NeededPermissions.class, job);
        return known.isPresent()
                ? known.get()
                : definitions.keep(NeededPermissions.class, job, found(job, workflow, definitions));
    }

    private static NeededPermissions found(NormalJob job, Workflow workflow, Definitions definitions) {
        List<ActionPermissions.Need> needs = new ArrayList<>();
        Map<String, String> unknown = new HashMap<>();
        List<ReachedStep> steps = JobSteps.of(job, workflow, definitions);
        if (!JobSteps.areAllKnown(job, workflow, definitions)) {
            unknown.put(ALL, "it has more steps than are followed");
        }
        boolean handsOut = mentionsToken(job.env()) || mentionsToken(workflow.env());
        boolean pushes = leavesCredentials(steps);
        for (Container container : containers(job)) {
            if (mentionsToken(container.credentials())) {
                needs.add(new ActionPermissions.Need("packages", "read", "to pull the image of a container"));
            }
            if (mentionsToken(container.env())) {
                unknown.putIfAbsent(ALL, "a container has the token in its environment");
            }
        }
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            if (step.run().isPresent()) {
                String script = step.run().get().script().value();
                runsUnseen("a script", pushes, unknown);
                if (pushes && pushes(step)) {
                    needs.add(new ActionPermissions.Need("contents", "write", "to push"));
                }
                if (handsOut || readsToken(step.mapping()) || GH.isIn(script)) {
                    unknown.putIfAbsent(ALL, "a script uses the token");
                }
            } else if (step.uses().isPresent()) {
                UsesReference uses = step.uses().get().uses();
                Optional<List<ActionPermissions.Need>> known = uses.repository().isPresent()
                        ? ActionPermissions.of(
                                uses.repository().get(), step.uses().get().with())
                        : Optional.empty();
                if (known.isPresent()) {
                    needs.addAll(known.get());
                } else if (!(definitions.own(uses.uses()).orElse(null) instanceof Action action)) {
                    unknown.putIfAbsent(ALL, "what '" + uses.text() + "' needs is not known");
                } else {
                    if (!(action.runs() instanceof Action.Composite)) {
                        runsUnseen("'" + uses.text() + "'", pushes, unknown);
                    }
                    boolean byDefault = action.mapping().get("inputs").isPresent()
                            && readsToken(action.mapping().get("inputs").get());
                    if (byDefault || readsToken(step.mapping())) {
                        unknown.putIfAbsent(ALL, "'" + uses.text() + "' is given the token");
                    }
                }
            }
        }
        return new NeededPermissions(needs, unknown);
    }

    /** Whatever code calls can ask for an identity, and push with what the checkout left. */
    private static void runsUnseen(String what, boolean pushes, Map<String, String> unknown) {
        unknown.putIfAbsent("id-token", what + " can ask for an identity");
        unknown.putIfAbsent("attestations", what + " can store attestations");
        if (pushes) {
            unknown.putIfAbsent("contents", what + " can push with what the checkout leaves");
        }
    }

    private static List<Container> containers(NormalJob job) {
        List<Container> containers = new ArrayList<>(job.services());
        job.container().ifPresent(containers::add);
        return containers;
    }

    /** Whether it is certain that nothing writes by that permission. */
    public boolean canDoWithout(String permission) {
        if (unknown.containsKey(ALL) || unknown.containsKey(permission)) {
            return false;
        }
        for (ActionPermissions.Need need : needs) {
            if (need.permission().equals(permission) && need.isWrite()) {
                return false;
            }
        }
        return true;
    }

    /** Whether something reads by that permission. */
    public boolean reads(String permission) {
        return needs.stream().anyMatch(need -> need.permission().equals(permission));
    }

    /** What is needed and why, each permission once. */
    public String inWords() {
        Map<String, ActionPermissions.Need> byPermission = new TreeMap<>();
        needs.forEach(need -> byPermission.merge(need.permission(), need, ActionPermissions.Need::orHigher));
        return byPermission.isEmpty()
                ? "its steps use no permission"
                : "its steps need "
                        + byPermission.values().stream()
                                .map(need -> need.permission() + ": " + need.level() + " (" + need.reason() + ")")
                                .collect(Collectors.joining(", "));
    }

    private static boolean leavesCredentials(List<ReachedStep> steps) {
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            if (step.usesAction("actions/checkout")
                    && !step.uses()
                            .orElseThrow()
                            .with()
                            .text("persist-credentials")
                            .orElse("")
                            .equals("false")) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsToken(YamlNode node) {
        for (YamlScalar scalar : YamlNodes.scalars(node)) {
            if (isToken(scalar)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsToken(NamedValues env) {
        for (NamedValues.Binding binding : env.all()) {
            if (binding.scalar().isPresent() && isToken(binding.scalar().get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(YamlScalar scalar) {
        for (Fence fence : Fence.of(scalar)) {
            for (ContextPath path : fence.reads()) {
                String read = path.toString();
                if (TOKEN.contains(read) || read.equals("secrets") || read.equals("github")) {
                    return true;
                }
            }
        }
        return false;
    }
}
