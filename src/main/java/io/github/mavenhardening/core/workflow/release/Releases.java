package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Uses;
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
                : definitions.keep(
                        Releases.class, job, in(JobSteps.of(job, workflow, definitions), definitions, repository));
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

    private static List<Release> in(List<ReachedStep> steps, Definitions definitions, Repository repository) {
        List<Release> releases = new ArrayList<>();
        Credentials credentials = new Credentials();
        for (ReachedStep reached : steps) {
            int before = releases.size();
            List<ShellCommand> commands = ProjectScripts.commands(reached, definitions, repository);
            for (ShellCommand command : commands) {
                Optional<PublishingCommand> known = PublishingCommand.of(command);
                if (known.isPresent()) {
                    PublishingCommand publishing = known.get();
                    Kind kind = Checksums.areAll(command) ? Kind.SIGNATURE : publishing.kind();
                    releases.add(new Release(reached, Optional.of(command), kind, publishing.text()));
                }
            }
            Optional<Release> handed = credentials.use(reached, commands);
            if (handed.isPresent() && releases.size() == before) {
                releases.add(handed.get());
            }
            Optional<Uses.Repository> action = reached.step().repository();
            if (action.isPresent()
                    && ActionTerms.RELEASING.mayHold(reached.step())
                    && !ToolSettings.leavesOut(reached, credentials.isLoggedIn(), repository)) {
                releases.add(new Release(
                        reached,
                        Optional.empty(),
                        Checksums.areAll(reached.step()) ? Kind.SIGNATURE : kind(action.get()),
                        action.get().target()));
            }
        }
        return List.copyOf(releases);
    }

    private static Kind kind(Uses.Repository uses) {
        String name = uses.target().toLowerCase(Locale.ROOT);
        if (name.contains("docker") || name.contains("push-to-registry") || name.contains("build-push")) {
            return Kind.IMAGE;
        }
        if (name.contains("winget") || name.contains("homebrew") || name.contains("-aur")) {
            // What another registry of packages says about a release that is there.
            return Kind.OTHER;
        }
        if (name.equals("actions/create-release")) {
            // It has no input for files: they come by another step.
            return Kind.OTHER;
        }
        return name.contains("publish") ? Kind.PACKAGE : Kind.RELEASE;
    }
}
