package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ComposeCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services that the files of a command of Compose describe, in the order of the text.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/services/">Compose's reference of services</a>
 */
public final class ComposeServices {

    private static final List<String> FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private static final Set<String> STARTING = Set.of("up", "run", "create", "pull");

    private final ComposeCommand command;
    /** By their names, as each file has them. */
    private final Map<String, List<YamlMapping>> all = new LinkedHashMap<>();

    private ComposeServices(ComposeCommand command) {
        this.command = command;
    }

    /**
     * Those of the files that a command names, or that Compose looks for.
     *
     * @param step the step that runs it
     * @param gaps takes a sentence for each file that is there and cannot be read
     */
    public static ComposeServices of(
            ComposeCommand command, ReachedStep step, Repository repository, Collection<String> gaps) {
        ComposeServices services = new ComposeServices(command);
        String folder = ProjectScripts.folder(step) + (command.folder().isEmpty() ? "" : "/" + command.folder());
        for (String file : command.files().isEmpty() ? FILES : command.files()) {
            Optional<String> path = file.startsWith("/") ? Optional.empty() : LocalPath.plain(folder + "/" + file);
            if (path.isPresent() && repository.isFile(path.get())) {
                services.read(path.get(), repository, gaps);
                if (command.files().isEmpty()) {
                    break;
                }
            }
        }
        return services;
    }

    private void read(String path, Repository repository, Collection<String> gaps) {
        try {
            YamlDocument.parse(repository.read(path))
                    .mapping()
                    .flatMap(top -> top.mapping("services"))
                    .ifPresent(services -> services.entries().forEach(this::add));
        } catch (UnreadableFileException e) {
            gaps.add(path + " is not followed: " + e.getMessage());
        }
    }

    private void add(YamlMapping.Entry entry) {
        if (entry.value() instanceof YamlMapping service) {
            all.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(service);
        }
    }

    /** Each of them. */
    public List<YamlMapping> all() {
        return of(all.keySet());
    }

    /** Those that the command starts or takes from a registry, with what they depend on. */
    public List<YamlMapping> started() {
        return STARTING.contains(command.verb()) ? of(needed(asked())) : List.of();
    }

    private List<YamlMapping> of(Collection<String> names) {
        List<YamlMapping> services = new ArrayList<>();
        all.forEach((name, parts) -> services.addAll(names.contains(name) ? parts : List.of()));
        return services;
    }

    /** The names that the command has, or those of all that no profile keeps out. */
    private Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(command.words());
        asked.retainAll(all.keySet());
        if (asked.isEmpty()) {
            all.forEach((name, parts) -> {
                if (command.hasProfile()
                        || parts.stream().allMatch(part -> part.get("profiles").isEmpty())) {
                    asked.add(name);
                }
            });
        }
        return asked;
    }

    private Set<String> needed(Set<String> asked) {
        Deque<String> left = new ArrayDeque<>(asked);
        Set<String> needed = new HashSet<>();
        while (!left.isEmpty()) {
            String name = left.pop();
            for (YamlMapping part : needed.add(name) ? all.getOrDefault(name, List.of()) : List.<YamlMapping>of()) {
                part.get("depends_on").ifPresent(needs -> left.addAll(names(needs)));
            }
        }
        return needed;
    }

    private static List<String> names(YamlNode needs) {
        List<String> names = new ArrayList<>();
        if (needs instanceof YamlMapping mapping) {
            mapping.entries().forEach(entry -> names.add(entry.name()));
        } else {
            YamlNodes.texts(needs).forEach(name -> names.add(name.value()));
        }
        return names;
    }
}
