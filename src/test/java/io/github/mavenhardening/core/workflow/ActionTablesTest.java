package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTablesTest {

    private static final String MEANING =
            "\\S+ \\S+ (names|branch|title|text|artifact|checkout|from:\\S+|file:\\S+)( below:\\d+)?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "known-outputs.txt",
                "code-inputs.txt",
                "command-inputs.txt",
                "code-running-actions.txt",
                "dispatching-actions.txt",
                "releasing-actions.txt",
                "request-inputs.txt"
            })
    void areSorted(String name) {
        isSorted(ResourceLines.of(SlugList.class, name));
    }

    @Test
    void ofArtifactsIsSorted() {
        isSorted(ResourceLines.of(WorkTrees.class, "artifact-actions.txt"));
    }

    @Test
    void saysWhatAnOutputIs() {
        assertThat(ResourceLines.of(SlugList.class, "known-outputs.txt"))
                .allSatisfy(line -> assertThat(line).matches(MEANING));
    }

    private static void isSorted(List<String> lines) {
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines.stream()
                        .map(line -> line.split(" ", -1)[0].toLowerCase(Locale.ROOT))
                        .toList())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }
}
