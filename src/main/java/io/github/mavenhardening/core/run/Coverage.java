package io.github.mavenhardening.core.run;

/**
 * How much of one kind of thing is protected.
 *
 * @param kind what it is, a noun in the plural: {@code actions}
 * @param verb how it is protected, {@code pinned} or {@code locked}
 * @param covered how many are
 * @param total how many there are, at least {@code covered}
 */
public record Coverage(String kind, String verb, int covered, int total) {}
