package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.finding.Finding;
import java.util.Comparator;

/**
 * A kind of known finding: those of one check, file and subject cannot be told apart when lines move, so they are counted.
 *
 * @param check the check's id
 * @param path the file, relative to the repository's root; empty for the repository as a whole
 * @param subject what the findings are about, as {@link Finding#subject()}
 */
public record BaselineEntry(String check, String path, String subject) implements Comparable<BaselineEntry> {

    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::path)
            .thenComparing(BaselineEntry::check)
            .thenComparing(BaselineEntry::subject);

    /** The entry that a finding belongs to. */
    static BaselineEntry of(Finding finding) {
        return new BaselineEntry(finding.checkId(), finding.primary().path(), finding.subject());
    }

    /** The same of another check. */
    BaselineEntry ofCheck(String id) {
        return new BaselineEntry(id, path, subject);
    }

    /** By file, check and subject. */
    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
