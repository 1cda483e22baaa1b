package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What files of Compose give the builds of images that have a name.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/build/#args">Compose's reference of builds</a>
 */
final class ComposeFile {

    private static final List<String> FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
    private static final Set<String> BY_THEMSELVES = Set.of("docker-compose", "podman-compose");

    private ComposeFile() {}

    /** The arguments of the builds that a command starts, {@code KEY=VALUE} each; empty where it starts none. */
    static Optional<List<String>> builtBy(ShellCommand command, ReachedStep step, Repository repository) {
        boolean isCompose = BY_THEMSELVES.contains(command.name())
                || ((command.name().equals("docker") || command.name().equals("podman"))
                        && command.words().contains("compose"));
        if (!isCompose || !command.words().contains("build")) {
            return Optional.empty();
        }
        String folder = ProjectScripts.folder(step)
                + command.value("--project-directory").map(named -> "/" + named).orElse("");
        List<String> named = command.values("-f", "--file");
        List<String> arguments = new ArrayList<>();
        for (String file : named.isEmpty() ? FILES : named) {
            Optional<String> path = file.startsWith("/") ? Optional.empty() : LocalPath.plain(folder + "/" + file);
            if (path.isPresent() && repository.isFile(path.get())) {
                read(path.get(), repository, arguments);
                if (named.isEmpty()) {
                    break;
                }
            }
        }
        return Optional.of(arguments);
    }

    private static void read(String path, Repository repository, List<String> arguments) {
        YamlNode root;
        try {
            root = YamlDocument.parse(repository.read(path)).root().orElse(null);
        } catch (UnreadableFileException e) {
            // Silent: Compose cannot read it either, and builds nothing.
            return;
        }
        Optional<YamlMapping> services =
                root instanceof YamlMapping mapping ? mapping.mapping("services") : Optional.empty();
        for (YamlMapping.Entry service :
                services.isPresent() ? services.get().entries() : List.<YamlMapping.Entry>of()) {
            if (service.value() instanceof YamlMapping mapping
                    && mapping.scalar("image").isPresent()
                    && mapping.mapping("build").isPresent()) {
                mapping.mapping("build").get().get("args").ifPresent(args -> add(args, arguments));
            }
        }
    }

    private static void add(YamlNode args, List<String> arguments) {
        if (args instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                // Without a value it has that of the variable of its name.
                boolean isSet = entry.value() instanceof YamlScalar value && !value.isNull();
                arguments.add(entry.name() + "="
                        + (isSet ? ((YamlScalar) entry.value()).value() : "${" + entry.name() + "}"));
            }
        } else if (args instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.values()) {
                if (item instanceof YamlScalar text) {
                    arguments.add(
                            text.value().contains("=") ? text.value() : text.value() + "=${" + text.value() + "}");
                }
            }
        }
    }
}
