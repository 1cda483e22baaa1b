package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What workflows that a job calls ask for, and those that they call with the rights that they have themselves. */
final class CalledRights {

    /**
     * A permission that is asked for.
     *
     * @param text the permission and its level
     * @param place where it is asked for
     */
    record Demand(String text, Location place) {}

    private CalledRights() {}

    /** What is asked for beyond what the calling job grants, each once; nothing where no file says what it grants. */
    static List<Demand> beyond(ReusableWorkflowCall call, WorkflowContext in) {
        Optional<Permissions> granted = in.permissions();
        List<Demand> demands = new ArrayList<>();
        if (granted.isEmpty() || granted.get().base() != Permissions.Base.EXPLICIT) {
            return demands;
        }
        Set<String> known = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<ReusableWorkflowCall> open = new ArrayDeque<>(List.of(call));
        while (!open.isEmpty()) {
            Optional<Workflow> called = in.definitions().called(open.remove());
            if (called.isEmpty() || !seen.add(called.get().path())) {
                continue;
            }
            for (Job inner : called.get().liveJobs()) {
                Optional<Permissions> asked = called.get().permissionsOf(inner);
                if (asked.isEmpty() && inner instanceof ReusableWorkflowCall next) {
                    // It hands on what it was granted itself.
                    open.add(next);
                }
                for (Permissions.Grant grant :
                        asked.isPresent() ? asked.get().grants() : List.<Permissions.Grant>of()) {
                    String text = grant.name().value() + ": " + grant.level().value();
                    if (isMore(grant, granted.get()) && known.add(text)) {
                        demands.add(new Demand(text, called.get().source().at(grant.span())));
                    }
                }
            }
        }
        return demands;
    }

    private static boolean isMore(Permissions.Grant grant, Permissions granted) {
        String level = granted.grant(grant.name().value())
                .map(has -> has.level().value())
                .orElse("none");
        return switch (grant.level().value()) {
            case "write" -> !level.equals("write");
            case "read" -> level.equals("none");
            default -> false;
        };
    }
}
