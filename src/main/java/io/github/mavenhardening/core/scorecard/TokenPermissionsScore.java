package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ten, less what each workflow gives away at its top. Permissions that it lets the token write cost half a point to all ten, by
 * what they let it do; a top that says nothing costs half a point, and all where a job says nothing either; one that lets
 * everything be written costs the same, and all also where a job writes something. What a job is given for itself is harmless
 * elsewhere.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/evaluation/permissions.go">Scorecard: TokenPermissions</a>
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
                        ? "every workflow gives its token no more than read permission"
                        : wanting + " of " + Count.of(workflows.size(), "workflows")
                                + " give more than read permission to the token, or set no permissions");
    }

    private static double cost(Workflow workflow) {
        boolean silentJob =
                workflow.jobs().stream().anyMatch(job -> job.permissions().isEmpty());
        Optional<Permissions> top = workflow.permissions();
        if (top.isEmpty()) {
            return silentJob ? ALL : HALF;
        }
        if (top.get().base() == Permissions.Base.WRITE_ALL) {
            return silentJob || hasWritingJob(workflow) ? ALL : HALF;
        }
        return top.get().grants().stream()
                .filter(TokenPermissionsScore::isWrite)
                .mapToDouble(grant -> COST.getOrDefault(grant.name().value(), 0.0))
                .sum();
    }

    private static boolean isWrite(Permissions.Grant grant) {
        return grant.level().lower().equals("write");
    }

    /** Whether a job is given to write what costs, and what it does is not known to need it. */
    private static boolean hasWritingJob(Workflow workflow) {
        WriteNeeds needed = WriteNeeds.of(workflow);
        return workflow.jobs().stream()
                .flatMap(job -> job.permissions().stream())
                .flatMap(permissions -> permissions.grants().stream())
                .filter(TokenPermissionsScore::isWrite)
                .map(grant -> grant.name().value())
                .anyMatch(name -> COST.containsKey(name) && !needed.names().contains(name));
    }
}
