package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * An event that starts a workflow.
 *
 * @param event its name, with the place where it stands
 * @param configuration what is said of it: filters, inputs; empty when nothing is
 * @param span from the name to the end of its configuration
 */
public record Trigger(YamlScalar event, Optional<YamlMapping> configuration, Span span) {

    /** Events of the default branch, with its secrets, that anyone can set off by what they send. */
    public static final List<String> DANGEROUS = List.of("pull_request_target", "workflow_run", "issue_comment");

    /** Whether it is that event. */
    public boolean is(String name) {
        return event.value().equals(name);
    }

    /** The texts under a filter, {@code branches} or {@code types}, a single one included; empty when it is not given. */
    public List<YamlScalar> filter(String name) {
        return configuration.isPresent() ? YamlNodes.texts(configuration.get(), name) : List.of();
    }

    /** Whether a filter is given, be it empty. */
    public boolean hasFilter(String name) {
        return entry(name).isPresent();
    }

    /** The inputs of {@code workflow_call} or {@code workflow_dispatch}. */
    public NamedValues inputs() {
        return NamedValues.of(entry("inputs"));
    }

    /** The outputs of {@code workflow_call}. */
    public NamedValues outputs() {
        return NamedValues.of(entry("outputs"));
    }

    /** The secrets of {@code workflow_call}. */
    public NamedValues secrets() {
        return NamedValues.of(entry("secrets"));
    }

    private Optional<YamlMapping.Entry> entry(String name) {
        return configuration.isPresent() ? configuration.get().entry(name) : Optional.empty();
    }
}
