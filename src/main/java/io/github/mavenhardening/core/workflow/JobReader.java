package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a job. */
final class JobReader {

    private final ShapeReader reading;
    private final PartReader parts;
    private final StepReader steps;

    JobReader(ShapeReader reading, PartReader parts) {
        this.reading = reading;
        this.parts = parts;
        this.steps = new StepReader(reading, parts);
    }

    /** The job; it is noted when that says neither steps nor workflow, or both. */
    Job read(YamlMapping.Entry entry, YamlMapping job) {
        Optional<YamlScalar> uses = reading.scalar(job, "uses");
        boolean hasSteps = job.get("steps").isPresent();
        if (uses.isPresent() && hasSteps) {
            reading.problem(
                    "the job '" + entry.name() + "' has both 'steps' and 'uses'",
                    job.entry("uses").orElseThrow().key().span());
        }
        // GitHub refuses a job with both; what it says of a runner tells which of them was meant.
        if (uses.isPresent() && !(hasSteps && job.get("runs-on").isPresent())) {
            return call(entry, job, uses.get());
        }
        if (job.get("steps").isEmpty()) {
            reading.problem(
                    "the job '" + entry.name() + "' has neither 'steps' nor 'uses'",
                    entry.key().span());
        } else if (job.get("runs-on").isEmpty()) {
            reading.problem(
                    "the job '" + entry.name() + "' has no 'runs-on'",
                    entry.key().span());
        }
        return normal(entry, job);
    }

    private Job call(YamlMapping.Entry entry, YamlMapping job, YamlScalar scalar) {
        UsesReference uses = UsesReference.of(job.entry("uses").orElseThrow().key(), scalar);
        Optional<String> refused = steps.refused(uses);
        if (refused.isPresent()) {
            reading.problem(refused.get(), uses.span());
        }
        if (uses.uses() instanceof Uses.Docker) {
            reading.problem("a job cannot use a container image", uses.span());
        }
        return new ReusableWorkflowCall(
                entry.key(),
                job,
                reading.scalar(job, "name"),
                parts.condition(job),
                needs(job),
                parts.permissions(job),
                parts.cacheMode(job),
                parts.concurrency(job),
                matrix(job),
                uses,
                parts.bindings(job, "with"),
                NamedValues.of(job.entry("secrets")),
                YamlNodes.span(entry));
    }

    private Job normal(YamlMapping.Entry entry, YamlMapping job) {
        return new NormalJob(
                entry.key(),
                job,
                reading.scalar(job, "name"),
                parts.condition(job),
                needs(job),
                parts.permissions(job),
                parts.cacheMode(job),
                parts.concurrency(job),
                matrix(job),
                runsOn(job),
                environment(job),
                parts.bindings(job, "env"),
                parts.bindings(job, "outputs"),
                parts.defaults(job),
                reading.scalar(job, "timeout-minutes"),
                container(job),
                services(job),
                steps.list(job),
                YamlNodes.span(entry));
    }

    private static List<YamlScalar> needs(YamlMapping job) {
        return YamlNodes.texts(job, "needs");
    }

    private Optional<Matrix> matrix(YamlMapping job) {
        Optional<YamlMapping> strategy = reading.mapping(job, "strategy");
        Optional<YamlMapping.Entry> matrix =
                strategy.isPresent() ? strategy.get().entry("matrix") : Optional.empty();
        return matrix.isPresent() ? Optional.of(MatrixReader.read(matrix.get())) : Optional.empty();
    }

    private Optional<RunsOn> runsOn(YamlMapping job) {
        Optional<YamlMapping.Entry> entry = job.entry("runs-on");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        YamlScalar key = entry.get().key();
        YamlNode value = entry.get().value();
        if (value instanceof YamlMapping mapping) {
            List<YamlScalar> labels = reading.few(YamlNodes.texts(mapping, "labels"), "'labels'", key.span());
            return Optional.of(new RunsOn(key, labels, reading.scalar(mapping, "group")));
        }
        return Optional.of(
                new RunsOn(key, reading.few(YamlNodes.texts(value), "'runs-on'", key.span()), Optional.empty()));
    }

    private Optional<NormalJob.Environment> environment(YamlMapping job) {
        Optional<YamlMapping.Entry> entry = job.entry("environment");
        if (entry.isPresent() && entry.get().value() instanceof YamlMapping mapping) {
            NormalJob.Environment environment = new NormalJob.Environment(reading.scalar(mapping, "name"));
            reading.scalar(mapping, "url");
            return Optional.of(environment);
        }
        return entry.map(other -> new NormalJob.Environment(reading.scalar(job, "environment")));
    }

    private List<Container> services(YamlMapping job) {
        Optional<YamlMapping> services = reading.mapping(job, "services");
        if (services.isEmpty()) {
            return List.of();
        }
        List<Container> containers = new ArrayList<>();
        for (YamlMapping.Entry entry : services.get().entries()) {
            containers.add(container(entry, Image.Role.SERVICE));
        }
        return containers;
    }

    private Optional<Container> container(YamlMapping job) {
        Optional<YamlMapping.Entry> entry = job.entry("container");
        return entry.isPresent() ? Optional.of(container(entry.get(), Image.Role.CONTAINER)) : Optional.empty();
    }

    /** Both forms: the image alone, or a mapping with the image in it. */
    private Container container(YamlMapping.Entry entry, Image.Role role) {
        if (entry.value() instanceof YamlMapping mapping) {
            return new Container(
                    entry.key(),
                    image(mapping, role),
                    parts.bindings(mapping, "credentials"),
                    parts.bindings(mapping, "env"),
                    reading.scalar(mapping, "options"));
        }
        Optional<Image> image = entry.value() instanceof YamlScalar scalar && !scalar.isNull()
                ? Optional.of(Image.of(role, scalar, YamlNodes.span(entry)))
                : Optional.empty();
        return new Container(entry.key(), image, NamedValues.none(), NamedValues.none(), Optional.empty());
    }

    private Optional<Image> image(YamlMapping container, Image.Role role) {
        Optional<YamlScalar> image = reading.scalar(container, "image");
        if (image.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Image.of(
                role, image.get(), YamlNodes.span(container.entry("image").orElseThrow())));
    }
}
