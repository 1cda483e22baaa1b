package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.List;
import java.util.Optional;

/**
 * The first document of a YAML file, every value with its place.
 *
 * @param root the document's value; empty when the file holds none, or only comments
 * @param comments all comments, in the order of the text
 * @param problems what can be read in more than one way, in the order of the text
 * @param size how many scalars it has, keys included and those that aliases lead to counted once
 */
public record YamlDocument(
        SourceFile source, Optional<YamlNode> root, List<YamlComment> comments, List<YamlProblem> problems, int size) {

    public YamlDocument {
        comments = List.copyOf(comments);
        problems = List.copyOf(problems);
    }

    /**
     * Parses a file.
     *
     * @throws UnreadableFileException when it is not YAML, nests deeper than {@link YamlComposer#DEPTH_LIMIT}, or has an
     *     alias that leads to itself, or unfolds to far more values than a text of its length has, {@link
     *     YamlComposer#SIZE_LIMIT} at most
     */
    public static YamlDocument parse(SourceFile source) throws UnreadableFileException {
        YamlComposer composer = new YamlComposer(source);
        Optional<YamlNode> root = composer.compose();
        List<YamlScalar> scalars = composer.scalars();
        return new YamlDocument(source, root, YamlComments.of(source, scalars), composer.problems(), scalars.size());
    }

    /** A part of the file with the comments right below it that are indented as it is, or deeper. */
    public Span withCommentsBelow(Span part) {
        int end = part.end();
        for (int i = firstCommentFrom(end); i < comments.size(); i++) {
            Span span = comments.get(i).span();
            if (span.column() < part.column() || !isBlank(end, span.start())) {
                break;
            }
            end = span.end();
        }
        return end == part.end() ? part : source.span(part.start(), end);
    }

    /** The comment that begins on a line, 1-based; there is one at most, for it ends with the line. */
    public Optional<YamlComment> commentOn(int line) {
        if (line > source.lineCount()) {
            return Optional.empty();
        }
        int index = firstCommentFrom(source.lineStart(line));
        return index < comments.size() && comments.get(index).span().line() == line
                ? Optional.of(comments.get(index))
                : Optional.empty();
    }

    /** The index of the first comment that begins at an offset or after it. */
    private int firstCommentFrom(int offset) {
        int low = 0;
        int high = comments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comments.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBlank(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(source.text().charAt(at))) {
            at++;
        }
        return at == to;
    }

    /** The root where it is a mapping. */
    public Optional<YamlMapping> mapping() {
        return root.orElse(null) instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
    }
}
