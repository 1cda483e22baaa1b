package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ten, less what each workflow gives away. Permissions that a workflow writes at its top take half a point to all ten, by what
 * they let a token do; a top that says nothing takes half a point, and all where a job says nothing either. What a job is
 * given for itself is no harm where the top is read-only.
 */
final class TokenPermissionsScore {

    private static final String NAME = "Token-Permissions";
    private static final double ALL = 10;
    private static final double HALF = 0.5;

    private static final Map<String, Double> COST = Map.of(
            "checks", HALF,
            "statuses", HALF,
            "deployments", 1.0,
            "security-events", 1.0,
            "contents", ALL,
            "packages", ALL,
            "actions", ALL);

    private TokenPermissionsScore() {}

    static Score of(RepositoryView view) {
        List<Workflow> workflows = view.workflows();
        if (workflows.isEmpty()) {
            return Score.inconclusive(NAME, "there is no workflow");
        }
        double cost =
                workflows.stream().mapToDouble(TokenPermissionsScore::cost).sum();
        long wanting = workflows.stream().filter(workflow -> cost(workflow) > 0).count();
        return Score.of(
                NAME,
                10 - cost,
                wanting == 0
                        ? "every workflow begins with no more than reading"
                        : wanting + " of " + workflows.size()
                                + " workflows give tokens more than reading, or say nothing");
    }

    private static double cost(Workflow workflow) {
        boolean silentJob =
                workflow.jobs().stream().anyMatch(job -> job.permissions().isEmpty());
        Optional<Permissions> top = workflow.permissions();
        if (top.isEmpty()) {
            return silentJob ? ALL : HALF + HALF * writingJobs(workflow);
        }
        if (top.get().base() == Permissions.Base.WRITE_ALL) {
            return silentJob || writingJobs(workflow) > 0 ? ALL : HALF;
        }
        return top.get().grants().stream()
                .filter(Permissions.Grant::isWrite)
                .mapToDouble(grant -> COST.getOrDefault(grant.name().value(), 0.0))
                .sum();
    }

    private static long writingJobs(Workflow workflow) {
        return workflow.jobs().stream()
                .map(Job::permissions)
                .flatMap(Optional::stream)
                .filter(permissions -> permissions.base() == Permissions.Base.WRITE_ALL
                        || permissions.grants().stream()
                                .anyMatch(grant -> grant.isWrite()
                                        && COST.containsKey(grant.name().value())))
                .count();
    }
}
