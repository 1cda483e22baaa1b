package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesPattern;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds references that the policy does not allow; it looks at nothing until the policy says what it allows or denies. */
@AutoService(Check.class)
@CheckInfo(
        id = "forbidden-uses",
        title = "An action is not allowed by the policy",
        severity = Severity.HIGH,
        sources = {"https://docs.zizmor.sh/audits/#forbidden-uses"},
        options = {"allow", "deny"})
public final class ForbiddenUses implements WorkflowCheck {

    private static final String ALLOW = "allow";
    private static final String DENY = "deny";

    private final Optional<Rule> rule;

    public ForbiddenUses() {
        this(Optional.empty());
    }

    private ForbiddenUses(Optional<Rule> rule) {
        this.rule = rule;
    }

    /** What is listed, and whether that is what is allowed or what is denied. */
    private record Rule(boolean allows, Set<String> keys) {

        boolean forbids(Uses.Repository uses) {
            return UsesPattern.keysOf(uses).stream().anyMatch(keys::contains) != allows;
        }
    }

    @Override
    public WorkflowCheck configured(Options options) {
        Map<String, List<String>> lists = Map.of(ALLOW, options.texts(ALLOW), DENY, options.texts(DENY));
        boolean allows = options.isGiven(ALLOW);
        boolean denies = options.isGiven(DENY);
        if (allows && denies) {
            throw options.refused(DENY, "cannot be given together with 'allow'");
        }
        if (!allows && !denies) {
            return new ForbiddenUses();
        }
        String option = allows ? ALLOW : DENY;
        Set<String> keys = new HashSet<>();
        for (String text : lists.get(option)) {
            UsesPattern pattern = UsesPattern.parse(text)
                    .orElseThrow(() -> options.refused(
                            option,
                            "'" + text + "' must be *, owner/*, owner/repo, owner/repo/*, owner/repo/path"
                                    + " or one of the last with @ref"));
            keys.add(pattern.key());
        }
        return new ForbiddenUses(Optional.of(new Rule(allows, keys)));
    }

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        if (reference.repository().isPresent()) {
            judge(reference.repository().get(), reference.text(), reference.span(), in);
        }
    }

    @Override
    public void preCommit(PreCommitConfig config, WorkflowContext in) {
        for (PreCommitConfig.HookRepository hooks : config.repositories()) {
            hooks.onGitHub()
                    .ifPresent(uses -> judge(uses, uses.slug(), hooks.repo().span(), in));
        }
    }

    private void judge(Uses.Repository uses, String text, Span place, WorkflowContext in) {
        if (rule.isPresent() && rule.get().forbids(uses)) {
            boolean allows = rule.get().allows();
            in.report(at(in.at(place))
                    .message("'" + text + "' " + (allows ? "is not among those that" : "is among those that")
                            + " the policy " + (allows ? "allows" : "denies"))
                    .remedy("Use another one, or have the policy changed")
                    .subject(text));
        }
    }
}
