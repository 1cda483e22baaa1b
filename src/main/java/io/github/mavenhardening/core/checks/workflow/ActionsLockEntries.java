package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedWorkflow;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.LocalReach;
import io.github.mavenhardening.core.workflow.graph.LockScope;
import io.github.mavenhardening.core.workflow.graph.ReachLimit;
import io.github.mavenhardening.core.workflow.graph.References;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds entries of GitHub's lock of workflow dependencies that pin nothing or that nothing needs any more, what its format does not
 * allow, and what it leaves out: workflows, and what they use.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "actions-lock",
        title = "GitHub's lock of workflow dependencies has missing or stale entries",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles",
            "https://github.com/github/actions-lockfile"
        })
public final class ActionsLockEntries implements WorkflowCheck {

    /** What corrects most of it. */
    static final String AGAIN =
            "Run 'mvn hardening:lock -Dhardening.actions', or 'gh actions-lock', and commit what it writes";

    @Override
    public void actionsLock(ActionsLock lock, WorkflowContext in) {
        if (!lock.isKnownVersion()) {
            report(
                    lock.version().map(YamlScalar::span).orElse(lock.mapping().span()),
                    "The lock has "
                            + lock.version()
                                    .map(v -> "version '" + v.value() + "'")
                                    .orElse("no version")
                            + ", which is not known to this release, so nothing in it counts as pinned",
                    "Update this plugin, or 'gh actions-lock' if the version is old",
                    info().severity(),
                    "version",
                    in);
            return;
        }
        for (LockForm.Fault fault : LockForm.faults(lock)) {
            report(
                    fault.place(),
                    "GitHub does not take the lock: " + fault.message(),
                    fault.remedy(),
                    info().severity(),
                    "form " + fault.subject(),
                    in);
        }
        for (LockedAction action : lock.dependencies()) {
            if (!action.isResolved()) {
                report(
                        action.commit()
                                .map(YamlScalar::span)
                                .orElse(action.key().span()),
                        "'" + action.key().value()
                                + "' is not locked to a full commit (sha1-<40 digits> or sha256-<64 digits>)",
                        AGAIN,
                        Severity.HIGH,
                        "commit " + action.key().value(),
                        in);
            }
            for (YamlScalar used : action.uses()) {
                missing(lock, used, in);
            }
        }
        Set<String> needed = new HashSet<>();
        for (LockedWorkflow workflow : lock.workflows()) {
            workflow(lock, workflow, needed, in);
        }
        for (Workflow workflow : in.definitions().workflows()) {
            omitted(lock, workflow, in);
        }
        for (LockedAction action : lock.dependencies()) {
            if (!needed.contains(ActionsLock.canonical(action.key().value()))) {
                stale(action.key(), "no locked workflow leads to", in);
            }
        }
    }

    private void workflow(ActionsLock lock, LockedWorkflow locked, Set<String> needed, WorkflowContext in) {
        String path = locked.path().value();
        Optional<Workflow> workflow = in.definitions().at(path).orElse(null) instanceof Workflow found
                ? Optional.of(found)
                : Optional.empty();
        boolean unreadable = in.definitions().isUnreadable(path);
        if (workflow.isEmpty() && !unreadable) {
            stale(locked.path(), "there is no workflow", in);
        }
        Optional<Set<String>> used = workflow.isPresent() ? usedBy(workflow.get(), lock, in) : Optional.empty();
        if (workflow.isPresent()) {
            unlocked(workflow.get(), locked, in);
        }
        for (YamlScalar pin : locked.pins()) {
            missing(lock, pin, in);
            String key = ActionsLock.canonical(pin.value());
            if (used.isPresent() && !used.get().contains(key)) {
                stale(pin, "'" + path + "' does not use", in);
            }
            behind(key, lock, needed, Integer.MAX_VALUE);
        }
    }

    /** A workflow that is not in the lock at all, which is another thing than an entry that is out of date. */
    private void omitted(ActionsLock lock, Workflow workflow, WorkflowContext in) {
        boolean uses = false;
        for (UsesReference reference : References.of(workflow)) {
            uses |= !(reference.uses() instanceof Uses.Docker);
        }
        if (uses && lock.workflow(workflow.path()).isEmpty()) {
            Optional<Span> list =
                    lock.mapping().entry("workflows").map(entry -> entry.key().span());
            report(
                    list.orElse(lock.mapping().span()),
                    "The lock omits '" + workflow.path()
                            + "', which uses actions or workflows: nothing of it is pinned, and where a lock is required"
                            + " it does not start",
                    AGAIN,
                    info().severity(),
                    "omitted " + workflow.path(),
                    in);
        }
    }

    /** What a locked workflow uses and its entry does not list: it does not start. */
    private void unlocked(Workflow workflow, LockedWorkflow locked, WorkflowContext in) {
        Map<String, YamlScalar> pins = new HashMap<>();
        Map<String, YamlScalar> byRepository = new HashMap<>();
        for (YamlScalar pin : locked.pins()) {
            String key = ActionsLock.canonical(pin.value());
            pins.put(key, pin);
            byRepository.put(repositoryOf(key), pin);
        }
        Set<String> told = new HashSet<>();
        for (UsesReference reference : LockScope.of(workflow, in.definitions()).references()) {
            Optional<Uses.Repository> uses = LockScope.action(reference);
            Optional<String> key = uses.flatMap(ActionsLock::keyOf);
            if (key.isPresent() && !pins.containsKey(key.get()) && told.add(key.get())) {
                YamlScalar other = byRepository.get(repositoryOf(key.get()));
                boolean commit = uses.get().ref().get().isCommit();
                in.report(at(in.at(other == null ? locked.path().span() : other.span()))
                        .severity(commit ? Severity.LOW : info().severity())
                        .message("'" + workflow.path() + "' uses '" + reference.text() + "', for which it is locked to "
                                + (other == null ? "nothing" : "'" + other.value() + "'")
                                + ": GitHub does not start it")
                        .remedy(AGAIN + "; or write in the workflow what is locked")
                        .subject("unlocked " + workflow.path() + " " + key.get()));
            }
        }
    }

    private static String repositoryOf(String key) {
        return key.substring(0, key.indexOf('@') + 1);
    }

    /**
     * The keys of all that a workflow leads to; empty where another repository's workflow, or what is not followed, may lead
     * to more.
     */
    private static Optional<Set<String>> usedBy(Workflow workflow, ActionsLock lock, WorkflowContext in) {
        Set<String> used = new HashSet<>();
        LocalReach reach = LocalReach.of(workflow, in.definitions());
        int limit = ReachLimit.of(in.definitions()).workflows();
        for (UsesReference reference : reach.references()) {
            if (used.size() > limit || !reach.isWhole()) {
                return Optional.empty();
            }
            Optional<Uses.Repository> uses = reference.repository();
            if (uses.isPresent()) {
                if (LockScope.isWorkflow(uses.get())) {
                    return Optional.empty();
                }
                ActionsLock.keyOf(uses.get()).ifPresent(key -> behind(key, lock, used, limit));
            }
        }
        return Optional.of(used);
    }

    /** A key, and those of all that its action uses. */
    private static void behind(String key, ActionsLock lock, Set<String> seen, int limit) {
        Deque<String> left = new ArrayDeque<>(Set.of(key));
        while (!left.isEmpty() && seen.size() <= limit) {
            String next = left.poll();
            if (seen.add(next)) {
                for (YamlScalar used :
                        lock.dependency(next).map(LockedAction::uses).orElse(List.of())) {
                    left.add(ActionsLock.canonical(used.value()));
                }
            }
        }
    }

    private void missing(ActionsLock lock, YamlScalar key, WorkflowContext in) {
        if (lock.dependency(key.value()).isEmpty()) {
            report(
                    key.span(),
                    "'" + key.value() + "' is not among the lock's dependencies, so no commit is known for it",
                    AGAIN,
                    info().severity(),
                    "missing " + key.value(),
                    in);
        }
    }

    private void stale(YamlScalar key, String why, WorkflowContext in) {
        report(
                key.span(),
                "The entry is stale: " + why + " '" + key.value() + "'",
                AGAIN,
                Severity.LOW,
                "stale " + why + key.value(),
                in);
    }

    private void report(
            Span place, String message, String remedy, Severity severity, String subject, WorkflowContext in) {
        in.report(at(in.at(place))
                .severity(severity)
                .message(message)
                .remedy(remedy)
                .subject(subject));
    }
}
