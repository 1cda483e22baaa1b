package io.github.mavenhardening.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers {@code host/n} with n; the host {@code down} not at all, what is {@code bad} with a complaint. */
    private final class Numbers implements Port<String, Integer> {

        @Override
        public String host(String question) {
            return question.substring(0, question.indexOf('/'));
        }

        @Override
        public Integer ask(String question) throws IOException {
            asked.add(question);
            if (host(question).equals("down")) {
                throw new NoAnswerException("down", new IOException("refused"));
            }
            if (question.endsWith("bad")) {
                throw new IOException(host(question) + " has no number");
            }
            return Integer.valueOf(question.substring(question.indexOf('/') + 1));
        }
    }

    @Test
    void asksEachQuestionOnceASession() {
        Network network = Network.open();

        assertThat(network.ask(new Numbers(), List.of("a/2", "a/1", "a/2")))
                .containsExactly(Map.entry("a/2", Answer.of(2)), Map.entry("a/1", Answer.of(1)));
        assertThat(network.ask(new Numbers(), List.of("a/1", "a/3"))).containsValues(Answer.of(1), Answer.of(3));
        assertThat(asked).containsExactlyInAnyOrder("a/2", "a/1", "a/3");
    }

    @Test
    void keepsWhatOthersAnswerWhereOneHostIsDown() {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            questions.add("down/" + i);
        }
        questions.add("up/7");
        questions.add("up/bad");

        Map<String, Answer<Integer>> answers = Network.open().ask(new Numbers(), questions);

        assertThat(answers.get("up/7").value()).contains(7);
        assertThat(answers.get("up/bad")).isEqualTo(Answer.none("up has no number"));
        assertThat(answers.get("down/99"))
                .isEqualTo(Answer.none("down did not answer 3 times in a row and was not queried any more"));
        assertThat(answers.values()).contains(Answer.none("down did not answer: refused"));
        assertThat(asked).hasSizeLessThan(15);
    }

    @Test
    void asksNothingWhileItIsClosed() {
        Network network = Network.closed("Maven runs offline (-o)");

        assertThat(network.refusal()).contains("Maven runs offline (-o)");
        assertThat(network.ask(new Numbers(), List.of("a/1")))
                .containsExactly(Map.entry("a/1", Answer.none("Maven runs offline (-o)")));
        assertThat(asked).isEmpty();
    }
}
