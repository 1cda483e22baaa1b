package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Short ways to a parsed text. */
final class YamlTexts {

    private YamlTexts() {}

    static YamlDocument parse(String text) {
        try {
            return YamlDocument.parse(SourceFile.of("file.yml", text));
        } catch (UnreadableFileException e) {
            throw new AssertionError(e.location() + " " + e.reason(), e);
        }
    }

    static YamlMapping mapping(String text) {
        return parse(text).mapping().orElseThrow();
    }

    static YamlScalar scalar(String text, String key) {
        return mapping(text).scalar(key).orElseThrow();
    }

    /** {@code line:column-endLine:endColumn}. */
    static String place(Span span) {
        return span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
    }

    /** Every scalar of a document once, keys included, in the order of the text. */
    static List<YamlScalar> scalars(YamlDocument document) {
        Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<YamlScalar> found = new ArrayList<>();
        document.root().ifPresent(root -> collect(root, seen, found));
        return found;
    }

    private static void collect(YamlNode node, Set<YamlNode> seen, List<YamlScalar> found) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof YamlScalar scalar) {
            found.add(scalar);
        } else if (node instanceof YamlSequence sequence) {
            sequence.values().forEach(value -> collect(value, seen, found));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach(entry -> {
                collect(entry.key(), seen, found);
                collect(entry.value(), seen, found);
            });
        }
    }
}
