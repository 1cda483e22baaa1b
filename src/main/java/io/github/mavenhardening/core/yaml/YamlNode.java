package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;

/**
 * A value of a YAML document with its place. An alias yields the very node that its anchor names: where it is used stands in
 * the {@link YamlMapping.Entry} or {@link YamlSequence.Item} that holds it.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    /** Where the value is written, from its first character to its last; anchors and tags before it not included. */
    Span span();
}
