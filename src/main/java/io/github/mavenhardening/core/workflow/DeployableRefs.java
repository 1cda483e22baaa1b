package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;

/**
 * The branches and tags that an environment lets deploy, and whether a workflow ever runs on one of them.
 *
 * @param patterns {@code branch main}, {@code tag v*}
 * @param defaultBranch the branch that most events run on
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events that
 *     trigger workflows</a>
 */
public record DeployableRefs(List<String> patterns, String defaultBranch) {

    private static final int MANY = 100;
    private static final String BRANCH = "branch ";
    private static final String TAG = "tag ";
    private static final List<String> EVERY_BRANCH = List.of("branch *", "branch **", "branch **/*");

    public DeployableRefs {
        patterns = List.copyOf(patterns);
    }

    /** Whether whoever pushes any branch is let through. */
    public boolean areAllBranches() {
        for (String pattern : patterns) {
            if (EVERY_BRANCH.contains(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event of the workflow may run on one of them; what is not known for sure may. */
    public boolean mayBeReachedBy(Workflow workflow) {
        for (Trigger trigger : workflow.triggers()) {
            if (mayBeReachedBy(trigger)) {
                return true;
            }
        }
        return workflow.triggers().isEmpty();
    }

    private boolean mayBeReachedBy(Trigger trigger) {
        return switch (trigger.event().value()) {
            case "push" -> mayBePushed(trigger);
            case "release" -> has(TAG);
            case "create", "workflow_dispatch", "workflow_call", "deployment", "deployment_status", "merge_group" ->
                !patterns.isEmpty();
            // Its ref is that of the merge, which is neither a branch nor a tag.
            case "pull_request", "pull_request_review", "pull_request_review_comment" -> false;
            // The base need not be the default branch.
            case "pull_request_target" -> has(BRANCH);
            default -> fits(BRANCH, defaultBranch);
        };
    }

    private boolean mayBePushed(Trigger trigger) {
        boolean branches = trigger.hasFilter("branches") || trigger.hasFilter("branches-ignore");
        boolean tags = trigger.hasFilter("tags") || trigger.hasFilter("tags-ignore");
        if (branches == tags && !branches) {
            return !patterns.isEmpty();
        }
        return (branches && mayFit(BRANCH, trigger, "branches")) || (tags && mayFit(TAG, trigger, "tags"));
    }

    private boolean mayFit(String kind, Trigger trigger, String filter) {
        if (!trigger.hasFilter(filter)) {
            return has(kind);
        }
        if (trigger.filter(filter).size() > MANY) {
            // More than anybody writes: what is not compared may fit.
            return has(kind);
        }
        for (YamlScalar name : trigger.filter(filter)) {
            boolean isPlain = name.value().matches("[A-Za-z0-9._/-]{1,200}");
            if (isPlain ? fits(kind, name.value()) : has(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String kind) {
        for (String pattern : patterns) {
            if (pattern.startsWith(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(String kind, String name) {
        for (String pattern : patterns) {
            if (pattern.startsWith(kind)
                    && Glob.of(pattern.substring(kind.length()), true).matches(name)) {
                return true;
            }
        }
        return false;
    }
}
