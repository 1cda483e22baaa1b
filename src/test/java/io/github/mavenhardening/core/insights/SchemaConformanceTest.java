package io.github.mavenhardening.core.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.insights.Corpus.Entry;
import io.github.mavenhardening.core.insights.schema.SchemaError;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Versions, dates and validity of real files, against what is known of them. */
class SchemaConformanceTest {

    @Test
    void versionsAndDatesAgree() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Entry entry : Corpus.entries()) {
            SecurityInsights file = parse(entry);
            softly.assertThat(file.version().text()).as(entry + " version").isEqualTo(entry.text("schema_version"));
            softly.assertThat(file.lastUpdated().map(HeaderDate::text))
                    .as(entry + " last-updated")
                    .isEqualTo(entry.text("last_updated"));
            softly.assertThat(file.lastReviewed().map(HeaderDate::text))
                    .as(entry + " last-reviewed")
                    .isEqualTo(entry.text("last_reviewed"));
            softly.assertThat(file.expiration().map(HeaderDate::text))
                    .as(entry + " expiration-date")
                    .isEqualTo(entry.text("expiration_date"));
            softly.assertThat(file.version().release().map(SpecRelease::version))
                    .as(entry + " schema")
                    .isEqualTo(entry.text("schema"));
        }
        softly.assertAll();
    }

    @Test
    void validityAgreesInBothGrades() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        int strictGraded = 0;
        for (Entry entry : Corpus.entries()) {
            SecurityInsights file = parse(entry);
            Optional<SpecRelease> release = file.version().release();
            List<SchemaError> errors =
                    release.map(it -> SpecSchemas.errors(file, it)).orElse(List.of());
            boolean valid = release.isPresent() && errors.isEmpty();
            softly.assertThat(valid)
                    .as(entry + " valid: " + errors)
                    .isEqualTo(entry.index().get("valid").booleanValue());
            if (entry.index().has("valid_strict")) {
                strictGraded++;
                List<SchemaError> strict = release.map(it -> SpecSchemas.documentationErrors(file, it))
                        .orElse(List.of());
                softly.assertThat(valid && strict.isEmpty())
                        .as(entry + " valid as documented: " + strict)
                        .isEqualTo(entry.index().get("valid_strict").booleanValue());
            }
        }
        softly.assertAll();
        assertThat(strictGraded).isEqualTo(40);
    }

    /** The index has one line a pointer and keyword; ours splits "additional properties" by key. */
    @Test
    void errorsStandAtTheSamePointers() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Entry entry : Corpus.entries()) {
            SecurityInsights file = parse(entry);
            Optional<SpecRelease> release = file.version().release();
            if (release.isEmpty()) {
                continue;
            }
            List<SchemaError> errors = SpecSchemas.errors(file, release.get());
            softly.assertThat(pointers(errors)).as(entry.toString()).isEqualTo(pointers(entry, "why_not"));
            List<SchemaError> all = new ArrayList<>(errors);
            all.addAll(SpecSchemas.documentationErrors(file, release.get()));
            if (entry.index().has("valid_strict")) {
                softly.assertThat(pointers(all)).as(entry + " strict").isEqualTo(pointers(entry, "strict_errors"));
            }
        }
        softly.assertAll();
    }

    private static Set<String> pointers(List<SchemaError> errors) {
        Set<String> pointers = new TreeSet<>();
        errors.forEach(error -> pointers.add(
                error.pointer().text().isEmpty()
                        ? "(root)"
                        : error.pointer().text().substring(1)));
        return pointers;
    }

    private static Set<String> pointers(Entry entry, String field) {
        Set<String> pointers = new TreeSet<>();
        entry.index()
                .path(field)
                .forEach(line -> pointers.add(
                        line.textValue().substring(0, line.textValue().indexOf(": "))));
        return pointers;
    }

    private static SecurityInsights parse(Entry entry) {
        InsightsFile file = InsightsReader.parse(SourceFile.of(entry.path(), entry.content()));
        assertThat(file.defects()).as(entry.toString()).isEmpty();
        return file.content().orElseThrow();
    }
}
