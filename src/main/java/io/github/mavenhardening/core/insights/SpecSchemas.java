package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.insights.schema.JsonSchema;
import io.github.mavenhardening.core.insights.schema.SchemaError;
import io.github.mavenhardening.core.insights.schema.SchemaReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The schemas of the releases, in two grades. The specification's own CUE schema lets through what its documentation
 * forbids: it constrains only the first contact of a list, takes a file that is a header and nothing else, and does not
 * miss {@code results}. So a file is held against what the CUE schema enforces, and against what the documentation says.
 */
public final class SpecSchemas {

    private static final ConcurrentMap<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private SpecSchemas() {}

    /** What the release's own schema does not allow. */
    public static List<SchemaError> errors(SecurityInsights file, SpecRelease release) {
        String name = release == SpecRelease.V1_0_0 ? "own" : "cue";
        return schema(release, name).validate(file.root());
    }

    /** What the release's documentation does not allow, though its schema does; a 1.x has but one grade. */
    public static List<SchemaError> documentationErrors(SecurityInsights file, SpecRelease release) {
        if (release == SpecRelease.V1_0_0) {
            return List.of();
        }
        List<SchemaError> known = errors(file, release);
        List<SchemaError> errors = new ArrayList<>();
        for (SchemaError error : schema(release, "strict").validate(file.root())) {
            if (!holds(known, error)) {
                errors.add(error);
            }
        }
        return errors;
    }

    private static boolean holds(List<SchemaError> errors, SchemaError wanted) {
        for (SchemaError error : errors) {
            if (wanted.sameAs(error)) {
                return true;
            }
        }
        return false;
    }

    private static JsonSchema schema(SpecRelease release, String grade) {
        String resource = "v" + release.version() + "." + grade + ".json";
        JsonSchema known = READ.get(resource);
        if (known == null) {
            known = read(resource);
            READ.put(resource, known);
        }
        return known;
    }

    private static JsonSchema read(String resource) {
        try (InputStream in = SpecSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar lacks " + resource);
            }
            return SchemaReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
