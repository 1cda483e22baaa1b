package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds comments in the text itself: a {@code #} at a line's start or after a blank, outside every scalar. (SnakeYAML's own
 * comment events end up at the wrong step.)
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#66-comments">YAML 1.2.2 §6.6</a>
 */
final class YamlComments {

    private YamlComments() {}

    static List<YamlComment> of(SourceFile source, List<YamlScalar> scalars) {
        boolean[] masked = mask(source, scalars);
        String text = source.text();
        List<YamlComment> comments = new ArrayList<>();
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            boolean starts = at == 0 || Character.isWhitespace(text.charAt(at - 1));
            if (starts && !masked[at]) {
                int end = source.lineStart(source.lineOf(at))
                        + source.line(source.lineOf(at)).length();
                comments.add(new YamlComment(text.substring(at + 1, end).strip(), source.span(at, end)));
                at = end - 1;
            }
        }
        return comments;
    }

    /** True wherever a scalar's own text stands; the line of a block scalar's indicator is not its text. */
    private static boolean[] mask(SourceFile source, List<YamlScalar> scalars) {
        String text = source.text();
        boolean[] masked = new boolean[text.length()];
        for (YamlScalar scalar : scalars) {
            int from = scalar.span().start();
            if (scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED) {
                int lineEnd = text.indexOf('\n', from);
                from = lineEnd < 0 ? scalar.span().end() : lineEnd;
            }
            for (int i = from; i < scalar.span().end(); i++) {
                masked[i] = true;
            }
        }
        return masked;
    }
}
