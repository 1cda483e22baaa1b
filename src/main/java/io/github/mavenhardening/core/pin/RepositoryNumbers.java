package io.github.mavenhardening.core.pin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers by which GitHub knows owners and repositories, whoever has their names. Git does not tell them: they are kept from the
 * lock there is, and the forge's interface is asked for the others.
 */
final class RepositoryNumbers {

    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final Map<String, Numbers> known = new TreeMap<>();
    private final Map<String, String> unknown = new TreeMap<>();

    /** Those of one repository. */
    record Numbers(long owner, long repository) {}

    /** Those that a lock has. */
    RepositoryNumbers(Optional<ActionsLock> lock) {
        for (LockedAction action : lock.map(ActionsLock::dependencies).orElse(List.of())) {
            Optional<Long> owner = action.field("owner_id").flatMap(RepositoryNumbers::number);
            Optional<Long> repository = action.field("repo_id").flatMap(RepositoryNumbers::number);
            if (owner.isPresent() && repository.isPresent()) {
                known.putIfAbsent(
                        slug(ActionsLock.canonical(action.key().value())), new Numbers(owner.get(), repository.get()));
            }
        }
    }

    private static Optional<Long> number(YamlScalar scalar) {
        return scalar.value().matches(NUMBER) ? Optional.of(Long.valueOf(scalar.value())) : Optional.empty();
    }

    /** {@code owner/repository}, in lower case, of a key. */
    static String slug(String key) {
        return key.substring(0, Math.max(0, key.indexOf('@')));
    }

    /**
     * Learns those of other repositories.
     *
     * @param port where the forge is asked; empty where nobody has a token for it
     */
    void learn(Collection<String> slugs, Optional<ForgePort> port, RemoteActions.Asking asking) {
        List<ForgePort.Question> questions = new ArrayList<>();
        for (String slug : slugs) {
            if (!known.containsKey(slug)) {
                questions.add(question(slug));
                unknown.put(
                        slug,
                        "its owner_id and repo_id are not in the lock yet, and there is no token to ask the forge"
                                + " with: set GH_TOKEN");
            }
        }
        if (port.isEmpty() || questions.isEmpty()) {
            return;
        }
        Map<ForgePort.Question, Answer<ForgePort.Reply>> answers = asking.ask(port.get(), "numbers", questions);
        for (String slug : List.copyOf(unknown.keySet())) {
            Answer<ForgePort.Reply> answer = answers.get(question(slug));
            if (answer != null) {
                take(slug, answer);
            }
        }
    }

    private static ForgePort.Question question(String slug) {
        return ForgePort.Question.object("repos/" + slug);
    }

    private void take(String slug, Answer<ForgePort.Reply> answer) {
        if (answer.value().isEmpty() || !answer.value().get().isOk()) {
            String why = answer.value().map(ForgePort.Reply::reason).orElse(answer.problem());
            unknown.put(slug, "the forge does not say its owner_id and repo_id: " + why);
            return;
        }
        JsonNode body = answer.value().get().items().get(0);
        String name = body.path("full_name").asText();
        long owner = body.path("owner").path("id").asLong();
        long repository = body.path("id").asLong();
        if (!name.equalsIgnoreCase(slug)) {
            unknown.put(
                    slug,
                    "it is called " + (name.isEmpty() ? "something else" : "'" + name + "'")
                            + " by now, and GitHub follows no old names in a lock: use the new one");
        } else if (owner < 1 || repository < 1) {
            unknown.put(slug, "the forge's answer has no owner_id and repo_id");
        } else {
            unknown.remove(slug);
            known.put(slug, new Numbers(owner, repository));
        }
    }

    /** Those of a repository; empty where they are not known. */
    Optional<Numbers> of(String slug) {
        return Optional.ofNullable(known.get(slug));
    }

    /** Why those of a repository are not known. */
    String why(String slug) {
        return unknown.getOrDefault(slug, "its owner_id and repo_id are not known");
    }
}
