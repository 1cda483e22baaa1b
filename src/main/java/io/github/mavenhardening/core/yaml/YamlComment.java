package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;

/**
 * A comment.
 *
 * @param text what follows the {@code #}, without blanks around it
 * @param span from the {@code #} to the line's end
 */
public record YamlComment(String text, Span span) {}
