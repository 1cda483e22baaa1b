package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** Outsiders' text that decides what the container of a job is, or is an option of it or of one beside it. */
final class ContainerSinks {

    /** What may stand before a name of which an outsider words the owner: a registry, not an owner or an image. */
    private static final Pattern REGISTRY = Pattern.compile("\\s{0,9}(?:docker://)?(?:[\\w.:-]{1,253}/)?");

    private final JobValues values;
    private final Workflow workflow;

    ContainerSinks(JobValues values, Workflow workflow) {
        this.values = values;
        this.workflow = workflow;
    }

    /** What gets a place where text does harm before any step runs. */
    interface Found {
        void at(Sink.Kind kind, YamlScalar value, Taint taint);
    }

    /** Hands on what the containers of a job get. What a service runs has nothing of the job. */
    void look(NormalJob job, Found found) {
        if (job.container().isPresent()) {
            Container container = job.container().get();
            if (container.image().isPresent()) {
                YamlScalar name = container.image().get().scalar();
                Optional<Taint> taint = taint(name);
                if (taint.isPresent() && REGISTRY.matcher(taint.get().start()).matches()) {
                    found.at(Sink.Kind.CODE, name, taint.get());
                }
            }
            options(container, found);
        }
        for (Container service : job.services()) {
            options(service, found);
        }
    }

    /** Docker's command line is put together from them; its quotes end where the text says so. */
    private void options(Container container, Found found) {
        Optional<Taint> taint =
                container.options().isPresent() ? taint(container.options().get()) : Optional.empty();
        if (taint.isPresent() && taint.get().begins(true)) {
            found.at(Sink.Kind.ARGUMENT, container.options().get(), taint.get());
        }
    }

    private Optional<Taint> taint(YamlScalar value) {
        return values.of(value, CallPath.ofJob(workflow), Optional.empty());
    }
}
