package io.github.mavenhardening.core.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Asker;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import io.github.mavenhardening.core.forge.rest.ForgePort.Reply;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the state of the repositories whose actions are used. */
final class UsedActions {

    /** The most repositories whose state is asked for. */
    private static final int MAX_ACTIONS = 200;

    private final Asker asker;
    private final Consumer<String> progress;

    UsedActions(Asker asker, Consumer<String> progress) {
        this.asker = asker;
        this.progress = progress;
    }

    /**
     * The state of each, by its name in lower case.
     *
     * @param own the repository that uses them, which is left out
     */
    SortedMap<String, Known<String>> read(Collection<RepositorySlug> actions, RepositorySlug own) {
        Set<String> names = new LinkedHashSet<>();
        for (RepositorySlug action : actions) {
            if (!action.same(own.owner(), own.name())) {
                names.add(action.toString().toLowerCase(Locale.ROOT));
            }
        }
        List<String> asked = new ArrayList<>(new TreeSet<>(names));
        List<String> left = asked.size() > MAX_ACTIONS ? asked.subList(MAX_ACTIONS, asked.size()) : List.of();
        SortedMap<String, Known<String>> states = new TreeMap<>();
        left.forEach(name -> states.put(name, Known.unknown("not asked: there are more than " + MAX_ACTIONS)));
        asked.removeAll(Set.copyOf(left));
        progress.accept("Asking about " + Count.of(asked.size(), "repositories") + " of actions");
        List<Question> questions =
                asked.stream().map(name -> Question.object("repos/" + name)).toList();
        Map<Question, Answer<Reply>> answers = asker.askAll(questions);
        for (Map.Entry<Question, Answer<Reply>> answer : answers.entrySet()) {
            String name = answer.getKey().path().substring("repos/".length());
            states.put(name, Asker.object(answer.getValue()).map(UsedActions::state));
        }
        return states;
    }

    private static String state(JsonNode repository) {
        if (repository.path("archived").asBoolean()) {
            return "archived";
        }
        return repository.path("disabled").asBoolean() ? "disabled" : "active";
    }
}
