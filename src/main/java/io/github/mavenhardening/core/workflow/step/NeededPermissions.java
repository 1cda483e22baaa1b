package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.ActionPermissions;
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
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The least that a job's token must be allowed, as far as it can be determined.
 *
 * @param needs what its known actions need
 * @param unknown the permissions for which it cannot be determined, because a step may use them unseen; {@code *} for all
 */
public record NeededPermissions(List<ActionPermissions.Need> needs, Set<String> unknown) {

    private static final Set<String> TOKEN = Set.of("github.token", "secrets.github_token");
    private static final Pattern GH = Pattern.compile("\\bgh\\s|GITHUB_TOKEN|GH_TOKEN");

    public NeededPermissions {
        needs = List.copyOf(needs);
        unknown = Set.copyOf(unknown);
    }

    public static NeededPermissions of(NormalJob job, WorkflowPosition in) {
        List<ActionPermissions.Need> needs = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        List<ReachedStep> steps = JobSteps.of(job, in.definition().orElseThrow(), in.definitions());
        Optional<Workflow> workflow = in.workflow();
        boolean handsOut = mentionsToken(job.env())
                || (workflow.isPresent() && mentionsToken(workflow.get().env()));
        boolean pushes = leavesCredentials(steps);
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            if (step.run().isPresent()) {
                // Whatever a script calls can ask for an identity, push with what the checkout left, and use a token in
                // its
                // environment.
                unknown.add("id-token");
                unknown.add("attestations");
                if (pushes) {
                    unknown.add("contents");
                }
                if (handsOut
                        || readsToken(step)
                        || GH.matcher(step.run().get().script().value()).find()) {
                    unknown.add("*");
                }
            } else if (step.uses().isPresent()) {
                UsesReference uses = step.uses().get().uses();
                boolean followed = in.definitions().target(uses.uses()).isPresent();
                Optional<List<ActionPermissions.Need>> known = uses.repository().isPresent()
                        ? ActionPermissions.of(uses.repository().get())
                        : Optional.empty();
                if (known.isPresent()) {
                    needs.addAll(known.get());
                } else if (!followed) {
                    unknown.add("*");
                }
            }
        }
        return new NeededPermissions(needs, unknown);
    }

    /** Whether it is certain that nothing writes by that permission. */
    public boolean canDoWithout(String permission) {
        if (unknown.contains("*") || unknown.contains(permission)) {
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
        needs.forEach(
                need -> byPermission.merge(need.permission(), need, (a, b) -> b.isWrite() && !a.isWrite() ? b : a));
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

    private static boolean readsToken(Step step) {
        for (YamlScalar scalar : YamlNodes.scalars(step.mapping())) {
            if (readsToken(scalar)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsToken(NamedValues env) {
        for (NamedValues.Binding binding : env.all()) {
            if (binding.scalar().isPresent() && readsToken(binding.scalar().get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsToken(YamlScalar scalar) {
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
