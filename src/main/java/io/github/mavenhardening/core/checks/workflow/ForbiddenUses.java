package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesPattern;
import io.github.mavenhardening.core.workflow.UsesReference;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds references that the policy does not allow; it looks at nothing until the policy says what it allows or denies. */
@AutoService(Check.class)
@CheckInfo(
        id = "forbidden-uses",
        title = "An action is not allowed by the policy",
        severity = Severity.HIGH,
        sources = {"https://docs.zizmor.sh/audits/#forbidden-uses"},
        options = ForbiddenUses.Listed.class)
public final class ForbiddenUses implements WorkflowCheck {

    record Listed(
            @Option(
                    value =
                            "The only references that may be used: a list of `*`, `owner/*`, `owner/repo`, `owner/repo/*` or"
                                    + " `owner/repo/path`, the last and `owner/repo` also with `@ref`",
                    matches = UsesPattern.EXPRESSION,
                    must = UsesPattern.MUST,
                    example = "[actions/*, my-org/*]")
            Optional<Set<String>> allow,

            @Option(
                    value = "References that must not be used, in the same forms; not together with `allow`",
                    matches = UsesPattern.EXPRESSION,
                    must = UsesPattern.MUST,
                    example = "[other-org/*]")
            Optional<Set<String>> deny) {

        Listed {
            if (allow.isPresent() && deny.isPresent()) {
                throw new IllegalArgumentException("Must not have 'allow' and 'deny' together");
            }
            allow = keys(allow);
            deny = keys(deny);
        }

        private static Optional<Set<String>> keys(Optional<Set<String>> patterns) {
            if (patterns.isEmpty()) {
                return patterns;
            }
            Set<String> keys = new HashSet<>();
            for (String text : patterns.get()) {
                keys.add(UsesPattern.parse(text).orElseThrow().key());
            }
            return Optional.of(Set.copyOf(keys));
        }

        boolean forbids(Uses.Repository uses) {
            Optional<Set<String>> listed = allow.isPresent() ? allow : deny;
            return listed.isPresent()
                    && Collections.disjoint(UsesPattern.keysOf(uses), listed.get()) == allow.isPresent();
        }
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
        Listed listed = in.options(Listed.class);
        if (listed.forbids(uses)) {
            boolean allows = listed.allow().isPresent();
            in.report(at(in.at(place))
                    .message("'" + text + "' " + (allows ? "is not among those that" : "is among those that")
                            + " the policy " + (allows ? "allows" : "denies"))
                    .remedy("Use another one, or have the policy changed")
                    .subject(text));
        }
    }
}
