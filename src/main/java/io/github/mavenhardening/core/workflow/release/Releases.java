package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.BucketUpload;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The releases of a repository's jobs. */
public final class Releases {

    private Releases() {}

    /** What a job of a workflow puts out, in the order of its steps, local composite actions and the project's scripts followed. */
    public static List<Release> of(NormalJob job, Definition workflow, Definitions definitions, Repository repository) {
        Optional<List<Release>> known = definitions.known(Releases.class, job);
        return known.isPresent()
                ? known.get()
                : definitions.keep(Releases.class, job, in(job, workflow, definitions, repository));
    }

    /** What the jobs of a workflow put out. */
    public static List<Release> of(Workflow workflow, Definitions definitions, Repository repository) {
        List<Release> releases = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                releases.addAll(of(normal, workflow, definitions, repository));
            }
        }
        return List.copyOf(releases);
    }

    private static List<Release> in(
            NormalJob job, Definition definition, Definitions definitions, Repository repository) {
        if (OtherRepository.isMeant(job.condition(), repository.slug())) {
            return List.of();
        }
        List<Release> releases = new ArrayList<>();
        PublishingCredentials credentials = new PublishingCredentials();
        LocalRegistry registry = new LocalRegistry();
        for (ReachedStep reached : JobSteps.of(job, definition, definitions)) {
            int before = releases.size();
            List<ShellCommand> commands = ProjectScripts.commands(reached, definitions, repository);
            registry.note(reached.step());
            for (ShellCommand command : commands) {
                registry.note(command);
                Optional<Release> release = byCommand(command, reached, job, definition, repository);
                if (release.isPresent() && !registry.takes(command, reached)) {
                    releases.add(release.get());
                }
            }
            Optional<Release> handed = credentials.use(reached, commands);
            if (handed.isPresent() && releases.size() == before) {
                releases.add(handed.get());
            }
            if (ReleaseScript.uploads(reached.step())) {
                releases.add(new Release(reached, Optional.empty(), Kind.RELEASE, ReleaseScript.ACTION, true));
            }
            Optional<String> put = ActionTerms.RELEASING.putBy(reached.step());
            if (put.isPresent() && !ReleaseToolSettings.leavesOut(reached, credentials.isLoggedIn(), repository)) {
                Kind kind = Checksums.areAll(reached.step())
                        ? Kind.SIGNATURE
                        : Kind.valueOf(put.get().toUpperCase(Locale.ROOT));
                if (kind != Kind.IMAGE || !arePassing(reached, Optional.empty(), repository)) {
                    releases.add(new Release(
                            reached,
                            Optional.empty(),
                            kind,
                            reached.step().repository().orElseThrow().target(),
                            true));
                }
            } else if (put.isEmpty() && bakes(reached, Optional.empty(), repository)) {
                releases.add(new Release(reached, Optional.empty(), Kind.IMAGE, Bake.ACTION, true));
            }
        }
        return List.copyOf(releases);
    }

    /** Whether a bake file, or what is set for it, has images pushed, and they are published with that. */
    private static boolean bakes(ReachedStep reached, Optional<ShellCommand> command, Repository repository) {
        Optional<Bake> bake = Bake.of(reached, command, repository);
        return bake.isPresent()
                && bake.get().pushes()
                && !ImageNames.arePassing(bake.get().tags());
    }

    private static boolean arePassing(ReachedStep reached, Optional<ShellCommand> command, Repository repository) {
        Optional<Bake> bake = Bake.of(reached, command, repository);
        return bake.isPresent() ? ImageNames.arePassing(bake.get().tags()) : ImageNames.arePassing(reached, command);
    }

    private static Optional<Release> byCommand(
            ShellCommand command, ReachedStep reached, NormalJob job, Definition definition, Repository repository) {
        Optional<PublishingCommand> known = PublishingCommand.of(command);
        if (known.isPresent()) {
            Kind kind = Checksums.areAll(command) ? Kind.SIGNATURE : known.get().kind();
            return kind == Kind.IMAGE && arePassing(reached, Optional.of(command), repository)
                    ? Optional.empty()
                    : Optional.of(new Release(
                            reached, Optional.of(command), kind, known.get().text(), true));
        }
        if (bakes(reached, Optional.of(command), repository)) {
            return Optional.of(
                    new Release(reached, Optional.of(command), Kind.IMAGE, command.name() + " buildx bake", true));
        }
        Optional<BucketUpload> upload = BucketUpload.of(command);
        if (upload.isEmpty()) {
            return Optional.empty();
        }
        Announced announced = Announced.by(job, definition);
        boolean isMeant = upload.get().isPublic() || announced != Announced.NOT;
        return isMeant
                ? Optional.of(new Release(
                        reached,
                        Optional.of(command),
                        upload.get().isOfPackages() ? Kind.RELEASE : Kind.OTHER,
                        upload.get().text(),
                        upload.get().isPublic() || announced == Announced.RELEASE))
                : Optional.empty();
    }
}
