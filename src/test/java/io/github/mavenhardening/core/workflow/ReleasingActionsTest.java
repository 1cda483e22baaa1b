package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.text.ResourceLines;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReleasingActionsTest {

    /** What is not said cannot be shown: each line has one kind. */
    @Test
    void sayWhatTheyPutOut() {
        List<String> lines = ResourceLines.of(ActionTerms.class, "releasing-actions.txt");

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            List<String> puts = Arrays.stream(line.split(" "))
                    .filter(term -> term.startsWith("puts:"))
                    .map(term -> term.substring("puts:".length()).toUpperCase(Locale.ROOT))
                    .toList();
            assertThat(puts).hasSize(1);
            assertThat(Kind.valueOf(puts.get(0))).isNotEqualTo(Kind.SIGNATURE);
        });
    }
}
