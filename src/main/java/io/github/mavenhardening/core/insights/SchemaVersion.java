package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema version that a file declares: {@code header.schema-version}.
 *
 * @param text the version as written; empty when the file gives none, or something that is not a single value
 * @param span where it stands, or where it should
 * @param release the release of exactly that number
 */
public record SchemaVersion(Optional<String> text, Span span, Optional<SpecRelease> release) {

    private static final Pattern SEMANTIC = Pattern.compile("(([0-9]{1,9})\\.[0-9]{1,9})\\.[0-9]{1,9}");

    /** The first number of a version of three; empty when it is not of that form. */
    public Optional<Integer> major() {
        Optional<String> number = part(2);
        return number.isPresent() ? Optional.of(Integer.valueOf(number.get())) : Optional.empty();
    }

    /**
     * The release whose schema holds for it: its own, or for a 2.x that is not known the one that differs in the last number
     * alone, which by semantic versioning brings no change of the schema. Of 1.x there was but one, which files of versions
     * that never were follow.
     */
    public Optional<SpecRelease> schema() {
        if (release.isPresent() || major().isEmpty()) {
            return release;
        }
        return switch (major().get()) {
            case 1 -> Optional.of(SpecRelease.V1_0_0);
            case 2 -> SpecRelease.of(part(1).orElseThrow() + ".0");
            default -> Optional.empty();
        };
    }

    private Optional<String> part(int group) {
        Matcher matcher = SEMANTIC.matcher(text.orElse(""));
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    /** Whether it is a 2.x, known or not: a file that is reviewed, and has no date of expiry. */
    public boolean isTwo() {
        return major().orElse(0) == 2;
    }

    /** Whether it is a version from 2.0.0 on that is not known here, so that it may have come since. */
    public boolean mayHaveCome() {
        return release.isEmpty() && major().orElse(0) >= 2;
    }
}
