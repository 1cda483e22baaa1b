package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
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
        BitSet masked = mask(source.text(), scalars);
        String text = source.text();
        List<YamlComment> comments = new ArrayList<>();
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            boolean starts = at == 0 || YamlText.isBlank(text.charAt(at - 1)) || YamlText.isBreak(text.charAt(at - 1));
            if (starts && !masked.get(at)) {
                int end = YamlText.lineEnd(text, at, text.length());
                comments.add(new YamlComment(text.substring(at + 1, end).strip(), source.span(at, end)));
                at = end - 1;
            }
        }
        return comments;
    }

    /** Set wherever a scalar's own text stands; the line of a block scalar's indicator is not its text. */
    private static BitSet mask(String text, List<YamlScalar> scalars) {
        BitSet masked = new BitSet(text.length());
        for (YamlScalar scalar : scalars) {
            int start = scalar.span().start();
            int end = scalar.span().end();
            masked.set(scalar.isBlock() ? YamlText.lineEnd(text, start, end) : start, end);
        }
        return masked;
    }
}
