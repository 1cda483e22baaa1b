package io.github.mavenhardening.core.baseline;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The baseline as a file: a line for each kind of finding, sorted, so that a reviewer sees what comes and goes. */
public final class BaselineFile {

    private BaselineFile() {}

    /**
     * The baseline of a repository; empty when it has no such file.
     *
     * @param path the file, relative to the root
     * @throws ConfigurationException when it is there and cannot be taken as it is
     */
    public static Optional<Baseline> find(Repository repository, String path) {
        if (!repository.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BaselineParser.parse(repository.read(path)));
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    /** The file's content, UTF-8, with LF. */
    public static byte[] bytes(Baseline baseline) {
        List<String> findings = new ArrayList<>();
        baseline.entries()
                .forEach((entry, count) -> findings.add(JsonWriter.line(new JsonObject()
                        .put("check", entry.check())
                        .put("path", entry.path())
                        .put("subject", entry.subject())
                        .put("count", count)
                        .put("fingerprint", entry.fingerprint()))));
        List<String> checks = baseline.checks().stream().map(JsonWriter::quoted).toList();
        String text = "{\n  \"version\" : " + BaselineParser.VERSION + ",\n  \"plugin\" : "
                + JsonWriter.quoted(baseline.plugin()) + ",\n" + member("findings", findings) + ",\n"
                + member("checks", checks) + "\n}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String member(String name, List<String> lines) {
        return "  " + JsonWriter.quoted(name) + " : ["
                + (lines.isEmpty() ? " ]" : "\n    " + String.join(",\n    ", lines) + "\n  ]");
    }
}
