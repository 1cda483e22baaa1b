package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of Compose in a repository, each read once. */
final class ComposeFiles {

    /** Services of one file that are looked at, and names in their {@code depends_on}: each command that starts them goes through them. */
    private static final int LIMIT = 100;

    private static final int NEEDS_LIMIT = 500;

    private final Repository repository;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private ComposeFiles(Repository repository) {
        this.repository = repository;
    }

    /**
     * A service.
     *
     * @param needs the names of services that are started with it
     */
    record Service(String name, YamlMapping mapping, List<String> needs) {}

    /**
     * A file as far as it was read.
     *
     * @param services its services, in the order of the text
     * @param gap what could not be looked at, as a sentence; empty where all was
     */
    record Read(List<Service> services, Optional<String> gap) {}

    static ComposeFiles of(Repository repository) {
        return repository.known(ComposeFiles.class, () -> new ComposeFiles(repository));
    }

    /** The file at a path, which has to be there. */
    Read at(String path) {
        return read.computeIfAbsent(path, this::read);
    }

    private Read read(String path) {
        List<Service> services = new ArrayList<>();
        int needs = 0;
        try {
            for (YamlMapping.Entry entry : entries(path)) {
                List<String> needed = entry.value() instanceof YamlMapping service ? needs(service) : List.<String>of();
                needs += needed.size();
                if (services.size() == LIMIT || needs > NEEDS_LIMIT) {
                    return new Read(
                            services,
                            Optional.of(
                                    path + ": services beyond the first " + services.size() + " are not looked at"));
                }
                if (entry.value() instanceof YamlMapping service) {
                    services.add(new Service(entry.name(), service, needed));
                }
            }
            return new Read(services, Optional.empty());
        } catch (UnreadableFileException e) {
            return new Read(List.of(), Optional.of(path + " is not followed: " + e.reason()));
        }
    }

    private List<YamlMapping.Entry> entries(String path) throws UnreadableFileException {
        return YamlDocument.parse(repository.read(path))
                .mapping()
                .flatMap(top -> top.mapping("services"))
                .map(YamlMapping::entries)
                .orElse(List.of());
    }

    private static List<String> needs(YamlMapping service) {
        List<String> names = new ArrayList<>();
        YamlNode needs = service.get("depends_on").orElse(null);
        if (needs instanceof YamlMapping mapping) {
            mapping.entries().forEach(entry -> names.add(entry.name()));
        } else if (needs != null) {
            YamlNodes.texts(needs).forEach(name -> names.add(name.value()));
        }
        return names;
    }
}
