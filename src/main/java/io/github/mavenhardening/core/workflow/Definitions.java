package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All definitions of a repository, sorted by path. Thread-safe. */
public final class Definitions {

    private final List<Definition> all;
    private final List<Unreadable> unreadable;
    private final List<Workflow> workflows;
    private final List<Action> actions;
    private final Map<String, Definition> byPath = new HashMap<>();
    private final Set<String> unreadablePaths = new HashSet<>();
    private final boolean whole;
    private final Optional<RepositorySlug> slug;
    /** Those that these are some of; null where they stand by themselves. */
    private final Definitions around;

    /** Where there was nothing when it was asked for. */
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    private volatile boolean beyond;
    /** How many results of a kind are kept that are worked out again at no great cost. */
    private static final int LAST = 10_000;

    /** What was worked out of parts, by kind of result and part. */
    private final Map<Key, Object> known = new ConcurrentHashMap<>();

    /**
     * Those definitions.
     *
     * @param unreadable the files that should be definitions and could not be read
     * @param whole whether they are all that the repository has
     * @param slug the repository's own name, where it is known
     */
    public Definitions(
            List<Definition> all, List<Unreadable> unreadable, boolean whole, Optional<RepositorySlug> slug) {
        this(all, unreadable, whole, slug, null);
    }

    private Definitions(
            List<Definition> all,
            List<Unreadable> unreadable,
            boolean whole,
            Optional<RepositorySlug> slug,
            Definitions around) {
        this.whole = whole;
        this.slug = slug;
        this.around = around;
        for (Unreadable file : unreadable) {
            unreadablePaths.add(file.location().path());
        }
        this.all = List.copyOf(all);
        this.unreadable = List.copyOf(unreadable);
        List<Workflow> foundWorkflows = new ArrayList<>();
        List<Action> foundActions = new ArrayList<>();
        for (Definition definition : all) {
            byPath.putIfAbsent(definition.path(), definition);
            if (definition instanceof Workflow workflow) {
                foundWorkflows.add(workflow);
            } else if (definition instanceof Action action) {
                foundActions.add(action);
            }
        }
        this.workflows = List.copyOf(foundWorkflows);
        this.actions = List.copyOf(foundActions);
    }

    /**
     * The same, seen from some of them: they answer as all of these do, and tell whether an answer took more than those some,
     * and where there was nothing. What is worked out is kept apart.
     */
    public Definitions seenFrom(List<Definition> some) {
        return new Definitions(some, unreadable, whole, slug, this);
    }

    /** Whether an answer took more than those that these are seen from and the files that cannot be read. */
    public boolean lookedBeyond() {
        return beyond;
    }

    /** The paths at which a definition was looked for and there was none. */
    public Set<String> missed() {
        return Set.copyOf(missed);
    }

    /** These, or those that they are some of, which is noted. */
    private Definitions everything() {
        if (around == null) {
            return this;
        }
        beyond = true;
        return around;
    }

    /** A part by its identity: parts are compared deeply otherwise, and equal ones can stand in several places. */
    private record Key(Class<?> kind, Object part) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.kind == kind && key.part == part;
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + System.identityHashCode(part);
        }
    }

    public List<Definition> all() {
        return everything().all;
    }

    /** The files that should be definitions and could not be read. */
    public List<Unreadable> unreadable() {
        return unreadable;
    }

    /**
     * What is to be known of a part, worked out when first asked for and kept for every check after. Two threads may work it
     * out at the same time; the result must depend on the part and these definitions alone.
     *
     * @param kind the class that works it out
     * @param part the definition, job or step, distinguished by identity
     */
    public <T> T known(Class<?> kind, Object part, Supplier<T> work) {
        Optional<T> result = known(kind, part);
        return result.isPresent() ? result.get() : keep(kind, part, work.get());
    }

    /** What {@link #keep} was given for a part; empty before. */
    @SuppressWarnings("unchecked") // Each kind has one type of result.
    public <T> Optional<T> known(Class<?> kind, Object part) {
        return Optional.ofNullable((T) known.get(new Key(kind, part)));
    }

    /**
     * Keeps what was worked out of a part, on the terms of {@link #known(Class, Object, Supplier)}, and returns it; where another
     * thread was faster, what that kept.
     */
    @SuppressWarnings("unchecked") // Each kind has one type of result.
    public <T> T keep(Class<?> kind, Object part, T result) {
        T before = (T) known.putIfAbsent(new Key(kind, part), result);
        return before == null ? result : before;
    }

    /**
     * The same for what takes much room: of a kind only the last ones are kept, since checks look at one definition after
     * another; what was dropped is worked out again where it is asked for.
     *
     * @param size how much room it takes
     * @param most how much all of the kind may take together; one result alone may take more
     */
    public <T> T keepLast(Class<?> kind, Object part, T result, long size, long most) {
        Key of = new Key(LastKept.class, kind);
        if (!known.containsKey(of)) {
            known.putIfAbsent(of, new LastKept());
        }
        for (Object dropped : ((LastKept) known.get(of)).add(part, size, most)) {
            known.remove(new Key(kind, dropped));
        }
        return keep(kind, part, result);
    }

    /** The same for what is small and takes no longer than the part is. */
    public <T> T keepLast(Class<?> kind, Object part, T result) {
        return keepLast(kind, part, result, 1, LAST);
    }

    public List<Workflow> workflows() {
        return everything().workflows;
    }

    /**
     * The workflows among these, without any around them: all that whoever follows references from one of these comes to, and
     * all that refer to it.
     */
    public List<Workflow> connectedWorkflows() {
        return workflows;
    }

    public List<Action> actions() {
        return everything().actions;
    }

    /** GitHub's lock of what the workflows use, where there is one that can be read. */
    public Optional<ActionsLock> lock() {
        return at(DefinitionKind.LOCK_LOCATION).orElse(null) instanceof ActionsLock lock
                ? Optional.of(lock)
                : Optional.empty();
    }

    /** The workflow of this repository that a job calls, where it is one that can be read. */
    public Optional<Workflow> called(ReusableWorkflowCall call) {
        Optional<String> path = ownPath(call.uses().uses());
        return path.isPresent() && at(path.get()).orElse(null) instanceof Workflow workflow
                ? Optional.of(workflow)
                : Optional.empty();
    }

    /** How many are neither workflows nor actions, but configurations of the tools around them. */
    public int configurations() {
        return all().size() - workflows().size() - actions().size();
    }

    /** The definition at a path relative to the repository's root. */
    public Optional<Definition> at(String path) {
        Definition found = byPath.get(path);
        if (found == null && around != null) {
            found = around.byPath.get(path);
            beyond |= found != null;
            if (found == null) {
                missed.add(path);
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * What a reference within the repository leads to: the workflow at that path, or the action in that folder. Empty when
     * it leads out of the repository, or to nothing.
     */
    public Optional<Definition> target(Uses uses) {
        Optional<String> path = LocalPath.of(uses);
        return path.isPresent() ? within(path.get()) : Optional.empty();
    }

    /**
     * The same, also for a reference by the repository's own name to a branch: what runs is the branch's file, of which this
     * one is the next version.
     */
    public Optional<Definition> own(Uses uses) {
        Optional<String> path = ownPath(uses);
        return path.isPresent() ? within(path.get()) : Optional.empty();
    }

    /** The path in this repository to which {@link #own} leads. */
    public Optional<String> ownPath(Uses uses) {
        return LocalPath.of(uses, slug);
    }

    /** The definition at a path, or of the action in the folder there. */
    public Optional<Definition> within(String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        for (String place : List.of(path, prefix + "action.yml", prefix + "action.yaml")) {
            Optional<Definition> found = at(place);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether that file should be a definition, and could not be read. */
    public boolean isUnreadable(String path) {
        return unreadablePaths.contains(path);
    }

    /** Whether they are all that a repository has, those included that references lead to, and not some files of it. */
    public boolean areWhole() {
        return whole;
    }
}
