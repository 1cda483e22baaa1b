package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.util.List;

/**
 * One thing that a schema does not allow.
 *
 * @param pointer the way to the value
 * @param span where it is written: the value, the key that is too much, or the mapping's key that lacks one
 * @param keyword the schema's keyword that it fails: {@code required}
 * @param detail the key that is missing or too much, else the type, pattern or format wanted; empty where the keyword says
 *     it all
 * @param allowed what would be allowed instead: the values of an enumeration, the known keys; empty where that is not a list
 * @param value the value
 * @param reason what is wrong, "must be text, not a whole number"
 */
public record SchemaError(
        Pointer pointer,
        Span span,
        String keyword,
        String detail,
        List<String> allowed,
        YamlNode value,
        String reason) {

    public SchemaError {
        allowed = List.copyOf(allowed);
    }

    /** Whether the other is the same error, were it found by another schema. */
    public boolean sameAs(SchemaError other) {
        return pointer.equals(other.pointer) && keyword.equals(other.keyword) && detail.equals(other.detail);
    }
}
