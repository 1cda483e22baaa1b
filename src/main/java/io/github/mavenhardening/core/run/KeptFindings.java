package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.FindingSink;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.text.Ellipsis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that are kept, each once: what several ways lead to is said of the worst of them, or the first of these. Of those of one
 * check, severity and persona so many are kept as people can go through; that there are more is said by one that counts as they do.
 */
final class KeptFindings implements FindingSink {

    /**
     * As many as code scanning shows of all results of an upload.
     *
     * @see <a href="https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning">SARIF
     *     support for code scanning</a>
     */
    static final int LIMIT = 5_000;

    /** Longer texts are shown by no report; a subject makes the fingerprint, and stays whole as long as it can. */
    private static final int MESSAGE_LIMIT = 2 * Sanitizer.LIMIT;

    private static final int SUBJECT_LIMIT = 5 * Sanitizer.LIMIT;

    private final Map<String, Finding> kept = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    /** The first of each kind that was not kept. */
    private final Map<String, Finding> cut = new LinkedHashMap<>();

    @Override
    public void add(Finding finding) {
        String kind = kind(finding);
        Finding shortened = shortened(finding);
        String key = key(shortened);
        Finding known = kept.get(key);
        if (known != null) {
            // What takes the place of a milder one makes no more of them, so the limit does not hold it back.
            if (isWorse(shortened, known)) {
                kept.put(key, shortened);
                counts.merge(kind(known), -1, Integer::sum);
                counts.merge(kind, 1, Integer::sum);
            }
        } else if (counts.getOrDefault(kind, 0) < LIMIT) {
            kept.put(key, shortened);
            counts.merge(kind, 1, Integer::sum);
        } else {
            // Silent: the first one that is too many is kept and stands for the rest.
            cut.putIfAbsent(kind, finding);
        }
    }

    /** Whether one way there is worse than another, that is, by severity and then by how sure it is. */
    private static boolean isWorse(Finding finding, Finding known) {
        int severity = finding.severity().compareTo(known.severity());
        return severity > 0 || (severity == 0 && finding.confidence().compareTo(known.confidence()) > 0);
    }

    /** Adds what others found, after what was found before. */
    void addAll(KeptFindings others) {
        for (Finding finding : others.kept.values()) {
            add(finding);
        }
        for (Map.Entry<String, Finding> first : others.cut.entrySet()) {
            cut.putIfAbsent(first.getKey(), first.getValue());
        }
    }

    /** All that are kept, and one for each kind of which there are more, in their natural order. */
    List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(kept.values());
        for (Finding first : cut.values()) {
            Location place = Location.ofFile(first.primary().path());
            sorted.add(Finding.of(first.checkId(), first.severity(), place)
                    .persona(first.persona())
                    .message("There are more than " + LIMIT
                            + " findings of this check: further ones in this file and in later files are not listed")
                    .remedy("Correct the listed ones, then run the check again")
                    .subject(Finding.MORE)
                    .build());
        }
        Collections.sort(sorted);
        return sorted;
    }

    /** A text, as the JVM would make the methods of a record at the first finding of a run. */
    private static String kind(Finding finding) {
        return finding.checkId() + ' ' + finding.severity() + ' ' + finding.persona();
    }

    /** What a reader sees of it: the ways that lead to it are left out. */
    private static String key(Finding finding) {
        Location place = finding.primary();
        String span = place.span().isPresent()
                ? place.span().get().start() + "-" + place.span().get().end()
                : "";
        return String.join(
                "\0",
                finding.checkId(),
                finding.persona().label(),
                place.path(),
                span,
                finding.message(),
                finding.subject());
    }

    private static Finding shortened(Finding finding) {
        // Silent: an ellipsis says that a text was cut.
        if (finding.message().length() <= MESSAGE_LIMIT && finding.subject().length() <= SUBJECT_LIMIT) {
            return finding;
        }
        return finding.toBuilder()
                .message(Ellipsis.cut(finding.message(), MESSAGE_LIMIT))
                .subject(Ellipsis.cut(finding.subject(), SUBJECT_LIMIT))
                .build();
    }
}
