package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Port;
import io.github.mavenhardening.core.source.GitFiles;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.function.Function;

/**
 * Follows actions of other repositories to what they use themselves: composite actions name others, whose tags and branches may move
 * although the workflow names a commit. All of a depth are asked for at once; what was seen is not followed again.
 */
public final class RemoteActions {

    /** No deeper does GitHub run composite actions within each other. */
    private static final int DEEPEST = 10;

    /** Who leads to more leads nowhere that a person would review. */
    private static final int MOST = 1_000;

    private static final List<String> FILES = List.of("action.yml", "action.yaml", "Dockerfile");

    private final Asking asking;
    private final Access access;
    private final Function<Uses.Repository, String> server;
    private final Function<Uses.Repository, Optional<String>> locked;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** Asks questions of the network. */
    public interface Asking {

        /**
         * The answers, in their order.
         *
         * @param what what is asked for, in the plural
         */
        <Q, A> Map<Q, Answer<A>> ask(Port<Q, A> port, String what, Collection<Q> questions);
    }

    /**
     * An action, and what it uses.
     *
     * @param uses what names it
     * @param from the action that names it; empty where a file of the own repository does
     * @param refs the names of its repository; empty where they could not be learned
     * @param commit what its ref stands for; empty where that is not known
     * @param leadsTo what its steps use
     * @param problem why it, or what it uses, is not known; empty where both are
     */
    public record Found(
            Uses.Repository uses,
            Optional<Found> from,
            Optional<GitRemote.Refs> refs,
            Optional<String> commit,
            List<Uses.Repository> leadsTo,
            Optional<String> problem) {

        /** What leads to it from the own repository on, and it. */
        public List<String> way() {
            List<String> way = new ArrayList<>();
            from.ifPresent(before -> way.addAll(before.way()));
            way.add(text(uses));
            return way;
        }

        private Found with(List<Uses.Repository> used, Optional<String> why) {
            return new Found(uses, from, refs, commit, used, why);
        }
    }

    /**
     * Follows none yet.
     *
     * @param access how hosts are reached
     * @param server the address of the forge that has a repository
     * @param locked the commit that a reference is to be taken for, whatever its name stands for now
     */
    public RemoteActions(
            Asking asking,
            Access access,
            Function<Uses.Repository, String> server,
            Function<Uses.Repository, Optional<String>> locked) {
        this.asking = asking;
        this.access = access;
        this.server = server;
        this.locked = locked;
    }

    /** A reference as a user writes it. */
    public static String text(Uses.Repository uses) {
        return uses.target() + uses.ref().map(ref -> "@" + ref.name()).orElse("");
    }

    private static String key(Uses.Repository uses) {
        // The folder and the ref have case, the names of owner and repository have none.
        return uses.slug().toLowerCase(Locale.ROOT)
                + text(uses).substring(uses.slug().length());
    }

    /** Names of owners and repositories have no case: each repository is asked for once. */
    private String address(Uses.Repository uses) {
        return server.apply(uses) + "/" + uses.slug().toLowerCase(Locale.ROOT);
    }

    /** What those actions, which have refs, lead to, they themselves included; each once, by the shortest way. */
    public List<Found> follow(Collection<Uses.Repository> actions) {
        List<Found> level = new ArrayList<>();
        for (Uses.Repository uses : actions) {
            add(uses, Optional.empty(), level);
        }
        for (int depth = 1; !level.isEmpty(); depth++) {
            List<Found> read = read(resolved(level));
            level = new ArrayList<>();
            for (Found action : read) {
                found.put(key(action.uses()), action);
                for (Uses.Repository used : action.leadsTo()) {
                    if (depth < DEEPEST && found.size() < MOST) {
                        add(used, Optional.of(action), level);
                    } else if (!found.containsKey(key(used))) {
                        found.put(
                                key(action.uses()),
                                action.with(
                                        action.leadsTo(),
                                        Optional.of("it leads to more than "
                                                + (depth < DEEPEST
                                                        ? MOST + " actions"
                                                        : DEEPEST + " actions within each other")
                                                + ", which are not followed")));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private void add(Uses.Repository uses, Optional<Found> from, List<Found> level) {
        Found next = new Found(uses, from, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        if (found.putIfAbsent(key(uses), next) == null) {
            level.add(next);
        }
    }

    private List<Found> resolved(List<Found> level) {
        Set<String> addresses = new TreeSet<>();
        level.forEach(action -> addresses.add(address(action.uses())));
        Map<String, Answer<GitRemote.Refs>> answers = asking.ask(new GitRemote(access), "repositories", addresses);
        return level.stream()
                .map(action -> resolved(action, answers.get(address(action.uses()))))
                .toList();
    }

    private Found resolved(Found action, Answer<GitRemote.Refs> answer) {
        String name = action.uses().ref().orElseThrow().name();
        Optional<GitRemote.Refs> refs = answer.value();
        Optional<String> commit = action.uses().ref().get().isCommit()
                ? Optional.of(name.toLowerCase(Locale.ROOT))
                : locked.apply(action.uses());
        Optional<String> problem = refs.isPresent() ? Optional.empty() : Optional.of(answer.problem());
        if (refs.isPresent() && commit.isEmpty()) {
            Optional<String> tag = Optional.ofNullable(refs.get().tags().get(name));
            Optional<String> branch = Optional.ofNullable(refs.get().branches().get(name));
            commit = tag.or(() -> branch);
            if (commit.isEmpty()) {
                problem = Optional.of("no tag and no branch has that name");
            } else if (tag.isPresent() && branch.isPresent() && !tag.equals(branch)) {
                commit = Optional.empty();
                problem = Optional.of(
                        "a tag and a branch have that name; the tag is " + tag.get() + ", the branch " + branch.get());
            }
        }
        return new Found(action.uses(), action.from(), refs, commit, List.of(), problem);
    }

    private List<Found> read(List<Found> level) {
        SortedMap<String, SortedSet<String>> paths = new TreeMap<>();
        for (Found action : level) {
            if (action.commit().isPresent() && action.problem().isEmpty()) {
                SortedSet<String> wanted = paths.computeIfAbsent(place(action), first -> new TreeSet<>());
                FILES.forEach(name -> wanted.add(folder(action) + name));
            }
        }
        Map<String, GitFiles.Question> questions = new TreeMap<>();
        paths.forEach((place, wanted) -> {
            int at = place.lastIndexOf('@');
            questions.put(place, new GitFiles.Question(place.substring(0, at), place.substring(at + 1), wanted));
        });
        Map<GitFiles.Question, Answer<SortedMap<String, String>>> answers =
                asking.ask(new GitFiles(access), "actions", questions.values());
        List<Found> read = new ArrayList<>();
        for (Found action : level) {
            GitFiles.Question question = action.commit().isPresent() ? questions.get(place(action)) : null;
            read.add(question == null ? action : read(action, answers.get(question)));
        }
        return read;
    }

    private String place(Found action) {
        return address(action.uses()) + "@" + action.commit().orElseThrow();
    }

    private static String folder(Found action) {
        String path = action.uses().path().flatMap(LocalPath::plain).orElse("");
        return path.isEmpty() ? "" : path + "/";
    }

    private static Found read(Found action, Answer<SortedMap<String, String>> answer) {
        if (answer.value().isEmpty()) {
            return action.with(List.of(), Optional.of(answer.problem()));
        }
        for (String name : FILES) {
            String text = answer.value().get().get(folder(action) + name);
            if (text != null) {
                return name.equals("Dockerfile") ? action : read(action, name, text);
            }
        }
        return action.with(List.of(), Optional.of("there is no action.yml, action.yaml or Dockerfile at its commit"));
    }

    private static Found read(Found action, String name, String text) {
        Definition definition;
        try {
            definition = DefinitionKind.ACTION.read(SourceFile.of(name, text));
        } catch (UnreadableFileException e) {
            return action.with(List.of(), Optional.of("its " + name + " cannot be read: " + e.reason()));
        }
        if (!definition.problems().isEmpty()) {
            String first = definition.problems().get(0).message();
            return action.with(List.of(), Optional.of("its " + name + " cannot be understood: " + first));
        }
        List<Uses.Repository> used = new ArrayList<>();
        for (UsesReference reference : References.of(definition)) {
            if (reference.uses() instanceof Uses.Repository repository) {
                if (repository.ref().isEmpty()) {
                    return action.with(List.of(), Optional.of("it uses '" + reference.text() + "', which has no ref"));
                }
                used.add(repository);
            } else if (reference.uses() instanceof Uses.SelfRepository) {
                // The same repository at the same commit.
                Uses.Repository own = action.uses();
                Optional<String> path = LocalPath.of(reference.uses()).filter(folder -> !folder.isEmpty());
                used.add(new Uses.Repository(own.owner(), own.name(), path, own.ref()));
            } else if (reference.uses() instanceof Uses.Local) {
                return action.with(
                        List.of(),
                        Optional.of("it uses '" + reference.text()
                                + "' of the workflow's checkout, which may be anything"));
            }
        }
        return action.with(used, Optional.empty());
    }
}
