package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.List;
import java.util.Optional;

/**
 * The arguments that images are built with by the files of the repository, for buildx and Compose.
 *
 * @param texts {@code KEY=VALUE} each, as it is written
 * @param push whether the files push what is built
 */
public record BakedArguments(List<String> texts, boolean push) {

    /** Those of what the action of a step bakes, or a command of its script; empty where neither does. */
    public static Optional<BakedArguments> of(ReachedStep step, Optional<ShellCommand> command, Repository repository) {
        Optional<Bake> bake = Bake.of(step, command, repository);
        if (bake.isPresent()) {
            return Optional.of(
                    new BakedArguments(bake.get().arguments(), bake.get().pushes()));
        }
        Optional<List<String>> built =
                command.isPresent() ? ComposeFile.builtBy(command.get(), step, repository) : Optional.empty();
        return built.isPresent()
                ? Optional.of(
                        new BakedArguments(built.get(), command.get().words().contains("--push")))
                : Optional.empty();
    }
}
