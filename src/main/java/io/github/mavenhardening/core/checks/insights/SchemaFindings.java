package io.github.mavenhardening.core.checks.insights;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.SchemaHints;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.SpecRelease;
import io.github.mavenhardening.core.insights.schema.SchemaError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Schema errors as findings, for the two schema checks. */
final class SchemaFindings {

    /** So many tell that the file as a whole is wrong. */
    private static final int LIMIT = 100;

    /** What other checks report, with more to say about it. */
    private static final Set<String> OF_THE_VERSION_CHECK = Set.of("/header/schema-version");

    private static final Set<String> OF_THE_DATE_CHECK =
            Set.of("/header/last-updated", "/header/last-reviewed", "/header/expiration-date");

    private final Check check;
    private final SecurityInsights file;
    private final SpecRelease release;

    SchemaFindings(Check check, SecurityInsights file, SpecRelease release) {
        this.check = check;
        this.file = file;
        this.release = release;
    }

    void report(List<SchemaError> errors, Severity severity, CheckContext context) {
        List<SchemaError> own = own(errors);
        for (SchemaError error : own.subList(0, Math.min(LIMIT, own.size()))) {
            context.report(finding(error).severity(severity));
        }
        if (own.size() > LIMIT) {
            SchemaError next = own.get(LIMIT);
            context.report(check.at(file.at(next.span()))
                    .severity(severity)
                    .message("From here on, " + Count.are(own.size() - LIMIT, "more errors") + " not listed")
                    .remedy("Correct the listed ones first")
                    .subject("more"));
        }
    }

    private static List<SchemaError> own(List<SchemaError> errors) {
        List<SchemaError> own = new ArrayList<>();
        Set<String> misspelt = new HashSet<>();
        for (SchemaError error : errors) {
            // A text that has neither the form nor the sense of a date is wrong once.
            if (!isReportedElsewhere(error)
                    && (!isOfText(error) || misspelt.add(error.pointer().text()))) {
                own.add(error);
            }
        }
        return own;
    }

    private Finding.Builder finding(SchemaError error) {
        return check.at(file.at(error.span()))
                .message(error.pointer() + ": " + error.reason())
                .remedy(SchemaHints.of(error, release))
                .subject(error.pointer() + " " + error.keyword() + " " + error.detail());
    }

    private static boolean isReportedElsewhere(SchemaError error) {
        String pointer = error.pointer().text();
        boolean missingVersion = pointer.equals("/header")
                && error.keyword().equals("required")
                && error.detail().equals("schema-version");
        return missingVersion || OF_THE_VERSION_CHECK.contains(pointer) || OF_THE_DATE_CHECK.contains(pointer);
    }

    private static boolean isOfText(SchemaError error) {
        return error.keyword().equals("pattern") || error.keyword().equals("format");
    }
}
