package io.github.mavenhardening.core.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.Asker;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import java.util.List;

/**
 * GitLab's answers to whoever has those rights. It hides what a plan does not offer behind the same 404 as what does not
 * exist; of a project, nothing is hidden from its maintainers but that.
 */
final class Answers {

    private static final String NOT_OFFERED = "not offered on this plan, or not by this release of GitLab (404)";

    private final Asker asker;
    private final Rights rights;

    Answers(Asker asker, Rights rights) {
        this.asker = asker;
        this.rights = rights;
    }

    /** The object at a path; an empty one where nothing was ever set there, which is {@code null}. */
    Known<JsonNode> object(String path) {
        boolean isNone = asker.ask(Question.object(path))
                .value()
                .filter(reply -> reply.isOk() && reply.items().get(0).isNull())
                .isPresent();
        Known<JsonNode> known = isNone ? Known.of(JsonNodeFactory.instance.objectNode()) : asker.object(path);
        return isNotOffered(Question.object(path)) ? Known.unknown(NOT_OFFERED) : known;
    }

    Known<List<JsonNode>> list(String path) {
        Known<List<JsonNode>> known = asker.list(path, Question.ALL);
        return isNotOffered(Question.list(path, Question.ALL)) ? Known.unknown(NOT_OFFERED) : known;
    }

    private boolean isNotOffered(Question question) {
        return question.path().startsWith(GitLabForge.PROJECTS) && Asker.isOff(asker.ask(question), rights);
    }
}
