package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ComposeCommand;
import io.github.mavenhardening.core.shell.ContainerCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.ImagePlace;
import io.github.mavenhardening.core.workflow.ImageReference;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The images that scripts of a job start containers from ({@code docker run}, {@code docker compose up}), those left out that the job
 * builds or is handed.
 */
public final class StartedImages {

    private static final Set<String> TOOLS = Set.of("docker", "podman", "nerdctl", "buildah");

    /** Commands that bring an image without a registry: of files, or of builds whose names stand elsewhere. */
    private static final Set<String> BRINGING = Set.of("load", "import", "bake", "build", "commit");

    /** A name that stands as it is, without variables and expressions. */
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][\\w.-]{0,100}(?:[/:][\\w.-]{1,100}){0,6}(?:@sha256:[0-9a-f]{64})?");

    private final Set<String> built = new HashSet<>();
    private boolean isHanded;

    private StartedImages() {}

    /**
     * An image, and the command that starts a container from it.
     *
     * @param text the image as it is written
     * @param place where a file of Compose names it; empty where the command does
     */
    public record Started(ReachedStep step, ShellCommand command, String text, Optional<ImagePlace> place) {}

    /**
     * Those of the steps of one job, in their order.
     *
     * @param gaps takes a sentence for each file that cannot be read
     */
    public static List<Started> of(
            List<ReachedStep> steps, Definitions definitions, Repository repository, Collection<String> gaps) {
        List<Started> started = new ArrayList<>();
        // Most jobs start none; what scripts of the project build is read for the others alone.
        if (steps.stream().noneMatch(StartedImages::startsOne)) {
            return started;
        }
        StartedImages images = new StartedImages();
        Set<ImagePlace> seen = new HashSet<>();
        for (ReachedStep step : steps) {
            // An action that builds may load what it built.
            images.isHanded |= step.step().usesAction("docker/build-push-action")
                    || step.step().usesAction("docker/bake-action");
            for (ShellCommand command : ProjectScripts.commands(step, definitions, repository)) {
                images.note(command);
            }
            for (ShellCommand command : step.commands()) {
                Optional<String> image = ContainerCommand.of(command).map(ContainerCommand::reference);
                if (image.isPresent() && images.isPulled(image.get())) {
                    started.add(new Started(step, command, image.get(), Optional.empty()));
                }
                Optional<ComposeServices> services = ComposeServices.of(command, step, repository, gaps);
                for (YamlScalar service : services.isPresent() ? services.get().images() : List.<YamlScalar>of()) {
                    ImagePlace place = ImagePlace.in(service, service.value());
                    if (images.isPulled(place.text()) && seen.add(place)) {
                        started.add(new Started(step, command, place.text(), Optional.of(place)));
                    }
                }
            }
        }
        return started;
    }

    private static boolean startsOne(ReachedStep step) {
        return step.commands().stream()
                .anyMatch(command -> ContainerCommand.of(command).isPresent()
                        || ComposeCommand.of(command).isPresent());
    }

    private void note(ShellCommand command) {
        List<String> names = command.values("-t", "--tag");
        names.forEach(name -> built.add(repository(name)));
        if (command.operand(0).equals("tag")) {
            command.arguments().forEach(word -> built.add(repository(word)));
        }
        isHanded |= names.isEmpty()
                && TOOLS.contains(command.name())
                && command.arguments().stream().anyMatch(BRINGING::contains);
    }

    private boolean isPulled(String image) {
        return !isHanded && NAME.matcher(image).matches() && !built.contains(repository(image));
    }

    private static String repository(String image) {
        return ImageReference.parse(image).name();
    }
}
