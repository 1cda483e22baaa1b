package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the commits of GitHub's lock with what their tags and branches stand for now. */
@AutoService(Check.class)
@CheckInfo(
        id = "moved-lock-entry",
        title = "A tag in GitHub's lock has moved, or a locked commit is not of its repository",
        severity = Severity.MEDIUM,
        online = true,
        sources = {
            "https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles",
            "https://github.com/github/gh-actions-lock"
        })
public final class MovedLockEntry implements WorkflowCheck {

    /** An entry whose repository is known to be asked for. */
    private record Locked(LockedAction action, Uses.Repository uses, String commit) {}

    @Override
    public void actionsLock(ActionsLock lock, WorkflowContext in) {
        if (!lock.isKnownVersion()) {
            return;
        }
        List<Locked> entries = entries(lock);
        Set<Uses.Repository> repositories = new LinkedHashSet<>();
        Map<Uses.Repository, String> commits = new LinkedHashMap<>();
        for (Locked entry : entries) {
            repositories.add(entry.uses());
            commits.put(entry.uses(), entry.commit());
        }
        for (Answer<GitRemote.Refs> answer : RemoteRefs.ask(this, repositories, in)) {
            if (answer.value().isEmpty()) {
                in.run().gap(info().id() + ": " + answer.problem());
            }
        }
        Set<Uses.Repository> foreign = RemoteRefs.foreign(this, commits, in);
        for (Locked entry : entries) {
            Optional<GitRemote.Refs> refs = RemoteRefs.of(this, entry.uses(), in);
            if (foreign.contains(entry.uses())) {
                report(
                        entry,
                        Severity.HIGH,
                        "is locked to a commit of no branch and no tag of its repository: it may be one of a fork, or the"
                                + " repository's history was rewritten",
                        "Look at the commit and at who brought it into the lock; GitHub refuses to run it",
                        in);
            } else if (refs.isPresent()) {
                moved(entry, refs.get(), in);
            }
        }
    }

    private static List<Locked> entries(ActionsLock lock) {
        List<Locked> entries = new ArrayList<>();
        for (LockedAction action : lock.dependencies()) {
            if (action.isResolved()
                    && Uses.parse(action.key().value()) instanceof Uses.Repository uses
                    && uses.ref().isPresent()) {
                String commit = action.commit().orElseThrow().lower();
                entries.add(new Locked(action, uses, commit.substring(commit.indexOf('-') + 1)));
            }
        }
        return entries;
    }

    /** A branch moves on, and its older commits are of its history; a tag should stay. */
    private void moved(Locked entry, GitRemote.Refs refs, WorkflowContext in) {
        String name = entry.action().field("ref").map(YamlScalar::value).orElse("");
        String now = refs.tags().get(name);
        if (now != null && !now.equals(entry.commit())) {
            report(
                    entry,
                    info().severity(),
                    "is locked to " + entry.commit() + ", and the tag '" + name + "' stands for " + now + " now",
                    "Find out why it moved; 'mvn hardening:lock -Dhardening.actions -Dhardening.accept="
                            + ActionsLock.canonical(entry.action().key().value()) + "' locks the new commit",
                    in);
        } else if (now == null && !refs.branches().containsKey(name)) {
            report(
                    entry,
                    Severity.LOW,
                    "is locked as '" + name + "', which its repository has neither as a tag nor as a branch any more",
                    "Use a version that there is, and run 'mvn hardening:lock -Dhardening.actions'",
                    in);
        }
    }

    private void report(Locked entry, Severity severity, String message, String remedy, WorkflowContext in) {
        in.report(at(in.at(entry.action().commit().orElseThrow().span()))
                .severity(severity)
                .message("'" + entry.action().key().value() + "' " + message)
                .remedy(remedy)
                .subject(entry.action().key().value()));
    }
}
