package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.SbomCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.workflow.step.StepSearch;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evidence that a bill of materials (SBOM) is made of what a workflow publishes. */
public final class SbomEvidence {

    private static final List<String> IMAGE_BUILDS =
            List.of("depot/bake-action", "depot/build-push-action", "docker/bake-action", "docker/build-push-action");

    private SbomEvidence() {}

    /**
     * Whether one is made of what a release puts out, or may be: by a step of the workflow or of those that run with it, and
     * for files by what the build of the repository declares. A list of a jar's dependencies is none of an image's packages.
     */
    public static boolean isMade(Release release, Workflow workflow, Definitions definitions, Repository repository) {
        for (Workflow run : ConnectedWorkflows.with(workflow, definitions, repository)) {
            if (Subject.cover(subjects(run, definitions, repository), release.kind())) {
                return true;
            }
        }
        if (!Subject.FILES.covers(release.kind())) {
            return false;
        }
        SbomBuild build = ofBuild(definitions, repository);
        return build.isMade()
                || (!build.profiles().isEmpty()
                        && MavenProfiles.of(workflow, definitions, repository).mayBeAny(build.profiles()));
    }

    /** Whether a POM has a parent elsewhere, which may make one unseen. */
    public static boolean mayBeInherited(Definitions definitions, Repository repository) {
        return ofBuild(definitions, repository).mayBeInherited();
    }

    private static SbomBuild ofBuild(Definitions definitions, Repository repository) {
        Optional<SbomBuild> known = definitions.known(SbomBuild.class, definitions);
        return known.isPresent()
                ? known.get()
                : definitions.keep(SbomBuild.class, definitions, SbomBuild.of(repository));
    }

    private static Set<Subject> subjects(Workflow workflow, Definitions definitions, Repository repository) {
        Optional<Set<Subject>> known = definitions.known(SbomEvidence.class, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keep(SbomEvidence.class, workflow, made(workflow, definitions, repository));
    }

    private static Set<Subject> made(Workflow workflow, Definitions definitions, Repository repository) {
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                for (ReachedStep reached : JobSteps.of(normal, workflow, definitions)) {
                    if (ActionTerms.SBOM.mayHold(reached.step())) {
                        subjects.add(ofAction(reached.step()));
                    }
                    for (ShellCommand command : ProjectScripts.commands(reached, definitions, repository)) {
                        Optional<Subject> subject = madeBy(command);
                        if (subject.isPresent()) {
                            subjects.add(subject.get());
                        }
                    }
                }
            } else if (job instanceof ReusableWorkflowCall call
                    && call.with().text("sbom").filter("true"::equals).isPresent()) {
                subjects.add(Subject.ANY);
            }
        }
        for (Uses.Repository called : StepSearch.calls(workflow)) {
            if (ActionTerms.SBOM.names(called)) {
                subjects.add(Subject.ANY);
            }
        }
        return subjects;
    }

    private static Subject ofAction(Step step) {
        return IMAGE_BUILDS.stream().anyMatch(step::usesAction) ? Subject.IMAGE : Subject.ANY;
    }

    private static Optional<Subject> madeBy(ShellCommand command) {
        if (!SbomCommand.is(command)) {
            return Optional.empty();
        }
        return Optional.of(SbomCommand.isOfImage(command) ? Subject.IMAGE : Subject.ANY);
    }
}
