package io.github.mavenhardening.core.workflow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class FenceTest {

    private static List<Fence> fences(String yaml) throws UnreadableFileException {
        YamlScalar scalar = YamlDocument.parse(SourceFile.of("x.yml", yaml))
                .mapping()
                .flatMap(mapping -> mapping.scalar("run"))
                .orElseThrow();
        return Fence.of(scalar);
    }

    @Test
    void findsEveryFenceInItsPlace() throws UnreadableFileException {
        List<Fence> fences = fences("""
                run: |
                  echo "${{ github.event.issue.title }}"
                    more ${{ format('}}', a) }} and ${{ secrets['X'] }}
                """);
        assertThat(fences)
                .extracting(Fence::body)
                .containsExactly("github.event.issue.title", "format('}}', a)", "secrets['X']");
        assertThat(fences)
                .extracting(fence -> fence.span().line() + ":" + fence.span().column())
                .containsExactly("2:9", "3:10", "3:37");
        Expression call = fences.get(1).expression().orElseThrow();
        assertThat(fences.get(1).span(call.parts().get(1)).column()).isEqualTo(27);
    }

    @Test
    void leavesOutWhatIsNotClosed() throws UnreadableFileException {
        assertThat(fences("run: \"${{ a }} ${{ 'b }}\"")).hasSize(1);
        assertThat(fences("run: ${{ a")).isEmpty();
    }

    @Test
    void keepsAFenceThatIsNoExpression() throws UnreadableFileException {
        assertThat(fences("run: ${{ a b }}"))
                .singleElement()
                .satisfies(fence -> assertThat(fence.expression()).isEmpty());
    }

    @Test
    void namesTheContextsThatAreRead() throws UnreadableFileException {
        String reads = "run: ${{ a.B['c'].*.d || x[github.Actor] && f(y.z, 'l')[0] || m[1] || secrets }}";
        assertThat(fences(reads).get(0).reads())
                .extracting(ContextPath::toString)
                .containsExactly("a.b.c.*.d", "x.*", "github.actor", "y.z", "m.1", "secrets");
    }

    @Test
    void matchesPaths() {
        ContextPath path = new ContextPath(List.of("github", "event", "issue", "title"));
        assertThat(path.isWithin("github.event")).isTrue();
        assertThat(path.isWithin("github.eve")).isFalse();
        assertThat(path.matches("github.event.*.title")).isTrue();
        assertThat(path.matches("github.event.*")).isFalse();
    }
}
