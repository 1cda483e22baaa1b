package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dependabot's configuration.
 *
 * @param path where it is
 * @param source its text; empty when it cannot be read at all
 * @param entries what it keeps up to date, in the order of the text
 * @param defect why it cannot be taken as it is; empty when it can
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference">Dependabot
 *     options reference</a>
 */
public record Dependabot(String path, Optional<SourceFile> source, List<YamlMapping> entries, Optional<String> defect) {

    /** Where Dependabot looks, first come first. */
    private static final List<String> PATHS = List.of(".github/dependabot.yml", ".github/dependabot.yaml");

    private static final String NO_VERSION = "it has no version: 2";

    public Dependabot {
        entries = List.copyOf(entries);
    }

    /** The repository's; empty when there is none. */
    public static Optional<Dependabot> find(Repository repository) {
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                return Optional.of(read(repository, path));
            }
        }
        return Optional.empty();
    }

    private static Dependabot read(Repository repository, String path) {
        SourceFile file;
        try {
            file = repository.read(path);
        } catch (UnreadableFileException e) {
            return new Dependabot(path, Optional.empty(), List.of(), Optional.of(e.reason()));
        }
        try {
            YamlDocument document = YamlDocument.parse(file);
            if (!document.problems().isEmpty()) {
                return broken(file, document.problems().get(0).message());
            }
            Optional<YamlMapping> root = document.mapping();
            return root.isPresent() ? of(file, root.get()) : broken(file, NO_VERSION);
        } catch (UnreadableFileException e) {
            return broken(file, e.reason());
        }
    }

    private static Dependabot of(SourceFile file, YamlMapping root) {
        Optional<YamlScalar> version = root.scalar("version");
        if (version.isEmpty() || !version.get().value().equals("2")) {
            return broken(file, NO_VERSION);
        }
        Optional<YamlSequence> updates = root.sequence("updates");
        return updates.isPresent() ? of(file, updates.get()) : broken(file, "it has no list of updates");
    }

    private static Dependabot of(SourceFile file, YamlSequence updates) {
        List<YamlMapping> entries = new ArrayList<>();
        for (YamlNode entry : updates.values()) {
            if (!(entry instanceof YamlMapping mapping)
                    || mapping.scalar("package-ecosystem").isEmpty()) {
                return broken(file, "an entry of its updates names no package-ecosystem");
            }
            entries.add(mapping);
        }
        return entries.isEmpty()
                ? broken(file, "its list of updates is empty")
                : new Dependabot(file.path(), Optional.of(file), entries, Optional.empty());
    }

    private static Dependabot broken(SourceFile file, String defect) {
        return new Dependabot(file.path(), Optional.of(file), List.of(), Optional.of(defect));
    }

    /** Whether an entry keeps that ecosystem up to date. */
    public boolean covers(String ecosystem) {
        for (YamlMapping entry : entries) {
            if (ecosystemOf(entry).equals(ecosystem)) {
                return true;
            }
        }
        return false;
    }

    /** What an entry keeps up to date. */
    public static String ecosystemOf(YamlMapping entry) {
        Optional<YamlScalar> ecosystem = entry.scalar("package-ecosystem");
        return ecosystem.isPresent() ? ecosystem.get().value() : "";
    }
}
