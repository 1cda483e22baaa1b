package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.yaml.YamlScalar;

/**
 * Where an image is written.
 *
 * @param source the file
 * @param span the image alone, without quotes and {@code docker://}
 * @param text the image
 */
public record ImagePlace(SourceFile source, Span span, String text) {

    /** The part of a value that is an image. */
    public static ImagePlace in(YamlScalar scalar, String text) {
        int from = scalar.value().indexOf(text);
        return new ImagePlace(scalar.source(), scalar.spanOf(from, from + text.length()), text);
    }

    /** What it names. */
    public ImageReference reference() {
        return ImageReference.parse(text);
    }

    /** Whether it is put together when it is used. */
    public boolean isVariable() {
        return text.contains("$") || text.contains("{{");
    }
}
