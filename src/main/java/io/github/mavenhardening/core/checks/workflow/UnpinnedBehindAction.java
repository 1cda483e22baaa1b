package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Port;
import io.github.mavenhardening.core.pin.RemoteActions;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.LockScope;
import io.github.mavenhardening.core.workflow.graph.LockedPins;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows actions of other repositories to what they use themselves, and finds what is not pinned there. */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-behind-action",
        title = "An action of another repository uses something that is not pinned",
        severity = Severity.MEDIUM,
        online = true,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions",
            "https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles"
        })
public final class UnpinnedBehindAction implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        if (in.run().environment().network().isEmpty()) {
            in.run().decline(this, "the run has no network");
            return;
        }
        Map<String, Uses.Repository> pinned = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                wanted(reference, definition, definitions)
                        .ifPresent(uses -> pinned.putIfAbsent(RemoteActions.text(uses), uses));
            }
        }
        RemoteActions.Asking asking = new RemoteActions.Asking() {
            @Override
            public <Q, A> Map<Q, Answer<A>> ask(Port<Q, A> port, String what, Collection<Q> questions) {
                return in.run().ask(UnpinnedBehindAction.this, port, questions);
            }
        };
        List<RemoteActions.Found> found = new RemoteActions(
                        asking, RemoteRefs.access(in), uses -> RemoteRefs.forge(uses, in), uses -> Optional.empty())
                .follow(pinned.values());
        Set<String> gaps = new HashSet<>();
        for (RemoteActions.Found action : found) {
            String way = String.join(" > ", action.way());
            if (action.problem().isPresent() && gaps.add(way)) {
                in.run().gap(info().id() + ": " + way + ": " + action.problem().get());
            }
            if (action.from().isPresent() && !action.uses().ref().orElseThrow().isCommit()) {
                report(action.way(), definitions, in);
            }
        }
    }

    /** Where the way begins, whoever wrote it there. */
    private void report(List<String> way, Definitions definitions, WorkflowContext in) {
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                if (wanted(reference, definition, definitions)
                        .filter(uses -> RemoteActions.text(uses).equals(way.get(0)))
                        .isPresent()) {
                    WorkflowContext there = in.in(definition);
                    there.report(at(there.at(reference.span()))
                            .message("'" + way.get(0) + "' uses '" + way.get(way.size() - 1)
                                    + "', which is not pinned: " + String.join(" > ", way))
                            .remedy(
                                    "Lock it with 'mvn hardening:lock -Dhardening.actions', or use a version or an action that"
                                            + " pins what it uses")
                            .subject(String.join(" > ", way)));
                }
            }
        }
    }

    /** What is not pinned itself is for another check, and what the lock pins is pinned with all behind it. */
    private static Optional<Uses.Repository> wanted(
            UsesReference reference, Definition definition, Definitions definitions) {
        return LockScope.action(reference)
                .filter(uses -> uses.ref().filter(GitRef::isCommit).isPresent())
                .filter(uses -> !LockedPins.has(uses, definition, definitions));
    }
}
