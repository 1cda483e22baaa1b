package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.Dockerfiles;
import io.github.mavenhardening.core.workflow.graph.LockedPins;
import io.github.mavenhardening.core.workflow.graph.ReachLimit;
import io.github.mavenhardening.core.workflow.graph.References;
import io.github.mavenhardening.core.workflow.graph.Unpinned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a local reference to everything that is not pinned behind it, over the shortest way to each definition. */
final class UnpinnedReach {

    /** How deep GitHub lets actions and workflows be nested; what is deeper does not run. */
    private static final int DEPTH_LIMIT = 10;

    private static final int LIMIT = 200;

    private final WorkflowContext in;
    private final PinPolicy policy;
    private final List<Unpinned> found = new ArrayList<>();
    private final Set<Location> places = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Reached> left = new ArrayDeque<>();
    private int references;
    private boolean whole = true;

    private UnpinnedReach(WorkflowContext in) {
        this.in = in;
        this.policy = in.options(PinPolicy.class);
        this.references = ReachLimit.of(in.definitions()).references();
    }

    /**
     * What is behind a reference.
     *
     * @param unpinned what is not pinned, each place once, the nearest first
     * @param isWhole whether all was followed
     */
    record Behind(List<Unpinned> unpinned, boolean isWhole) {
        Behind {
            unpinned = List.copyOf(unpinned);
        }
    }

    /** A definition, and the calls that lead to it. */
    private record Reached(Definition definition, List<Location> path) {}

    /** What is not pinned behind a local reference; nothing for references to elsewhere. */
    static Behind of(UsesReference reference, WorkflowContext in) {
        Optional<Definition> target = in.definitions().target(reference.uses());
        if (target.isEmpty()) {
            return new Behind(alone(reference.uses(), in), true);
        }
        // With a lock it depends on the workflow what counts as pinned.
        if (in.definitions().lock().isPresent()) {
            return new UnpinnedReach(in).follow(target.get());
        }
        Optional<Behind> known = in.definitions().known(UnpinnedReach.class, target.get());
        return known.isPresent()
                ? known.get()
                : in.definitions().keep(UnpinnedReach.class, target.get(), new UnpinnedReach(in).follow(target.get()));
    }

    /** The Dockerfile that a reference leads to, for the folder has nothing else of an action. */
    static Optional<String> dockerfile(Uses uses, WorkflowContext in) {
        Optional<String> folder = LocalPath.of(uses);
        boolean may = folder.isPresent()
                && in.definitions().areWhole()
                && in.definitions().within(folder.get()).isEmpty();
        return may ? Dockerfiles.alone(folder.get(), in.run().repository()) : Optional.empty();
    }

    private static List<Unpinned> alone(Uses uses, WorkflowContext in) {
        Optional<String> file = dockerfile(uses, in);
        return file.isPresent() ? bases(file.get(), in) : List.of();
    }

    private static List<Unpinned> bases(String dockerfile, WorkflowContext in) {
        return Dockerfiles.bases(dockerfile, in.run().repository(), in.definitions())
                .orElse(List.of());
    }

    private Behind follow(Definition first) {
        // Silent: the answer says whether it is whole.
        left.add(new Reached(first, List.of()));
        seen.add(first.path());
        while (!left.isEmpty() && found.size() < LIMIT && references > 0) {
            follow(left.poll());
        }
        return new Behind(found, whole && left.isEmpty() && references > 0);
    }

    private void follow(Reached reached) {
        if (reached.definition() instanceof Action action) {
            Optional<String> dockerfile = Dockerfiles.pathOf(action);
            if (dockerfile.isPresent()) {
                add(bases(dockerfile.get(), in), reached.path());
            }
        }
        for (UsesReference reference : References.live(reached.definition(), in.definitions())) {
            if (references == 0) {
                return;
            }
            references--;
            reference(reference, reached);
        }
    }

    private void reference(UsesReference reference, Reached reached) {
        // Silent: GitHub follows nothing that is deeper.
        Definition definition = reached.definition();
        Optional<Definition> target = in.definitions().target(reference.uses());
        if (target.isPresent()) {
            if (reached.path().size() < DEPTH_LIMIT && seen.add(target.get().path())) {
                List<Location> longer = new ArrayList<>(reached.path());
                longer.add(definition
                        .source()
                        .at(reference.span())
                        .labelled("calls " + target.get().path()));
                left.add(new Reached(target.get(), longer));
            }
        } else if (isUnpinned(reference, definition)) {
            Location place = definition.source().at(reference.span());
            add(List.of(new Unpinned(reference.text(), place, List.of(), false)), reached.path());
        } else {
            add(alone(reference.uses(), in), reached.path());
        }
    }

    private boolean isUnpinned(UsesReference reference, Definition definition) {
        Optional<Uses.Repository> repository = reference.repository();
        return repository.isPresent()
                ? UnpinnedUses.isUnpinned(repository.get(), policy) && !isLocked(repository.get(), definition)
                : reference.uses() instanceof Uses.Docker docker
                        && !docker.image().isPinned();
    }

    /** By the lock of the workflow that leads here, or of the one that it stands in. */
    private boolean isLocked(Uses.Repository uses, Definition definition) {
        return LockedPins.has(uses, in.definition().orElseThrow(), in.definitions())
                || LockedPins.has(uses, definition, in.definitions());
    }

    private void add(List<Unpinned> more, List<Location> path) {
        // Silent: the answer says that it is not whole.
        for (Unpinned unpinned : more) {
            if (found.size() >= LIMIT) {
                whole = false;
            } else if (places.add(unpinned.place())) {
                found.add(new Unpinned(unpinned.text(), unpinned.place(), path, unpinned.isLoose()));
            }
        }
    }
}
