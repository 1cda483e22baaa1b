package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.SlugList;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.code.ProgramSinks;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outsiders' text that decides which machine the action of a step asks. */
final class RequestSinks {

    /** By action, in lower case, the input that takes an address. */
    private static final Map<String, String> ADDRESSES = ResourceLines.pairs(SlugList.class, "request-inputs.txt");

    /** What stands before an address, or before a path of the forge's own. */
    private static final Pattern METHOD = Pattern.compile("\\s{0,9}[A-Z]{3,7}\\s{1,9}");

    private final JobState state;

    RequestSinks(JobState state) {
        this.state = state;
    }

    /** Hands the address that a step's action asks to the state, where an outsider words its host. */
    void look(ReachedStep reached) {
        Optional<Uses.Repository> uses = reached.step().repository();
        String input = uses.isPresent() ? ADDRESSES.get(uses.get().key()) : null;
        Optional<YamlScalar> address =
                input == null ? Optional.empty() : reached.step().input(input);
        Optional<Taint> taint = address.isPresent()
                ? state.value(address.get(), reached.frame(), Optional.of(reached.step()))
                : Optional.empty();
        if (taint.isPresent()) {
            String value = address.get().value();
            Matcher method = METHOD.matcher(value);
            Taint text = method.lookingAt() ? taint.get().without(method.end()) : taint.get();
            if (text.isHost()) {
                state.sink(
                        Sink.Kind.HOST,
                        reached,
                        reached.at(address.get().span()),
                        ProgramSinks.shortened(value.replace('\n', ' ')),
                        text);
            }
        }
    }
}
