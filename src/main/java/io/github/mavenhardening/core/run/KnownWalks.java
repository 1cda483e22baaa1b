package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.run.WatchedContext.Answers;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Unreadable;
import io.github.mavenhardening.core.workflow.graph.ReachLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What walks over parts of a repository came to in the version before, for parts that refer to nothing else. That is not taken
 * on trust: a part is walked with definitions, files and a clock that note what is asked of them. It is walked again where a file
 * that was asked about is another. Where the checks looked at anything else, nothing of it is kept, and it is walked in every
 * version.
 */
final class KnownWalks {

    private final boolean keeps;
    private Map<Part, Known> before = Map.of();
    private Map<Part, Known> now = new ConcurrentHashMap<>();

    /**
     * A part with what all walks depend on.
     *
     * @param members the part, compared by identity
     * @param limit how far references are followed, which is by how many there are
     * @param unreadable the files that cannot be read
     */
    private record Part(List<Definition> members, ReachLimit limit, List<Unreadable> unreadable) {

        // By identity of the members, which is the point of this record.
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Part part)
                    || part.members.size() != members.size()
                    || !part.limit.equals(limit)
                    || !part.unreadable.equals(unreadable)) {
                return false;
            }
            for (int i = 0; i < members.size(); i++) {
                if (part.members.get(i) != members.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = limit.hashCode();
            for (Definition member : members) {
                hash = 31 * hash + System.identityHashCode(member);
            }
            return hash;
        }
    }

    /**
     * What a walk came to.
     *
     * @param seen empty where it cannot be known beforehand
     * @param missed the paths at which it looked for a definition and there was none
     * @param answers what it asked about files of the repository
     */
    private record Known(Optional<WalkResult> seen, Set<String> missed, Answers answers) {}

    /** Walks over a part, with that around it. */
    interface Walk {
        WalkResult over(List<Definition> part, CheckContext context, Definitions definitions);
    }

    private KnownWalks(boolean keeps) {
        this.keeps = keeps;
    }

    /** Knows none, and keeps none. */
    static KnownWalks none() {
        return new KnownWalks(false);
    }

    /** Keeps those of the version before. */
    static KnownWalks kept() {
        return new KnownWalks(true);
    }

    boolean isNone() {
        return !keeps;
    }

    /** Goes on to the next version. */
    void next() {
        before = now;
        now = new ConcurrentHashMap<>();
    }

    /** What a walk over that part comes to. */
    WalkResult get(List<Definition> members, CheckContext context, Definitions definitions, Walk walk) {
        List<Definition> some = new ArrayList<>(members);
        definitions
                .at(DefinitionKind.LOCK_LOCATION)
                .filter(lock -> members.stream().noneMatch(member -> member == lock))
                .ifPresent(some::add);
        ReachLimit limit = ReachLimit.of(definitions);
        Part part = new Part(List.copyOf(some), limit, definitions.unreadable());
        Known known = before.get(part);
        if (known == null
                || known.missed().stream().anyMatch(path -> definitions.at(path).isPresent())
                || !known.answers().holdIn(context.repository())) {
            known = walked(members, part, context, definitions, walk);
        }
        now.put(part, known);
        return known.seen().isPresent() ? known.seen().get() : walk.over(members, context, definitions);
    }

    private static Known walked(
            List<Definition> members, Part part, CheckContext context, Definitions definitions, Walk walk) {
        Definitions seen = definitions.seenFrom(part.members());
        seen.keep(ReachLimit.class, seen, part.limit());
        WatchedContext watched = new WatchedContext(context);
        WalkResult found = walk.over(members, watched.context(), seen);
        return seen.lookedBeyond() || watched.wentBeyond()
                ? new Known(Optional.empty(), Set.of(), watched.answers())
                : new Known(Optional.of(found), seen.missed(), watched.answers());
    }
}
