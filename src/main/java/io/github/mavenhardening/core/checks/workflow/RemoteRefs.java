package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.GitReach;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The tags and branches of the repositories that workflows use, at the forge that runs them. */
final class RemoteRefs {

    private RemoteRefs() {}

    /** Asks for those of all wanted references at once, and notes what could not be learned. */
    static void ask(
            Check check, Definitions definitions, BiPredicate<UsesReference, Definition> wanted, WorkflowContext in) {
        Set<String> repositories = new LinkedHashSet<>();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                if (reference.repository().isPresent() && wanted.test(reference, definition)) {
                    repositories.add(address(reference.repository().get(), in));
                }
            }
        }
        for (Answer<GitRemote.Refs> answer :
                in.run().ask(check, remote(in), repositories).values()) {
            if (answer.value().isEmpty()) {
                in.run().gap(check.info().id() + ": " + answer.problem());
            }
        }
    }

    /** The answers for those repositories. */
    static Collection<Answer<GitRemote.Refs>> ask(
            Check check, Collection<Uses.Repository> repositories, WorkflowContext in) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Uses.Repository repository : repositories) {
            addresses.add(address(repository, in));
        }
        return in.run().ask(check, remote(in), addresses).values();
    }

    /** Those of one repository; empty where they could not be learned, which {@link #ask} noted. */
    static Optional<GitRemote.Refs> of(Check check, Uses.Repository uses, WorkflowContext in) {
        return in.run().ask(check, remote(in), List.of(address(uses, in))).values().stream()
                .findFirst()
                .flatMap(Answer::value);
    }

    private static GitRemote remote(WorkflowContext in) {
        return new GitRemote(access(in));
    }

    /** How hosts are reached. */
    static Access access(WorkflowContext in) {
        return in.run().environment().network().map(Network::access).orElseGet(Access::usual);
    }

    /**
     * What names commits that are not of its repository: of no branch's and no tag's history. What could not be learned is noted,
     * and none of it is answered.
     *
     * @param commits lower-case hex digits, by what names their repositories
     */
    static Set<Uses.Repository> foreign(Check check, Map<Uses.Repository, String> commits, WorkflowContext in) {
        Set<Uses.Repository> found = new LinkedHashSet<>();
        reached(check, commits, in).forEach((uses, own) -> {
            if (!own) {
                found.add(uses);
            }
        });
        return found;
    }

    /**
     * Whether commits are of a branch's or tag's history of their repositories. What could not be learned is noted, and has no
     * answer.
     *
     * @param commits lower-case hex digits, by what names their repositories
     */
    static Map<Uses.Repository, Boolean> reached(
            Check check, Map<Uses.Repository, String> commits, WorkflowContext in) {
        Map<Uses.Repository, Boolean> reached = new LinkedHashMap<>();
        SortedMap<String, SortedSet<String>> unknown = new TreeMap<>();
        for (Map.Entry<Uses.Repository, String> asked : commits.entrySet()) {
            Optional<GitRemote.Refs> refs = of(check, asked.getKey(), in);
            String commit = asked.getValue();
            if (refs.isPresent()
                    && !refs.get().tags().containsValue(commit)
                    && !refs.get().branches().containsValue(commit)) {
                unknown.computeIfAbsent(address(asked.getKey(), in), first -> new TreeSet<>())
                        .add(commit);
            } else if (refs.isPresent()) {
                reached.put(asked.getKey(), true);
            }
        }
        List<GitReach.Question> questions = new ArrayList<>();
        unknown.forEach((repository, wanted) -> questions.add(new GitReach.Question(repository, wanted)));
        Map<String, Boolean> answers = new HashMap<>();
        in.run().ask(check, new GitReach(access(in)), questions).forEach((question, answer) -> {
            if (answer.value().isEmpty()) {
                in.run().gap(check.info().id() + ": " + answer.problem());
                return;
            }
            for (String commit : question.commits()) {
                answers.put(
                        question.repository() + "@" + commit,
                        answer.value().get().containsKey(commit));
            }
        });
        commits.forEach((uses, commit) -> {
            Boolean answer = answers.get(address(uses, in) + "@" + commit);
            if (answer != null) {
                reached.put(uses, answer);
            }
        });
        return reached;
    }

    /** On its runners the forge is named, and in its lock another one where that has the repository. */
    static String address(Uses.Repository uses, WorkflowContext in) {
        return forge(uses, in) + "/" + uses.slug();
    }

    static String forge(Uses.Repository uses, WorkflowContext in) {
        String home = in.run().environment().variable("GITHUB_SERVER_URL").orElse("https://github.com");
        Optional<String> key = ActionsLock.keyOf(uses);
        Optional<ActionsLock> lock = in.definitions().lock();
        return key.isPresent() && lock.isPresent() ? lock.get().server(key.get(), home) : home;
    }
}
