package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.util.List;

/** What a policy file would have under a check's id. */
public final class TestOptions {

    private TestOptions() {}

    /** The check's options as YAML, in {@code hardening.yml}. */
    public static Record of(Check check, String yaml) {
        String key = "checks." + check.info().id();
        return bind("hardening.yml", check.info().options(), key, yaml);
    }

    /** A record of a whole file. */
    static <R extends Record> R bind(String file, Class<R> type, String key, String yaml) {
        try {
            YamlDocument document = YamlDocument.parse(SourceFile.of(file, yaml));
            return new Binder(file).bind(type, key, document.root().orElseThrow(), List.of());
        } catch (UnreadableFileException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
