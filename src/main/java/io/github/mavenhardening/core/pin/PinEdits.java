package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The edits of one file. They are made together, and only when the file says the same afterwards but for what they change. */
final class PinEdits {

    private final SourceFile source;
    private final NavigableMap<Integer, Fix.Edit> values = new TreeMap<>();
    private final List<Fix.Edit> comments = new ArrayList<>();
    private final Set<Integer> commented = new HashSet<>();

    PinEdits(SourceFile source) {
        this.source = source;
    }

    /** Writes something in the place of a part of a value; whether that is new, for an alias leads to the same place again. */
    boolean value(Span span, String replacement) {
        return values.putIfAbsent(span.start(), new Fix.Edit(source.path(), span, replacement)) == null;
    }

    /** Adds or changes the comment of a line, of which there is one; whether that was done. */
    boolean comment(int line, Optional<Fix.Edit> edit) {
        if (edit.isEmpty() || !commented.add(line)) {
            return false;
        }
        comments.add(edit.get());
        return true;
    }

    boolean isEmpty() {
        return values.isEmpty() && comments.isEmpty();
    }

    /** The edited text; empty where it would not say the same otherwise. */
    Optional<String> text() {
        List<Fix.Edit> all = new ArrayList<>(values.values());
        all.addAll(comments);
        Fix fix = new Fix("Pin", true, all);
        FixApplier.Result result = FixApplier.apply(Map.of(source.path(), source.text()), List.of(fix));
        String text = result.texts().get(source.path());
        return result.refused().isEmpty() && isSound(text) ? Optional.of(text) : Optional.empty();
    }

    private boolean isSound(String text) {
        if (!source.path().matches(".*\\.[Yy][Aa]?[Mm][Ll]")) {
            return true;
        }
        try {
            return SameValues.but(YamlDocument.parse(source), SourceFile.of(source.path(), text), values);
        } catch (UnreadableFileException e) {
            // Silent: who asks says that the file is left as it is.
            return false;
        }
    }
}
