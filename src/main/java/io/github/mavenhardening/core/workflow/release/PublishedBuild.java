package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ImageBuild;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import java.util.ArrayList;
import java.util.List;

/**
 * The build of a Dockerfile in a job that publishes images.
 *
 * @param step what builds it
 * @param place where it does
 */
public record PublishedBuild(ReachedStep step, Location place, ImageBuild image) {

    /** Those of a job; none where it publishes no image, or such as tests take alone. */
    public static List<PublishedBuild> of(
            NormalJob job, Definition workflow, Definitions definitions, Repository repository) {
        boolean publishes = Releases.of(job, workflow, definitions, repository).stream()
                .anyMatch(release -> release.kind() == PublishingCommand.Kind.IMAGE && !release.isOfTests());
        if (!publishes) {
            return List.of();
        }
        List<PublishedBuild> builds = new ArrayList<>();
        for (ReachedStep step : JobSteps.of(job, workflow, definitions)) {
            ImageBuild.file(step)
                    .flatMap(path -> ImageBuild.at(path, repository))
                    .ifPresent(image -> builds.add(new PublishedBuild(step, step.place(), image)));
            String folder = ProjectScripts.folder(step);
            for (ShellCommand command : ProjectScripts.commands(step, definitions, repository)) {
                ImageBuild.file(command, folder)
                        .flatMap(path -> ImageBuild.at(path, repository))
                        .ifPresent(image -> builds.add(new PublishedBuild(step, step.at(command), image)));
            }
        }
        return builds;
    }
}
