package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.network.Port;
import io.github.mavenhardening.core.source.GitReach;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesCycle;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.LockScope;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes GitHub's lock of what workflows use, in memory: every workflow with what it uses itself, and everything behind that with its
 * commit. A commit that is locked stays, whatever its tag stands for now, unless it is named to be accepted. It is made whole or
 * not at all.
 */
public final class ActionsLockRun {

    /** What is written where there is no lock yet. */
    private static final String NEWEST = "v0.0.3";

    private static final String BRANCHES = "refs/heads/";

    private final Definitions definitions;
    private final Network network;
    private final String server;
    private final Optional<ForgePort> forge;
    private final Set<String> accepted;
    private final PinProgress progress;
    private final Optional<ActionsLock> old;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedMap<String, SortedSet<String>> workflows = new TreeMap<>();
    private final Map<String, Uses.Repository> direct = new LinkedHashMap<>();
    private final SortedMap<String, List<RemoteActions.Found>> byKey = new TreeMap<>();
    /** The name of a branch or tag whose history has a commit, by repository and commit. */
    private final Map<String, String> histories = new HashMap<>();

    /**
     * A run over a repository.
     *
     * @param server the address of the forge that runs the workflows
     * @param forge where the forge tells repositories' numbers; empty where nobody has a token for it
     * @param accepted keys, {@code owner/repository@ref}, whose commits may be others than those that are locked
     */
    public ActionsLockRun(
            Definitions definitions,
            Network network,
            String server,
            Optional<ForgePort> forge,
            Collection<String> accepted,
            PinProgress progress) {
        this.definitions = definitions;
        this.network = network;
        this.server = server;
        this.forge = forge;
        this.accepted = new HashSet<>();
        accepted.forEach(key -> this.accepted.add(ActionsLock.canonical(key)));
        this.progress = progress;
        this.old = definitions.lock();
    }

    /** Makes the lock. */
    public ActionsLockOutcome run() {
        if (definitions.isUnreadable(DefinitionKind.LOCK_LOCATION)
                || old.filter(lock -> !lock.isKnownVersion() || !lock.problems().isEmpty())
                        .isPresent()) {
            problems.add(
                    DefinitionKind.LOCK_LOCATION
                            + " cannot be understood, or is of a version that this release does not know, and is not written over");
            return outcome(Optional.empty());
        }
        definitions.workflows().forEach(this::collect);
        definitions.unreadable().forEach(file -> {
            if (DefinitionKind.ofPath(file.location().path())
                    .filter(DefinitionKind.WORKFLOW::equals)
                    .isPresent()) {
                problems.add(file.location().path() + " cannot be read, so that what it uses is not known");
            }
        });
        for (String key : accepted) {
            if (!key.isEmpty() && old.flatMap(lock -> lock.dependency(key)).isEmpty()) {
                problems.add("'" + key + "' is to be accepted, and is not locked");
            }
        }
        RemoteActions remote = new RemoteActions(this::ask, network.access(), uses -> server(key(uses)), this::locked);
        for (RemoteActions.Found action : remote.follow(direct.values())) {
            byKey.computeIfAbsent(key(action.uses()), first -> new ArrayList<>())
                    .add(action);
        }
        reach();
        RepositoryNumbers numbers = new RepositoryNumbers(old);
        SortedSet<String> slugs = new TreeSet<>();
        byKey.keySet().forEach(key -> {
            // Another forge has other numbers: of its repositories the lock alone has them.
            if (server(key).equals(server)) {
                slugs.add(RepositoryNumbers.slug(key));
            }
        });
        numbers.learn(slugs, forge, this::ask);
        SortedMap<String, LockText.Entry> dependencies = new TreeMap<>();
        byKey.forEach((key, actions) -> entry(key, actions, numbers).ifPresent(entry -> dependencies.put(key, entry)));
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        dependencies.forEach((key, entry) -> uses.put(key, entry.uses()));
        List<String> cycle = UsesCycle.find(uses);
        if (!cycle.isEmpty()) {
            problems.add(String.join(" > ", cycle) + ": these actions use each other, which GitHub takes in no lock");
        }
        String version =
                old.flatMap(ActionsLock::version).map(YamlScalar::value).orElse(NEWEST);
        return outcome(Optional.of(new LockText(version, workflows, dependencies)));
    }

    private ActionsLockOutcome outcome(Optional<LockText> made) {
        boolean whole = problems.isEmpty();
        return new ActionsLockOutcome(
                whole ? made.map(LockText::text) : Optional.empty(),
                whole && made.isPresent() ? LockChanges.between(old, made.get()) : List.of(),
                List.copyOf(new TreeSet<>(problems)),
                List.copyOf(new TreeSet<>(notes)));
    }

    private <Q, A> Map<Q, Answer<A>> ask(Port<Q, A> port, String what, Collection<Q> questions) {
        return network.ask(new WatchedPort<>(port, what, questions.size(), progress), questions);
    }

    /** Where the repository of a key is. */
    private String server(String key) {
        return old.map(lock -> lock.server(key, server)).orElse(server);
    }

    private static String key(Uses.Repository uses) {
        return ActionsLock.keyOf(uses).orElseThrow();
    }

    /** What a workflow uses itself. One that uses nothing need not be in the lock. */
    private void collect(Workflow workflow) {
        LockScope scope = LockScope.of(workflow, definitions);
        if (!scope.isWhole()) {
            problems.add(workflow.path() + " leads to more than is followed");
        }
        SortedSet<String> keys = new TreeSet<>();
        boolean uses = false;
        for (UsesReference reference : scope.references()) {
            uses |= !(reference.uses() instanceof Uses.Docker);
            String place = reference.scalar().source().path() + ":"
                    + reference.span().line() + ": '" + reference.text() + "' ";
            Optional<Uses.Repository> action = LockScope.action(reference);
            if (action.isPresent() && action.get().ref().isPresent()) {
                keys.add(key(action.get()));
                direct.putIfAbsent(RemoteActions.text(action.get()), action.get());
            } else if (reference.uses() instanceof Uses.Malformed || action.isPresent()) {
                problems.add(place + "is nothing that GitHub takes");
            } else if (reference.uses() instanceof Uses.Local
                    && !reference.text().matches(".*\\.ya?ml")) {
                problems.add(
                        place + "is an action of the working tree, which a locked workflow cannot use: hardening:fix"
                                + " makes it one of the workflow's own commit");
            } else if (reference
                    .repository()
                    .filter(called ->
                            called.ref().isEmpty() || !called.ref().get().isCommit())
                    .isPresent()) {
                notes.add(place + "is a workflow of another repository, which no lock pins: name its commit");
            }
        }
        if (uses) {
            workflows.put(workflow.path(), keys);
        }
    }

    /** The commit that a lock has for a reference. */
    private Optional<String> locked(Uses.Repository uses) {
        String key = key(uses);
        return accepted.contains(key) ? Optional.empty() : lockedAs(key);
    }

    private Optional<String> lockedAs(String key) {
        return old.flatMap(lock -> lock.dependency(key))
                .filter(LockedAction::isResolved)
                .flatMap(LockedAction::commit)
                .map(commit -> commit.value()
                        .substring(commit.value().indexOf('-') + 1)
                        .toLowerCase(Locale.ROOT));
    }

    /** A forge serves the commits of forks, too, and refuses to run them. The lock says of which branch a commit is. */
    private void reach() {
        SortedMap<String, SortedSet<String>> asked = new TreeMap<>();
        byKey.values().forEach(actions -> {
            RemoteActions.Found action = actions.get(0);
            if (action.refs().isPresent() && action.commit().isPresent()) {
                GitRemote.Refs refs = action.refs().get();
                String commit = action.commit().get();
                if (!refs.tags().containsValue(commit) && !refs.branches().containsValue(commit)) {
                    asked.computeIfAbsent(
                                    server(key(action.uses())) + "/" + RepositoryNumbers.slug(key(action.uses())),
                                    first -> new TreeSet<>())
                            .add(commit);
                }
            }
        });
        List<GitReach.Question> questions = new ArrayList<>();
        asked.forEach((repository, commits) -> questions.add(new GitReach.Question(repository, commits)));
        Map<GitReach.Question, Answer<SortedMap<String, String>>> answers =
                ask(new GitReach(network.access()), "histories", questions);
        answers.forEach((question, answer) -> {
            for (String commit : question.commits()) {
                String name = answer.value().map(found -> found.get(commit)).orElse(null);
                if (answer.value().isEmpty()) {
                    problems.add(question.repository() + ": the commit " + commit + " could not be verified: "
                            + answer.problem());
                } else if (name != null) {
                    histories.put(question.repository() + "@" + commit, name);
                } else {
                    problems.add(question.repository() + ": " + commit
                            + " is not a commit of a branch or tag of that repository; it may be one of a fork: look at"
                            + " where it comes from");
                }
            }
        });
    }

    private Optional<LockText.Entry> entry(String key, List<RemoteActions.Found> actions, RepositoryNumbers numbers) {
        SortedSet<String> uses = new TreeSet<>();
        for (RemoteActions.Found action : actions) {
            action.problem().ifPresent(why -> problems.add(place(key) + way(action) + ": " + why));
            for (Uses.Repository used : action.leadsTo()) {
                // What a part of a repository uses of the same commit is the same entry.
                if (!key(used).equals(key)) {
                    uses.add(key(used));
                }
            }
            if (action.from().isPresent() && !action.uses().ref().orElseThrow().isCommit()) {
                notes.add(way(action) + " is not pinned by the action that uses it; the lock pins it");
            }
        }
        RemoteActions.Found first = actions.get(0);
        Optional<String> ref = first.commit().isPresent() ? ref(key, first) : Optional.empty();
        Optional<RepositoryNumbers.Numbers> known = numbers.of(RepositoryNumbers.slug(key));
        if (known.isEmpty()) {
            problems.add(place(key) + way(first) + ": " + numbers.why(RepositoryNumbers.slug(key)));
        }
        if (ref.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> host = old.flatMap(lock -> lock.dependency(key))
                .flatMap(had -> had.field("hostname"))
                .map(YamlScalar::value);
        return Optional.of(new LockText.Entry(
                host,
                ref.get(),
                first.commit().get(),
                known.get().owner(),
                known.get().repository(),
                uses));
    }

    /** The line of an entry that the lock has, before a sentence about it. */
    private String place(String key) {
        return old.flatMap(lock -> lock.dependency(key))
                .map(entry ->
                        DefinitionKind.LOCK_LOCATION + ":" + entry.key().span().line() + ": ")
                .orElse("");
    }

    private static String way(RemoteActions.Found action) {
        return String.join(" > ", action.way());
    }

    /** The name whose commit it is: what the reference names, or for a commit its best tag, else a branch that leads to it. */
    private Optional<String> ref(String key, RemoteActions.Found action) {
        String name = action.uses().ref().orElseThrow().name();
        String commit = action.commit().orElseThrow();
        if (!action.uses().ref().get().isCommit()) {
            action.refs().ifPresent(refs -> moved(key, action, name, commit, refs));
            return Optional.of(name);
        }
        Optional<String> had = lockedAs(key)
                .filter(commit::equals)
                .flatMap(same -> old.flatMap(lock -> lock.dependency(key)))
                .flatMap(entry -> entry.field("ref"))
                .map(YamlScalar::value);
        if (had.isPresent() || action.refs().isEmpty()) {
            return had;
        }
        GitRemote.Refs refs = action.refs().get();
        return VersionTags.best(refs.tags(), commit, Optional.empty())
                .or(() -> first(refs.tags(), commit))
                .or(() -> branch(key, action, commit, refs));
    }

    private void moved(String key, RemoteActions.Found action, String name, String commit, GitRemote.Refs refs) {
        String now = refs.tags().getOrDefault(name, refs.branches().get(name));
        if (!commit.equals(now) && refs.tags().containsKey(name)) {
            notes.add(way(action) + ": the tag has moved to " + now + ", and " + commit
                    + " stays locked; -Dhardening.accept=" + key + " locks the new one");
        } else if (now == null) {
            notes.add(way(action) + ": no tag and no branch has that name any more; " + commit + " stays locked");
        }
    }

    /** A branch whose newest commit it is, or whose history has it; a commit of no history was reported before. */
    private Optional<String> branch(String key, RemoteActions.Found action, String commit, GitRemote.Refs refs) {
        String history = histories.get(server(key) + "/" + RepositoryNumbers.slug(key) + "@" + commit);
        if (history == null) {
            return Stream.of("main", "master")
                    .filter(branch -> commit.equals(refs.branches().get(branch)))
                    .findFirst()
                    .or(() -> first(refs.branches(), commit));
        }
        if (history.startsWith(BRANCHES)) {
            return Optional.of(history.substring(BRANCHES.length()));
        }
        String tag = history.substring("refs/tags/".length());
        problems.add(place(key) + way(action)
                + ": it is of no branch, and not the commit of a tag, but one before the tag '" + tag
                + "'. GitHub wants to know of which tag or branch it is: use the commit of that tag, "
                + refs.tags().get(tag));
        return Optional.empty();
    }

    private static Optional<String> first(SortedMap<String, String> names, String commit) {
        return names.entrySet().stream()
                .filter(name -> name.getValue().equals(commit))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
