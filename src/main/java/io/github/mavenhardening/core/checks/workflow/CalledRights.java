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

    /**
     * What is asked for beyond what the calling job grants, each once; nothing where no file says what it grants. GitHub looks at what a
     * called workflow asks for at its top, though its jobs may ask for less, and at each of its jobs, those that never run included.
     *
     * @see <a href="https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/PermissionsHelper.cs">How GitHub
     *     compares them</a>
     */
    static List<Demand> beyond(ReusableWorkflowCall call, WorkflowContext in) {
        Optional<Permissions> granted = in.permissions();
        List<Demand> demands = new ArrayList<>();
        if (granted.isEmpty() || granted.get().base() == Permissions.Base.UNKNOWN) {
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
            List<Permissions> asked = new ArrayList<>();
            called.get().permissions().ifPresent(asked::add);
            for (Job inner : called.get().jobs()) {
                inner.permissions().ifPresent(asked::add);
                if (inner instanceof ReusableWorkflowCall next
                        && called.get().permissionsOf(inner).isEmpty()) {
                    // It hands on what it was granted itself.
                    open.add(next);
                }
            }
            for (Permissions each : asked) {
                for (Demand demand : demands(each, granted.get(), called.get())) {
                    if (known.add(demand.text())) {
                        demands.add(demand);
                    }
                }
            }
        }
        return demands;
    }

    private static List<Demand> demands(Permissions asked, Permissions granted, Workflow called) {
        List<Demand> demands = new ArrayList<>();
        for (Permissions.Grant grant : asked.grants()) {
            if (isMore(grant, granted)) {
                String text = grant.name().value() + ": " + grant.level().value();
                demands.add(new Demand(text, called.source().at(grant.span())));
            }
        }
        boolean asksAll = asked.base() == Permissions.Base.WRITE_ALL && granted.base() != Permissions.Base.WRITE_ALL;
        boolean readsAll = asked.base() == Permissions.Base.READ_ALL && granted.base() == Permissions.Base.EXPLICIT;
        if (asksAll || readsAll) {
            demands.add(new Demand(
                    asksAll ? "write-all" : "read-all", called.source().at(asked.span())));
        }
        return demands;
    }

    private static boolean isMore(Permissions.Grant grant, Permissions granted) {
        String level = switch (granted.base()) {
            case WRITE_ALL -> "write";
            case READ_ALL -> "read";
            default ->
                granted.grant(grant.name().value())
                        .map(has -> has.level().value())
                        .orElse("none");
        };
        return switch (grant.level().value()) {
            case "write" -> !level.equals("write");
            case "read" -> level.equals("none");
            default -> false;
        };
    }
}
