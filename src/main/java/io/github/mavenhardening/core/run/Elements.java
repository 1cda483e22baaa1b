package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The elements of workflows and actions, to say of a finding by its place which one it lies in. */
final class Elements {

    /** By file the jobs and the steps, by where they begin: of two that lie in one another the inner one begins later. */
    private final Map<String, NavigableMap<Integer, Part>> parts = new HashMap<>();

    private final Map<String, Definition> definitions = new HashMap<>();

    /**
     * A stretch of text.
     *
     * @param outer what it lies in; empty for a job, and for a step of an action
     */
    private record Part(Span span, Element element, Optional<Part> outer) {}

    Elements(Definitions all) {
        for (Definition definition : all.all()) {
            definitions.put(definition.path(), definition);
        }
    }

    /** The findings with what each is about. */
    List<Finding> named(List<Finding> findings) {
        List<Finding> named = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            Optional<Element> element = of(finding);
            named.add(element.isPresent() ? finding.withElement(element.get()) : finding);
        }
        return named;
    }

    private Optional<Element> of(Finding finding) {
        Definition definition = definitions.get(finding.primary().path());
        if (definition == null || finding.primary().span().isEmpty()) {
            return Optional.empty();
        }
        Span place = finding.primary().span().get();
        NavigableMap<Integer, Part> inFile = parts.get(definition.path());
        if (inFile == null) {
            inFile = partsOf(definition);
            parts.put(definition.path(), inFile);
        }
        Map.Entry<Integer, Part> before = inFile.floorEntry(place.start());
        Optional<Part> part = before == null ? Optional.empty() : Optional.of(before.getValue());
        while (part.isPresent() && !part.get().span().contains(place)) {
            part = part.get().outer();
        }
        return part.isPresent() ? Optional.of(part.get().element()) : Optional.empty();
    }

    private static NavigableMap<Integer, Part> partsOf(Definition definition) {
        NavigableMap<Integer, Part> parts = new TreeMap<>();
        if (definition instanceof Workflow workflow) {
            for (Job job : workflow.jobs()) {
                Optional<String> uses = job instanceof ReusableWorkflowCall call
                        ? Optional.of(call.uses().text())
                        : Optional.empty();
                Optional<String> id = Optional.of(job.id().value());
                Part whole = new Part(
                        job.span(),
                        new Element(id, Optional.empty(), Optional.empty(), uses, Optional.empty()),
                        Optional.empty());
                parts.putIfAbsent(job.span().start(), whole);
                if (job instanceof NormalJob normal) {
                    put(normal.steps(), id, Optional.of(whole), parts);
                }
            }
        }
        put(definition.steps(), Optional.empty(), Optional.empty(), parts);
        return parts;
    }

    /** Puts the steps among the parts; what an alias repeats stays what it is where it is written. */
    private static void put(
            List<Step> steps, Optional<String> job, Optional<Part> outer, NavigableMap<Integer, Part> parts) {
        for (Step step : steps) {
            Optional<String> uses = step.uses().isPresent()
                    ? Optional.of(step.uses().get().uses().text())
                    : Optional.empty();
            Element element = new Element(job, text(step.id()), text(step.name()), uses, Optional.empty());
            Part part = new Part(step.span(), element, outer);
            parts.putIfAbsent(step.span().start(), part);
            if (step.body() instanceof Step.Parallel parallel) {
                put(parallel.steps(), job, Optional.of(part), parts);
            }
        }
    }

    private static Optional<String> text(Optional<YamlScalar> scalar) {
        return scalar.isPresent() ? Optional.of(scalar.get().value()) : Optional.empty();
    }
}
