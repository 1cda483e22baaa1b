package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads values of the shape that is expected; what has another shape is noted and taken for absent. */
final class Reading {

    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();

    Reading(YamlDocument document) {
        this.document = document;
        document.problems().forEach(problem -> problem(problem.message(), problem.span()));
    }

    YamlDocument document() {
        return document;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void problem(String message, Span span) {
        problems.add(new Problem(message, document.source().at(span)));
    }

    /** The mapping under a key; absent when it is not there, empty, or an expression. */
    Optional<YamlMapping> mapping(YamlMapping parent, String key) {
        return of(parent, key, "a mapping", node -> node instanceof YamlMapping mapping ? mapping : null);
    }

    /** The list under a key. */
    Optional<YamlSequence> sequence(YamlMapping parent, String key) {
        return of(parent, key, "a list", node -> node instanceof YamlSequence sequence ? sequence : null);
    }

    /** The single value under a key. */
    Optional<YamlScalar> scalar(YamlMapping parent, String key) {
        return of(parent, key, "a single value", node -> node instanceof YamlScalar scalar ? scalar : null);
    }

    private <T> Optional<T> of(YamlMapping parent, String key, String shape, Function<YamlNode, T> cast) {
        Optional<YamlMapping.Entry> entry = parent.entry(key).filter(e -> !isNull(e.value()));
        Optional<T> value = entry.map(YamlMapping.Entry::value).map(cast);
        if (entry.isPresent() && value.isEmpty() && !isExpression(entry.get().value())) {
            problem("'" + key + "' is not " + shape, entry.get().key().span());
        }
        return value;
    }

    static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.isNull();
    }

    private static boolean isExpression(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.value().contains("${{");
    }
}
