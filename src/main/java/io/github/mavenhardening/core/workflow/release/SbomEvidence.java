package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.pom.Pom;
import io.github.mavenhardening.core.shell.SbomCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
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
import java.util.regex.Pattern;

/** Evidence that a bill of materials (SBOM) is made of what a workflow publishes. */
public final class SbomEvidence {

    /** What makes one in a build's file: a plugin, a package, a setting. */
    private static final Pattern MAKER = Pattern.compile(
            "org\\.cyclonedx\\.bom|cyclonedx-gradle-plugin|org\\.spdx\\.sbom|spdx-gradle-plugin|@cyclonedx/|@cyclonedx\\\\/"
                    + "|\\bcdxgen\\b|\\bnpm sbom\\b|\\bsyft\\b|(?m:^[ \\t]*\\[?(?:catalog\\.)?(?:sboms?|cyclonedx)\\b)");

    private static final List<String> PLUGINS =
            List.of("org.cyclonedx:cyclonedx-maven-plugin", "org.spdx:spdx-maven-plugin");
    /** It has goals of other kinds as well. */
    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    private static final Pattern BUILD_FILE = Pattern.compile(
            "(.*/)?(build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?|libs\\.versions\\.toml|\\.?goreleaser\\.ya?ml|jreleaser\\.ya?ml"
                    + "|jreleaser\\.toml|package\\.json|\\.ko\\.yaml)");
    private static final int BUILD_FILE_LIMIT = 200;

    private SbomEvidence() {}

    /**
     * Whether one is made of what a release puts out, or may be: by a step of the workflow or of those that run with it, and
     * for files by what the build of the repository declares. A list of a jar's dependencies is none of an image's packages.
     */
    public static boolean isMade(Release release, Workflow workflow, Definitions definitions, Repository repository) {
        for (Workflow run : Runs.with(workflow, definitions, repository)) {
            if (Subject.cover(subjects(run, definitions, repository), release.kind())) {
                return true;
            }
        }
        return Subject.FILES.covers(release.kind())
                && ofBuild(definitions, repository).isMade();
    }

    /** Whether a POM has a parent elsewhere, which may make one unseen. */
    public static boolean mayBeInherited(Definitions definitions, Repository repository) {
        return ofBuild(definitions, repository).mayBeInherited();
    }

    /** What the files of the build show. */
    private record Build(boolean isMade, boolean mayBeInherited) {}

    private static Build ofBuild(Definitions definitions, Repository repository) {
        Optional<Build> known = definitions.known(SbomEvidence.class, definitions);
        return known.isPresent() ? known.get() : definitions.keep(SbomEvidence.class, definitions, read(repository));
    }

    private static Build read(Repository repository) {
        BuildFiles files = BuildFilesReader.everyPom(repository);
        boolean mayBeInherited = false;
        for (Pom pom : files.poms()) {
            mayBeInherited |= pom.root().child("parent").isPresent();
        }
        boolean isMade = files.runsAny(PLUGINS) || files.binds(OURS, "sbom") || isInBuildFile(repository);
        return new Build(isMade, mayBeInherited);
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
        return step.usesAction("docker/build-push-action") || step.usesAction("docker/bake-action")
                ? Subject.IMAGE
                : Subject.ANY;
    }

    private static Optional<Subject> madeBy(ShellCommand command) {
        if (!SbomCommand.is(command)) {
            return Optional.empty();
        }
        return Optional.of(SbomCommand.isOfImage(command) ? Subject.IMAGE : Subject.ANY);
    }

    private static boolean isInBuildFile(Repository repository) {
        int left = BUILD_FILE_LIMIT;
        for (String path : repository.files()) {
            if (BUILD_FILE.matcher(path).matches()) {
                // Silent: what is beyond the limit is not evidence, so that a finding stands.
                if (left-- == 0) {
                    return false;
                }
                if (namesMaker(path, repository)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesMaker(String path, Repository repository) {
        try {
            return MAKER.matcher(repository.read(path).text()).find();
        } catch (UnreadableFileException e) {
            // Silent: what cannot be read is not evidence, so that a finding stands.
            return false;
        }
    }
}
