package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ComposeCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
    private final String folder;
    /** By their names, as each file has them. */
    private final Map<String, List<ComposeFiles.Service>> all = new LinkedHashMap<>();

    private ComposeServices(ComposeCommand command, String folder) {
        this.command = command;
        this.folder = folder;
    }

    /**
     * Those of the files that a command names, or that Compose looks for; empty where the command asks something else.
     *
     * @param step the step that runs it
     * @param gaps takes a sentence for each file that is there and cannot be read, or not as a whole
     */
    public static Optional<ComposeServices> of(
            ShellCommand command, ReachedStep step, Repository repository, Collection<String> gaps) {
        return ComposeCommand.of(command).map(compose -> of(compose, step, repository, gaps));
    }

    private static ComposeServices of(
            ComposeCommand command, ReachedStep step, Repository repository, Collection<String> gaps) {
        String here = ProjectScripts.folder(step) + "/";
        List<String> named = command.files();
        // Without a folder of the project it is that of the first file.
        String project = command.folder().isEmpty() && !named.isEmpty()
                ? named.get(0).substring(0, named.get(0).lastIndexOf('/') + 1)
                : command.folder();
        ComposeServices services = new ComposeServices(command, here + project);
        for (String file : named.isEmpty() ? FILES : named) {
            String written = named.isEmpty() ? services.folder + "/" + file : here + file;
            Optional<String> path = file.startsWith("/") ? Optional.empty() : LocalPath.plain(written);
            if (path.isPresent() && repository.isFile(path.get())) {
                ComposeFiles.Read read = ComposeFiles.of(repository).at(path.get());
                read.services().forEach(services::add);
                read.gap().ifPresent(gaps::add);
                if (named.isEmpty()) {
                    break;
                }
            }
        }
        return services;
    }

    private void add(ComposeFiles.Service service) {
        all.computeIfAbsent(service.name(), name -> new ArrayList<>()).add(service);
    }

    /** Whether the command is there to build them. */
    public boolean areBuilt() {
        return command.verb().equals("build");
    }

    /** Each of them. */
    public List<YamlMapping> all() {
        return of(all.keySet());
    }

    /** The images of those that the command starts or pulls, with what they depend on, but for those that are built. */
    public List<YamlScalar> images() {
        List<YamlScalar> images = new ArrayList<>();
        for (YamlMapping service : STARTING.contains(command.verb()) ? needed() : List.<YamlMapping>of()) {
            if (service.get("build").isEmpty()) {
                service.scalar("image").ifPresent(images::add);
            }
        }
        return images;
    }

    /** The Dockerfiles, or the folders that they lie in, of those that the command builds or starts. */
    public List<String> builds() {
        List<String> builds = new ArrayList<>();
        boolean makes = areBuilt() || STARTING.contains(command.verb());
        for (YamlMapping service : makes ? needed() : List.<YamlMapping>of()) {
            Optional<YamlMapping> build = service.mapping("build");
            Optional<YamlScalar> context = build.isPresent() ? build.get().scalar("context") : service.scalar("build");
            if (context.isPresent() || build.isPresent()) {
                builds.add(folder + "/"
                        + context.map(YamlScalar::value).orElse(".") + "/"
                        + build.flatMap(each -> each.scalar("dockerfile"))
                                .map(YamlScalar::value)
                                .orElse(""));
            }
        }
        return builds;
    }

    private List<YamlMapping> of(Collection<String> names) {
        List<YamlMapping> services = new ArrayList<>();
        all.forEach((name, parts) -> {
            if (names.contains(name)) {
                parts.forEach(part -> services.add(part.mapping()));
            }
        });
        return services;
    }

    /** The names that the command has, or those of all that no profile keeps out. */
    private Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(command.words());
        asked.retainAll(all.keySet());
        if (asked.isEmpty()) {
            all.forEach((name, parts) -> {
                if (command.hasProfile()
                        || parts.stream()
                                .allMatch(part -> part.mapping().get("profiles").isEmpty())) {
                    asked.add(name);
                }
            });
        }
        return asked;
    }

    /** Those that the command is about, and all that they depend on. */
    private List<YamlMapping> needed() {
        Set<String> needed = asked();
        Deque<String> left = new ArrayDeque<>(needed);
        while (!left.isEmpty()) {
            for (ComposeFiles.Service part : all.getOrDefault(left.pop(), List.of())) {
                for (String name : part.needs()) {
                    if (needed.add(name)) {
                        left.push(name);
                    }
                }
            }
        }
        return of(needed);
    }
}
