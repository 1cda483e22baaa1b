package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the values of a snapshot, each known or unknown for a reason, and refuses with its place what has another form. */
class SnapshotValues {

    private static final String UNKNOWN = "unknown";

    private final String path;

    SnapshotValues(String path) {
        this.path = path;
    }

    final String path() {
        return path;
    }

    /**
     * What stands under a name.
     *
     * @param node the value; empty where it is unknown
     * @param reason why it is unknown
     */
    record Member(Optional<YamlNode> node, String reason) {

        <T> Known<T> unknown() {
            return Known.unknown(reason);
        }
    }

    final Member member(YamlMapping in, String name) {
        return member(Optional.of(in), name);
    }

    final Member member(Optional<YamlMapping> in, String name) {
        Optional<YamlNode> node = in.isPresent() ? in.get().get(name) : Optional.empty();
        if (node.isPresent()
                && node.get() instanceof YamlMapping mapping
                && mapping.entries().size() == 1
                && mapping.get(UNKNOWN).orElse(null) instanceof YamlScalar reason) {
            return new Member(Optional.empty(), reason.value());
        }
        return new Member(node, ForgeSnapshot.NOT_THERE);
    }

    // A value as far as it is known, once for each form: this runs in every build, and a lambda for each setting takes
    // more
    // time than reading all of them.

    final Known<Boolean> flag(Member member) throws UnreadableFileException {
        return member.node().isEmpty()
                ? member.unknown()
                : Known.of(flag(member.node().get()));
    }

    final Known<String> text(Member member) throws UnreadableFileException {
        return member.node().isEmpty()
                ? member.unknown()
                : Known.of(text(member.node().get()));
    }

    final Known<Integer> number(Member member) throws UnreadableFileException {
        return member.node().isEmpty()
                ? member.unknown()
                : Known.of(number(member.node().get()));
    }

    final Known<List<String>> texts(Member member) throws UnreadableFileException {
        return member.node().isEmpty()
                ? member.unknown()
                : Known.of(texts(member.node().get()));
    }

    final Known<SortedSet<String>> names(Member member) throws UnreadableFileException {
        return member.node().isEmpty()
                ? member.unknown()
                : Known.of(Collections.unmodifiableSortedSet(
                        new TreeSet<>(texts(member.node().get()))));
    }

    final Optional<YamlMapping> part(YamlMapping in, String name) throws UnreadableFileException {
        Optional<YamlNode> node = in.get(name);
        return node.isPresent() ? Optional.of(object(node.get())) : Optional.empty();
    }

    final List<String> texts(YamlNode node) throws UnreadableFileException {
        List<String> texts = new ArrayList<>();
        for (YamlNode value : list(node)) {
            texts.add(text(value));
        }
        return List.copyOf(texts);
    }

    final List<YamlNode> list(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlSequence sequence) {
            return sequence.values();
        }
        throw refused(node.span(), "expected a list");
    }

    final YamlNode required(YamlMapping in, String name) throws UnreadableFileException {
        Optional<YamlNode> node = in.get(name);
        if (node.isEmpty()) {
            throw refused(in.span(), "expected the member '" + name + "'");
        }
        return node.get();
    }

    final YamlMapping object(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw refused(node.span(), "expected an object");
    }

    final String text(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlScalar scalar && !scalar.isUntyped() && !scalar.isNull()) {
            return scalar.value();
        }
        throw refused(node.span(), "expected a text in quotes");
    }

    final boolean flag(YamlNode node) throws UnreadableFileException {
        Optional<Boolean> flag = node instanceof YamlScalar scalar ? scalar.asBoolean() : Optional.empty();
        if (flag.isEmpty()) {
            throw refused(node.span(), "expected true, false or {\"unknown\": \"reason\"}");
        }
        return flag.get();
    }

    final int number(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlScalar scalar && scalar.value().matches("[0-9]{1,9}")) {
            return Integer.parseInt(scalar.value());
        }
        throw refused(node.span(), "expected a number");
    }

    final UnreadableFileException refused(Span at, String reason) {
        return new UnreadableFileException(Location.of(path, at), reason);
    }
}
