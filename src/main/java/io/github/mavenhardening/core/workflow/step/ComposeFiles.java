package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of Compose in a repository, each read once. */
final class ComposeFiles {

    /** Services of one file that are looked at: each command that starts them goes through them. */
    private static final int LIMIT = 500;

    private final Repository repository;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private ComposeFiles(Repository repository) {
        this.repository = repository;
    }

    /**
     * A file as far as it was read.
     *
     * @param services its services
     * @param gap what could not be looked at, as a sentence; empty where all was
     */
    record Read(List<YamlMapping.Entry> services, Optional<String> gap) {}

    static ComposeFiles of(Repository repository) {
        return repository.known(ComposeFiles.class, () -> new ComposeFiles(repository));
    }

    /** The file at a path, which has to be there. */
    Read at(String path) {
        return read.computeIfAbsent(path, this::read);
    }

    private Read read(String path) {
        try {
            List<YamlMapping.Entry> services = YamlDocument.parse(repository.read(path))
                    .mapping()
                    .flatMap(top -> top.mapping("services"))
                    .map(YamlMapping::entries)
                    .orElse(List.of());
            return services.size() <= LIMIT
                    ? new Read(services, Optional.empty())
                    : new Read(
                            services.subList(0, LIMIT),
                            Optional.of(path + ": services beyond the first " + LIMIT + " are not looked at"));
        } catch (UnreadableFileException e) {
            return new Read(List.of(), Optional.of(path + " is not followed: " + e.reason()));
        }
    }
}
