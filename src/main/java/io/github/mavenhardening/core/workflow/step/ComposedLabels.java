package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.expression.Assumed;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels that are put together: {@code ubuntu-${{ matrix.version }}}, {@code format('ubuntu-{0}', …)}; and lists of labels in JSON. */
final class ComposedLabels {

    /** GitHub runs no more jobs of a matrix. */
    private static final int VALUES = 256;

    private static final Pattern ITEM = Pattern.compile("\"([^\"]{1,100})\"");

    private ComposedLabels() {}

    /** Those that a value comes to by one path of the matrix at most, as far as nothing else decides. */
    static List<String> of(YamlScalar label, List<Fence> fences, Optional<Matrix> matrix) {
        Set<ContextPath> paths = new LinkedHashSet<>();
        for (Fence fence : fences) {
            paths.addAll(fence.reads());
        }
        Set<String> found = new LinkedHashSet<>();
        if (paths.isEmpty()) {
            add(label, fences, Optional.empty(), "", found);
        } else if (paths.size() == 1 && matrix.isPresent()) {
            ContextPath path = paths.iterator().next();
            int left = VALUES;
            for (Matrix.Expansion value : matrix.get().valuesOf(path)) {
                if (value.isKnown() && left-- > 0) {
                    add(label, fences, Optional.of(path), value.text(), found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(
            YamlScalar label, List<Fence> fences, Optional<ContextPath> path, String text, Set<String> found) {
        Assumed assumed = new Assumed(read -> path.filter(read::equals).map(any -> new Value.Text(text)));
        StringBuilder composed = new StringBuilder();
        int at = 0;
        for (Fence fence : fences) {
            Optional<Value> value = fence.expression().flatMap(assumed::valueOf);
            if (value.isEmpty()) {
                return;
            }
            composed.append(label.value(), at, fence.from()).append(value.get().text());
            at = fence.to();
        }
        found.add(composed.append(label.value().substring(at)).toString());
    }

    /** A text, or what it is in JSON: a text, or the items of a list; none of a list that asks for a runner of one's own. */
    static List<String> items(String text) {
        if (!text.startsWith("[") && !text.startsWith("\"")) {
            return List.of(text);
        }
        if (isOwnList(text)) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        while (item.find()) {
            items.add(item.group(1));
        }
        return List.copyOf(items);
    }

    /** Whether a text is a list of labels in JSON that asks for a runner of one's own. */
    static boolean isOwnList(String text) {
        Matcher item = ITEM.matcher(text.startsWith("[") ? text : "");
        boolean isOwn = false;
        while (item.find()) {
            isOwn |= item.group(1).equalsIgnoreCase("self-hosted");
        }
        return isOwn;
    }
}
