package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.ActionPermissions.Need;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a job's token must be allowed, so that its steps can do what they do, and so that the workflows it leads to can start: GitHub
 * starts no run in which a called workflow asks for more than its caller grants.
 *
 * @param asked what called workflows ask for by their own {@code permissions}, by permission, sorted
 * @param used what steps need, those of called jobs included that ask for nothing and get what the call has
 * @param unknown for which permissions it cannot be determined, each with the reason; {@link NeededPermissions#ALL} for all
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations">Permissions of
 *     reusable workflows</a>
 */
public record JobNeeds(Map<String, Need> asked, Map<String, Need> used, Map<String, String> unknown) {

    /** How many workflows GitHub lets one lead to. */
    private static final int MOST_WORKFLOWS = 50;

    public JobNeeds {
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
        used = Collections.unmodifiableMap(new TreeMap<>(used));
        unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
    }

    /** What a workflow asks for and needs by itself, and the calls in it that get what its own call has. */
    private record Own(JobNeeds needs, List<ReusableWorkflowCall> calls) {}

    /** What that job of a workflow needs. */
    public static JobNeeds of(Job job, Workflow workflow, Definitions definitions) {
        Collector all = new Collector();
        if (job instanceof NormalJob normal) {
            all.add(NeededPermissions.of(normal, workflow, definitions));
            return all.needs();
        }
        Deque<ReusableWorkflowCall> left = new ArrayDeque<>(List.of((ReusableWorkflowCall) job));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty() && !all.unknown.containsKey(NeededPermissions.ALL)) {
            ReusableWorkflowCall call = left.poll();
            if (!(definitions.own(call.uses().uses()).orElse(null) instanceof Workflow called)) {
                all.cannotTell(
                        "'" + call.uses().text() + "' is not in this repository, and what it asks for is not known");
            } else if (seen.add(called.path())) {
                Own own = own(called, definitions);
                all.add(own.needs());
                left.addAll(own.calls());
            }
            if (seen.size() > MOST_WORKFLOWS) {
                all.cannotTell("it leads to more workflows than GitHub allows");
            }
        }
        return all.needs();
    }

    private static Own own(Workflow called, Definitions definitions) {
        Optional<Own> known = definitions.known(JobNeeds.class, called);
        return known.isPresent() ? known.get() : definitions.keep(JobNeeds.class, called, worked(called, definitions));
    }

    private static Own worked(Workflow called, Definitions definitions) {
        Collector all = new Collector();
        List<ReusableWorkflowCall> calls = new ArrayList<>();
        if (called.permissions().isPresent()) {
            all.ask(called.permissions().get(), called);
        }
        for (Job job : called.jobs()) {
            if (job.permissions().isPresent()) {
                all.ask(job.permissions().get(), called);
            } else if (called.permissions().isEmpty() && job instanceof NormalJob normal) {
                all.add(NeededPermissions.of(normal, called, definitions));
            } else if (called.permissions().isEmpty() && job instanceof ReusableWorkflowCall call) {
                calls.add(call);
            }
        }
        return new Own(all.needs(), List.copyOf(calls));
    }

    /** Why it cannot be determined what is needed; empty where it can, but perhaps for some permissions. */
    public Optional<String> cannotTell() {
        return Optional.ofNullable(unknown.get(NeededPermissions.ALL));
    }

    /** Whether something may write by that permission. */
    public boolean mayWrite(String permission) {
        return cannotTell().isPresent()
                || unknown.containsKey(permission)
                || writes(asked.get(permission))
                || writes(used.get(permission));
    }

    private static boolean writes(Need need) {
        return need != null && need.isWrite();
    }

    /** Adds up. */
    private static final class Collector {

        private final Map<String, Need> asked = new TreeMap<>();
        private final Map<String, Need> used = new TreeMap<>();
        private final Map<String, String> unknown = new TreeMap<>();

        JobNeeds needs() {
            return new JobNeeds(asked, used, unknown);
        }

        void add(JobNeeds other) {
            other.asked().forEach((permission, need) -> asked.merge(permission, need, Need::orHigher));
            other.used().forEach((permission, need) -> used.merge(permission, need, Need::orHigher));
            other.unknown().forEach(unknown::putIfAbsent);
        }

        void add(NeededPermissions other) {
            for (Need need : other.needs()) {
                used.merge(need.permission(), need, Need::orHigher);
            }
            other.unknown().forEach(unknown::putIfAbsent);
        }

        void ask(Permissions permissions, Workflow by) {
            if (permissions.base() != Permissions.Base.EXPLICIT) {
                cannotTell("'" + by.path() + "' asks for "
                        + (permissions.base() == Permissions.Base.UNKNOWN ? "what is not known" : "everything"));
            }
            for (Permissions.Grant grant : permissions.grants()) {
                YamlScalar level = grant.level();
                if (level.value().equals("read") || level.value().equals("write")) {
                    Need need = new Need(grant.name().value(), level.value(), "a called workflow asks for it");
                    asked.merge(need.permission(), need, Need::orHigher);
                }
            }
        }

        void cannotTell(String reason) {
            unknown.putIfAbsent(NeededPermissions.ALL, reason);
        }
    }
}
