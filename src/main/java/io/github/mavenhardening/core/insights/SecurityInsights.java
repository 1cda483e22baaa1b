package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Security Insights file that could be read, whatever its version; nothing in it is taken for valid.
 *
 * @param document the file
 * @param root its outermost mapping
 * @param version what it says of the specification it follows
 */
public record SecurityInsights(YamlDocument document, YamlMapping root, SchemaVersion version) {

    /** The key of the first section. */
    public static final String HEADER = "header";

    static SecurityInsights of(YamlDocument document, YamlMapping root) {
        return new SecurityInsights(document, root, versionOf(root));
    }

    private static SchemaVersion versionOf(YamlMapping root) {
        Optional<YamlMapping> header = root.mapping(HEADER);
        Optional<YamlMapping.Entry> entry =
                header.isPresent() ? header.get().entry("schema-version") : Optional.empty();
        if (entry.isEmpty()) {
            return new SchemaVersion(Optional.empty(), startOf(root), Optional.empty());
        }
        YamlNode value = entry.get().value();
        if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
            return new SchemaVersion(Optional.empty(), entry.get().key().span(), Optional.empty());
        }
        return new SchemaVersion(Optional.of(scalar.value()), scalar.span(), SpecRelease.of(scalar.value()));
    }

    /** Where the version should stand: the header's key, or the first one. */
    private static Span startOf(YamlMapping root) {
        return root.entry(HEADER)
                .or(() -> root.entries().stream().findFirst())
                .map(entry -> entry.key().span())
                .orElse(root.span());
    }

    /** The file's path in the repository. */
    public String path() {
        return document.source().path();
    }

    /** The questions to a maintainer that it leaves open. */
    public Optional<OpenQuestions> questions() {
        return OpenQuestions.of(document.source());
    }

    /** The place of a value of this file. */
    public Location at(Span span) {
        return document.source().at(span);
    }

    /** The header, where it is a mapping. */
    public Optional<YamlMapping> header() {
        return root.mapping(HEADER);
    }

    /** The mapping at the end of that path of keys; empty where something on the way is missing or no mapping. */
    public Optional<YamlMapping> mapping(String... keys) {
        YamlMapping mapping = root;
        for (String key : keys) {
            Optional<YamlMapping> child = mapping.mapping(key);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            mapping = child.get();
        }
        return Optional.of(mapping);
    }

    /** {@code header.last-updated}. */
    public Optional<HeaderDate> lastUpdated() {
        return date("last-updated", HeaderDate.Form.DATE);
    }

    /** {@code header.last-reviewed}. */
    public Optional<HeaderDate> lastReviewed() {
        return date("last-reviewed", HeaderDate.Form.DATE);
    }

    /** {@code header.expiration-date} of a 1.x; a 2.x has none, whatever it says. */
    public Optional<HeaderDate> expiration() {
        return version.isTwo() ? Optional.empty() : date("expiration-date", HeaderDate.Form.DATE_TIME);
    }

    /** The dates that the header has. */
    public List<HeaderDate> dates() {
        List<HeaderDate> dates = new ArrayList<>();
        for (Optional<HeaderDate> date : List.of(lastUpdated(), lastReviewed(), expiration())) {
            date.ifPresent(dates::add);
        }
        return dates;
    }

    private Optional<HeaderDate> date(String field, HeaderDate.Form form) {
        Optional<YamlMapping> header = header();
        Optional<YamlMapping.Entry> entry = header.isPresent() ? header.get().entry(field) : Optional.empty();
        return entry.isPresent() ? Optional.of(HeaderDate.of(entry.get(), form)) : Optional.empty();
    }
}
