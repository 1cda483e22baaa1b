package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads a job. */
final class JobReader {

    private final Reading reading;
    private final PartReader parts;
    private final StepReader steps;

    JobReader(Reading reading, PartReader parts) {
        this.reading = reading;
        this.parts = parts;
        this.steps = new StepReader(reading, parts);
    }

    /** The job; absent, and noted, when it says neither steps nor workflow. */
    Optional<Job> read(YamlMapping.Entry entry, YamlMapping job) {
        Optional<YamlScalar> uses = reading.scalar(job, "uses");
        if (uses.isPresent()) {
            return Optional.of(call(entry, job, uses.get()));
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
        return Optional.of(normal(entry, job));
    }

    private Job call(YamlMapping.Entry entry, YamlMapping job, YamlScalar scalar) {
        UsesReference uses = UsesReference.of(job.entry("uses").orElseThrow().key(), scalar);
        steps.refused(uses).ifPresent(reason -> reading.problem(reason, uses.span()));
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
                parts.concurrency(job),
                matrix(job),
                uses,
                parts.bindings(job, "with"),
                Bindings.of(job.entry("secrets")),
                Shapes.span(entry));
    }

    private Job normal(YamlMapping.Entry entry, YamlMapping job) {
        return new NormalJob(
                entry.key(),
                job,
                reading.scalar(job, "name"),
                parts.condition(job),
                needs(job),
                parts.permissions(job),
                parts.concurrency(job),
                matrix(job),
                runsOn(job),
                environment(job),
                parts.bindings(job, "env"),
                parts.bindings(job, "outputs"),
                parts.defaults(job),
                reading.scalar(job, "timeout-minutes"),
                job.entry("container").map(e -> container(e, Image.Role.CONTAINER)),
                services(job),
                steps.list(job, "steps"),
                Shapes.span(entry));
    }

    private static List<YamlScalar> needs(YamlMapping job) {
        return job.get("needs").map(Shapes::texts).orElse(List.of());
    }

    private Optional<Matrix> matrix(YamlMapping job) {
        return reading.mapping(job, "strategy")
                .flatMap(strategy -> strategy.entry("matrix"))
                .map(MatrixReader::read);
    }

    private Optional<RunsOn> runsOn(YamlMapping job) {
        return job.entry("runs-on").map(entry -> {
            YamlNode value = entry.value();
            if (value instanceof YamlMapping mapping) {
                List<YamlScalar> labels =
                        mapping.get("labels").map(Shapes::texts).orElse(List.of());
                return new RunsOn(entry.key(), labels, reading.scalar(mapping, "group"));
            }
            return new RunsOn(entry.key(), Shapes.texts(value), Optional.empty());
        });
    }

    private Optional<DeploymentEnvironment> environment(YamlMapping job) {
        return job.entry("environment").map(entry -> {
            if (entry.value() instanceof YamlMapping mapping) {
                return new DeploymentEnvironment(
                        entry.key(), reading.scalar(mapping, "name"), reading.scalar(mapping, "url"));
            }
            return new DeploymentEnvironment(entry.key(), reading.scalar(job, "environment"), Optional.empty());
        });
    }

    private List<Container> services(YamlMapping job) {
        return reading.mapping(job, "services")
                .map(services -> services.entries().stream()
                        .map(entry -> container(entry, Image.Role.SERVICE))
                        .toList())
                .orElse(List.of());
    }

    /** Both forms: the image alone, or a mapping with the image in it. */
    private Container container(YamlMapping.Entry entry, Image.Role role) {
        if (entry.value() instanceof YamlMapping mapping) {
            Optional<Image> image = reading.scalar(mapping, "image")
                    .map(scalar -> Image.of(
                            role, scalar, Shapes.span(mapping.entry("image").orElseThrow())));
            return new Container(
                    entry.key(),
                    image,
                    parts.bindings(mapping, "credentials"),
                    parts.bindings(mapping, "env"),
                    reading.scalar(mapping, "options"));
        }
        Optional<Image> image = entry.value() instanceof YamlScalar scalar && !scalar.isNull()
                ? Optional.of(Image.of(role, scalar, Shapes.span(entry)))
                : Optional.empty();
        return new Container(entry.key(), image, Bindings.none(), Bindings.none(), Optional.empty());
    }
}
