package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.DispatchingActions;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** Outsiders' text that the action of a step sends to other workflows. */
final class ActionDispatch {

    private final JobState state;

    ActionDispatch(JobState state) {
        this.state = state;
    }

    /** Hands what a step's action sends to the state, if it is known to send something. */
    void look(ReachedStep reached) {
        Optional<DispatchingActions.Known> known = DispatchingActions.of(reached.step());
        Optional<YamlScalar> payload = known.flatMap(action -> reached.step().input(action.payload()));
        if (payload.isEmpty()) {
            return;
        }
        Step step = reached.step();
        String target = spelledOut(step.input(known.get().target()));
        String repository =
                step.input(known.get().repository()).map(YamlScalar::value).orElse("");
        String text = payload.get().value();
        for (Fence fence : Fence.of(payload.get())) {
            for (PossibleValue possible : PossibleValue.of(fence)) {
                Location place = reached.at(fence.span(possible.place()));
                Optional<Taint> taint =
                        state.path(possible.path().orElseThrow(), place, reached.frame(), Optional.of(step));
                if (taint.isPresent()) {
                    String name = MemberNames.last(MemberNames.end(text, fence.from()));
                    Taint sent = taint.get().at(reached.place(), SentText.SENT);
                    state.send(reached, new SentText(known.get().isEvent(), target, name, repository, sent));
                }
            }
        }
    }

    private static String spelledOut(Optional<YamlScalar> value) {
        return value.isPresent() && Fence.of(value.get()).isEmpty()
                ? value.get().value()
                : "";
    }
}
