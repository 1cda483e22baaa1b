package io.github.mavenhardening.core.workflow;

import java.util.List;
import java.util.Optional;

/**
 * All definitions of a repository, sorted by path.
 *
 * @param unreadable the files that should be definitions and could not be read
 */
public record Definitions(List<Definition> all, List<Unreadable> unreadable) {

    public Definitions {
        all = List.copyOf(all);
        unreadable = List.copyOf(unreadable);
    }

    public List<Workflow> workflows() {
        return of(Workflow.class);
    }

    public List<Action> actions() {
        return of(Action.class);
    }

    /** How many are neither workflows nor actions, but configurations of the tools around them. */
    public int configurations() {
        return all.size() - workflows().size() - actions().size();
    }

    private <D extends Definition> List<D> of(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The definition at a path relative to the repository's root. */
    public Optional<Definition> at(String path) {
        return all.stream().filter(definition -> definition.path().equals(path)).findFirst();
    }

    /**
     * What a reference within the repository leads to: the workflow at that path, or the action in that folder. Empty when
     * it leads out of the repository, or to nothing.
     */
    public Optional<Definition> target(Uses uses) {
        if (uses instanceof Uses.Local local) {
            return within(local.path().substring(2));
        }
        return uses instanceof Uses.SelfRepository self ? within(self.path()) : Optional.empty();
    }

    private Optional<Definition> within(String path) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return at(folder).or(() -> at(prefix + "action.yml")).or(() -> at(prefix + "action.yaml"));
    }
}
