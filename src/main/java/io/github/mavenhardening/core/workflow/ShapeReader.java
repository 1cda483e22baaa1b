package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlProblem;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads values of the shape that is expected; what has another shape is noted and taken for absent. */
final class ShapeReader {

    /** There are some forty events and twenty permissions, and a runner has a few labels. */
    private static final int LIST_LIMIT = 256;

    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();

    ShapeReader(YamlDocument document) {
        this.document = document;
        for (YamlProblem problem : document.problems()) {
            problem(problem.message(), problem.span());
        }
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
        if (parent.get(key).orElse(null) instanceof YamlMapping mapping) {
            return Optional.of(mapping);
        }
        refuse(parent, key, "a mapping");
        return Optional.empty();
    }

    /** The list under a key. */
    Optional<YamlSequence> sequence(YamlMapping parent, String key) {
        if (parent.get(key).orElse(null) instanceof YamlSequence sequence) {
            return Optional.of(sequence);
        }
        refuse(parent, key, "a list");
        return Optional.empty();
    }

    /** The items of the list under a key, none where there is no list. */
    List<YamlSequence.Item> items(YamlMapping parent, String key) {
        Optional<YamlSequence> sequence = sequence(parent, key);
        return sequence.isPresent() ? sequence.get().items() : List.of();
    }

    /** The single value under a key. */
    Optional<YamlScalar> scalar(YamlMapping parent, String key) {
        if (parent.get(key).orElse(null) instanceof YamlScalar scalar) {
            return scalar.isNull() ? Optional.empty() : Optional.of(scalar);
        }
        refuse(parent, key, "a single value");
        return Optional.empty();
    }

    /** Notes what stands under a key in another shape than it should; what is absent or an expression is let pass. */
    private void refuse(YamlMapping parent, String key, String shape) {
        Optional<YamlMapping.Entry> entry = parent.entry(key);
        if (entry.isPresent()
                && !isNull(entry.get().value())
                && !isExpression(entry.get().value())) {
            problem("'" + key + "' is not " + shape, entry.get().key().span());
        }
    }

    /** The first of what is listed, where that is more than GitHub can take, which is noted: all checks go through the list. */
    <T> List<T> few(List<T> listed, String what, Span place) {
        if (listed.size() <= LIST_LIMIT) {
            return listed;
        }
        problem(what + " lists more than " + LIST_LIMIT + ", of which no more are looked at", place);
        return List.copyOf(listed.subList(0, LIST_LIMIT));
    }

    static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.isNull();
    }

    private static boolean isExpression(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.value().contains("${{");
    }
}
