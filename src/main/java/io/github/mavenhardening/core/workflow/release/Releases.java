package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.script.PublishingCommand;
import io.github.mavenhardening.core.workflow.script.PublishingCommand.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows what jobs put out. */
public final class Releases {

    private Releases() {}

    /** What a job of a workflow puts out, in the order of its steps, local composite actions followed. */
    public static List<Release> of(NormalJob job, Definition workflow, Definitions definitions) {
        return definitions.known(
                Releases.class,
                job,
                () -> JobSteps.of(job, workflow, definitions).stream()
                        .flatMap(Releases::in)
                        .toList());
    }

    /** What the jobs of a workflow put out. */
    public static List<Release> of(Workflow workflow, Definitions definitions) {
        return workflow.liveJobs().stream()
                .filter(NormalJob.class::isInstance)
                .flatMap(job -> of((NormalJob) job, workflow, definitions).stream())
                .toList();
    }

    private static Stream<Release> in(ReachedStep reached) {
        Stream<Release> commands = reached.commands().stream()
                .flatMap(command -> PublishingCommand.of(command).stream()
                        .map(known -> new Release(reached, Optional.of(command), known.kind(), known.text())));
        Stream<Release> action = ActionTerms.RELEASING.mayHold(reached.step())
                ? reached.step().uses().flatMap(uses -> uses.uses().repository()).stream()
                        .map(uses -> new Release(reached, Optional.empty(), kind(uses), uses.target()))
                : Stream.empty();
        return Stream.concat(commands, action);
    }

    private static Kind kind(Uses.Repository uses) {
        String name = uses.target().toLowerCase(Locale.ROOT);
        if (name.contains("docker") || name.contains("push-to-registry") || name.contains("build-push")) {
            return Kind.IMAGE;
        }
        return name.contains("publish") ? Kind.PACKAGE : Kind.RELEASE;
    }
}
