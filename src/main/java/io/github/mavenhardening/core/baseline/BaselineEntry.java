package io.github.mavenhardening.core.baseline;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A kind of known finding: those of one check, file and subject are alike once lines move, so they are counted.
 *
 * @param check the check's id
 * @param path the file, relative to the repository's root; empty for the repository as a whole
 * @param subject what the findings are about, as {@link Finding#subject()}
 */
public record BaselineEntry(String check, String path, String subject) implements Comparable<BaselineEntry> {

    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::path)
            .thenComparing(BaselineEntry::check)
            .thenComparing(BaselineEntry::subject);

    public BaselineEntry {
        path = encodable(path);
        subject = encodable(subject);
    }

    /** Half a surrogate pair, which an escape in YAML can make, does not survive a file. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The entry that a finding belongs to. */
    public static BaselineEntry of(Finding finding) {
        return new BaselineEntry(finding.checkId(), finding.primary().path(), finding.subject());
    }

    /** The fingerprint of the first of these findings, as reports have it. */
    public String fingerprint() {
        return Fingerprints.of(check, path, subject);
    }

    /** The same of another check. */
    public BaselineEntry ofCheck(String id) {
        return new BaselineEntry(id, path, subject);
    }

    /** By file, check and subject. */
    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
