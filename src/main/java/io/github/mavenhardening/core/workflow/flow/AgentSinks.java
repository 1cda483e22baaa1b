package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.ActionOutput;
import io.github.mavenhardening.core.workflow.KnownOutputs;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outsiders' text that the agent of a step is asked with, or reads by itself. */
final class AgentSinks {

    private final JobState state;

    AgentSinks(JobState state) {
        this.state = state;
    }

    /** Hands what a step's agent gets to the state, if it has one. */
    void look(ReachedStep reached) {
        Optional<Agent> agent = Agents.of(reached.step());
        if (agent.isPresent()) {
            ask(agent.get(), reached);
        }
    }

    /** What an agent is asked, or reads by itself. Variables of its step are for it to read. */
    private void ask(Agent agent, ReachedStep reached) {
        boolean isFound = false;
        boolean isAboutEvent = agent.reads() || AboutEvent.isGiven(reached);
        List<YamlScalar> values = new ArrayList<>(agent.prompts());
        for (NamedValues.Binding binding : reached.step().env().all()) {
            binding.scalar().ifPresent(values::add);
        }
        for (YamlScalar value : values) {
            for (Fence fence : Fence.of(value)) {
                for (PossibleValue possible :
                        fence.expression().map(PossibleValue::of).orElse(List.of())) {
                    ContextPath path = possible.path().orElseThrow();
                    Location place = reached.at(fence.span(possible.place()));
                    Optional<Taint> taint = state.path(path, place, reached.frame(), Optional.of(reached.step()));
                    if (taint.isPresent() && !isFound) {
                        String text = value.value()
                                .substring(
                                        possible.place().from(),
                                        possible.place().to());
                        isFound = true;
                        asked(reached, place, "${{ " + text + " }}", taint.get());
                    }
                }
            }
        }
        for (YamlScalar file : agent.files()) {
            Optional<Taint> taint = state.file(
                    WorkPath.within("", reached.frame().text(file).orElse(file.value())), reached.at(file.span()));
            if (taint.isPresent() && !isFound) {
                isFound = true;
                asked(reached, reached.at(file.span()), file.value(), taint.get());
            }
        }
        boolean mayRead = !agent.isIdle() || agent.reads();
        if (!isFound && isAboutEvent && mayRead && state.events().areOpen()) {
            Taint source = Taint.source(Taint.Kind.TEXT, reached.place(), "may read what an outsider words");
            asked(reached, reached.place(), agent.name(), source);
        } else if (!isFound && agent.edits()) {
            // Silent: of more files the first are looked at.
            state.written().entrySet().stream()
                    .limit(NamedFiles.LIMIT)
                    .forEach(file ->
                            state.sink(Sink.Kind.FILE, reached, reached.place(), file.getKey(), file.getValue()));
        }
    }

    /** Notes what an agent is asked; the outputs that hold what it answers have an outsider's text then. */
    private void asked(ReachedStep reached, Location place, String text, Taint taint) {
        state.sink(Sink.Kind.PROMPT, reached, place, text, taint);
        for (ActionOutput output :
                KnownOutputs.of(reached.step(), reached.frame().definition())) {
            if (!output.isVariable()) {
                state.setOutput(reached, output.name(), taint.answered(reached.place()));
            }
        }
    }
}
