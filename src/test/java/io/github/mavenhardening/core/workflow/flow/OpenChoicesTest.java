package io.github.mavenhardening.core.workflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenChoicesTest {

    private static final String OWN = "github.event.workflow_run.head_repository.full_name == github.repository";

    /** What can come out of an expression, each with what a format puts in front of it. */
    private static List<String> open(String expression) throws UnreadableFileException {
        YamlScalar scalar = YamlDocument.parse(
                        SourceFile.of("x.yml", "run: ${{ " + expression.replace("OWN", OWN) + " }}"))
                .mapping()
                .flatMap(mapping -> mapping.scalar("run"))
                .orElseThrow();
        List<String> found = new ArrayList<>();
        for (Fence fence : Fence.of(scalar)) {
            for (PossibleValue value : OpenChoices.of(fence, scalar.value())) {
                found.add(OpenChoices.before(fence, value) + value.path().orElseThrow());
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "github.head_ref; github.head_ref",
                "github.head_ref || github.ref; github.head_ref,github.ref",
                "OWN && github.head_ref || github.ref; github.ref",
                "OWN && github.actor && github.head_ref;",
                "OWN || github.head_ref; github.head_ref",
                "github.actor == 'a' && github.head_ref || github.ref; github.head_ref,github.ref",
                "format('{0}:{1}', github.actor, github.head_ref); github.actor,:github.head_ref",
                "format('x-{0}', github.head_ref); x-github.head_ref"
            })
    void leavesOutWhatIsTheRepositorysOwn(String expression, String expected) throws UnreadableFileException {
        assertThat(open(expression)).isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
    }
}
