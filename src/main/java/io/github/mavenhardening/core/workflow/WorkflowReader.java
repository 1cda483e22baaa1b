package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a workflow's top level. */
final class WorkflowReader {

    private final ShapeReader reading;
    private final PartReader parts;

    WorkflowReader(ShapeReader reading) {
        this.reading = reading;
        this.parts = new PartReader(reading);
    }

    Workflow read(YamlMapping mapping) {
        List<Trigger> triggers = triggers(mapping);
        List<Job> jobs = jobs(mapping);
        return new Workflow(
                reading.document(),
                mapping,
                reading.scalar(mapping, "name"),
                triggers,
                parts.permissions(mapping),
                parts.cacheMode(mapping),
                parts.bindings(mapping, "env"),
                parts.defaults(mapping),
                parts.concurrency(mapping),
                jobs,
                reading.problems());
    }

    private List<Trigger> triggers(YamlMapping mapping) {
        Optional<YamlMapping.Entry> on = mapping.entry("on");
        if (on.isEmpty() || ShapeReader.isNull(on.get().value())) {
            reading.problem("the workflow has no 'on', so nothing starts it", mapping.span());
            return List.of();
        }
        YamlNode node = on.get().value();
        if (node instanceof YamlMapping events) {
            List<Trigger> triggers = new ArrayList<>();
            for (YamlMapping.Entry entry :
                    reading.few(events.entries(), "'on'", on.get().key().span())) {
                triggers.add(trigger(entry));
            }
            return triggers;
        }
        if (node instanceof YamlSequence sequence
                && YamlNodes.texts(node).size() != sequence.items().size()) {
            reading.problem(
                    "'on' lists something that is not an event's name",
                    on.get().key().span());
        }
        List<Trigger> triggers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlScalar event : YamlNodes.texts(node)) {
            if (names.add(event.value())) {
                triggers.add(new Trigger(event, Optional.empty(), event.span()));
            }
        }
        return reading.few(triggers, "'on'", on.get().key().span());
    }

    private static Trigger trigger(YamlMapping.Entry entry) {
        Optional<YamlMapping> configuration =
                entry.value() instanceof YamlMapping filters ? Optional.of(filters) : Optional.empty();
        return new Trigger(entry.key(), configuration, YamlNodes.span(entry));
    }

    private List<Job> jobs(YamlMapping mapping) {
        Optional<YamlMapping> entries = reading.mapping(mapping, "jobs");
        if (entries.isEmpty() || entries.get().entries().isEmpty()) {
            reading.problem(
                    "the workflow has no jobs",
                    mapping.entry("jobs")
                            .map(YamlMapping.Entry::key)
                            .map(YamlScalar::span)
                            .orElse(mapping.span()));
            return List.of();
        }
        JobReader reader = new JobReader(reading, parts);
        List<Job> jobs = new ArrayList<>();
        for (YamlMapping.Entry entry : entries.get().entries()) {
            if (entry.value() instanceof YamlMapping job) {
                jobs.add(reader.read(entry, job));
            } else {
                reading.problem(
                        "the job '" + entry.name() + "' is not a mapping",
                        entry.key().span());
            }
        }
        return jobs;
    }
}
