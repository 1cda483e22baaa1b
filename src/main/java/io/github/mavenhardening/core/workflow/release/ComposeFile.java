package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ComposeServices;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What files of Compose give the builds of images that have a name.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/build/#args">Compose's reference of builds</a>
 */
final class ComposeFile {

    private ComposeFile() {}

    /** The arguments of the builds that a command starts, {@code KEY=VALUE} each; empty where it starts none. */
    static Optional<List<String>> builtBy(ShellCommand command, ReachedStep step, Repository repository) {
        // Silent: Compose cannot read such a file either, and builds nothing.
        Optional<ComposeServices> services =
                ComposeServices.of(command, step, repository, new HashSet<>()).filter(ComposeServices::areBuilt);
        if (services.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (YamlMapping service : services.get().all()) {
            if (service.scalar("image").isPresent() && service.mapping("build").isPresent()) {
                service.mapping("build").get().get("args").ifPresent(args -> add(args, arguments));
            }
        }
        return Optional.of(arguments);
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
