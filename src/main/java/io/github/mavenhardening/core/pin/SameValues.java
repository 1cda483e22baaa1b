package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.NavigableMap;

/** Whether a YAML file says the same after edits, but for what they were to change. */
final class SameValues {

    private SameValues() {}

    /**
     * Whether two texts have the same values in the same order, but for some.
     *
     * @param edits what was written in the place of parts of values, by the offset in the old text where each begins
     */
    static boolean but(YamlDocument before, SourceFile after, NavigableMap<Integer, Fix.Edit> edits) {
        try {
            YamlDocument read = YamlDocument.parse(after);
            if (read.size() != before.size()
                    || read.problems().size() != before.problems().size()
                    || read.root().isEmpty()
                    || before.root().isEmpty()) {
                return false;
            }
            List<YamlScalar> old = YamlNodes.scalars(before.root().get());
            List<YamlScalar> now = YamlNodes.scalars(read.root().get());
            if (old.size() != now.size()) {
                return false;
            }
            for (int i = 0; i < old.size(); i++) {
                if (!now.get(i).value().equals(expected(old.get(i), edits))) {
                    return false;
                }
            }
            return true;
        } catch (UnreadableFileException e) {
            // Silent: that it cannot be read any more is what the answer says.
            return false;
        }
    }

    private static String expected(YamlScalar scalar, NavigableMap<Integer, Fix.Edit> edits) {
        String value = scalar.value();
        for (Fix.Edit edit : edits.subMap(
                        scalar.span().start(), true, scalar.span().end(), false)
                .values()) {
            String old = scalar.source().slice(edit.span());
            int at = value.indexOf(old);
            value = at < 0 ? value : value.substring(0, at) + edit.replacement() + value.substring(at + old.length());
        }
        return value;
    }
}
