package io.github.mavenhardening.core.forge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.ForgePort.Question;
import io.github.mavenhardening.core.forge.rest.ForgePort.Reply;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import java.util.List;
import java.util.Map;

/** Asks a forge, and takes an answer that is none for unknown. */
public final class Asker {

    private final Network network;
    private final ForgePort port;

    /** An asker that sends its questions by that port. */
    public Asker(Network network, ForgePort port) {
        this.network = network;
        this.port = port;
    }

    /** The answers to these questions, asked at once where they were not asked before. */
    public Map<Question, Answer<Reply>> askAll(List<Question> questions) {
        return network.ask(port, questions);
    }

    /** The answer to one question. */
    public Answer<Reply> ask(Question question) {
        return network.ask(port, List.of(question)).get(question);
    }

    /** The JSON object at a path; unknown where the answer is another value, or none. */
    public Known<JsonNode> object(String path) {
        return object(ask(Question.object(path)));
    }

    /** The object that an answer is. */
    public static Known<JsonNode> object(Answer<Reply> answer) {
        return items(answer)
                .then(items -> items.get(0).isObject() ? Known.of(items.get(0)) : Known.unknown(Fields.ODD));
    }

    /** The entries of the list at a path. */
    public Known<List<JsonNode>> list(String path, String items) {
        return items(ask(Question.list(path, items)));
    }

    private static Known<List<JsonNode>> items(Answer<Reply> answer) {
        if (answer.value().isEmpty()) {
            return Known.unknown("request failed: " + answer.problem());
        }
        Reply reply = answer.value().get();
        return reply.isOk() ? Known.of(reply.items()) : Known.unknown(reply.reason());
    }

    /** Whether a 404 says that there is no such thing: to an administrator alone, from whom nothing is hidden. */
    public static boolean isOff(Answer<Reply> answer, Rights rights) {
        return rights == Rights.ADMIN && answer.value().map(Reply::status).orElse(0) == 404;
    }
}
