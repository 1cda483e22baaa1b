package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the settings of tools that take no packages themselves tell: what they run, and where they publish. */
final class ToolSettings {

    private static final Map<String, List<String>> FILES = Map.of(
            "goreleaser",
                    List.of(
                            ".goreleaser.yml",
                            ".goreleaser.yaml",
                            "goreleaser.yml",
                            "goreleaser.yaml",
                            ".config/goreleaser.yml",
                            ".config/goreleaser.yaml"),
            "precommit", List.of(".pre-commit-config.yaml", ".pre-commit-config.yml"));

    private final Repository repository;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    private ToolSettings(Repository repository) {
        this.repository = repository;
    }

    /** Those of a repository. */
    static ToolSettings of(Repository repository) {
        return repository.known(ToolSettings.class, () -> new ToolSettings(repository));
    }

    /** What the table has for the words in the settings that a tool reads in the root. */
    List<String> targets(String tool) {
        return known.computeIfAbsent(tool, this::read);
    }

    private List<String> read(String tool) {
        List<String> targets = new ArrayList<>();
        for (String file : FILES.get(tool)) {
            if (repository.isFile(file)) {
                targets.addAll(KnownEndpoints.of(tool, text(file)));
            }
        }
        return List.copyOf(targets);
    }

    private String text(String file) {
        try {
            return repository.read(file).text();
        } catch (UnreadableFileException e) {
            // Silent: what the file would tell is not seen, as what plugins connect to by their own code.
            return "";
        }
    }
}
