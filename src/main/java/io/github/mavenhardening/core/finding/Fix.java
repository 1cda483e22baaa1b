package io.github.mavenhardening.core.finding;

import java.util.List;

/**
 * The fix of a finding, as edits on the text that was checked; everything outside the edits stays byte for byte.
 *
 * @param description what the change does, in the imperative: "Pin to the commit of v4.2.0"
 * @param safe whether the build's behaviour stays the same; an unsafe fix wants a person's eye
 * @param edits the edits, not overlapping, in any order
 */
public record Fix(String description, boolean safe, List<Edit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** What joins a finding's remedy and the reason why there is no fix where others of the check have one. */
    public static final String REFUSED = "; there is no fix, because ";

    /** A fix of one edit. */
    public static Fix of(String description, boolean safe, Edit edit) {
        return new Fix(description, safe, List.of(edit));
    }

    /**
     * One replacement.
     *
     * @param path the file, as in {@link Location#path()}
     * @param span the text to replace; an empty span inserts
     * @param replacement the text to put there
     */
    public record Edit(String path, Span span, String replacement) {}
}
