package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.Dockerfiles;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds local references of workflows and actions that no check could follow. */
@AutoService(Check.class)
@CheckInfo(
        id = "unfollowed-reference",
        title = "A reference within the repository could not be followed",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#runsimage"
        })
public final class UnfollowedReference implements WorkflowCheck {

    private static final String SUBMODULES = ".gitmodules";

    private static final Pattern MODULE =
            Pattern.compile("(?m)^[ \\t]{0,20}path[ \\t]{0,9}=[ \\t]{0,9}(\\S{1,300})[ \\t]{0,20}$");

    private static final String UNCHECKED = ", so what it runs was not checked";

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        boolean local = reference.uses() instanceof Uses.Local || reference.uses() instanceof Uses.SelfRepository;
        if (!local || !in.definitions().areWhole()) {
            return;
        }
        Optional<String> path = LocalPath.of(reference.uses());
        Optional<String> why = path.isEmpty()
                ? Optional.of("leads out of the repository" + UNCHECKED)
                : in.step().isPresent() ? actionLack(reference, path.get(), in) : workflowLack(path.get(), in);
        if (why.isPresent()) {
            in.report(at(in.at(reference.span()))
                    .message("'" + reference.text() + "' " + why.get())
                    .remedy("Refer to an action or workflow in this repository, or to another repository's at a commit")
                    .subject(reference.name()));
        }
    }

    /** Why no action is known at a path; empty where one is, or where it is reported that its file cannot be read. */
    private static Optional<String> actionLack(UsesReference reference, String path, WorkflowContext in) {
        if (isAction(path, in)) {
            return Optional.empty();
        }
        if (in.definitions().at(path).isPresent()) {
            return Optional.of("is a file, but GitHub expects the directory of an action" + UNCHECKED);
        }
        // Only what the job has checked out is at hand when a step starts; a commit has nothing that was put there
        // later.
        Optional<Checkout> checkout = reference.uses() instanceof Uses.Local ? checkoutAt(path, in) : Optional.empty();
        if (checkout.isPresent()) {
            boolean own = checkout.get().isOwn() && isAction(checkout.get().rest(), in);
            return own
                    ? Optional.empty()
                    : Optional.of("is taken from what an earlier step checks out into '"
                            + checkout.get().folder() + "'" + UNCHECKED);
        }
        Repository repository = in.run().repository();
        Optional<String> module = repository
                .known(Submodules.class, () -> Submodules.of(repository))
                .around(path);
        if (module.isPresent()) {
            return Optional.of(
                    "lies in the submodule '" + module.get() + "', which is not checked out here" + UNCHECKED);
        }
        return Optional.of("is not in the repository: there is no action.yml, action.yaml or Dockerfile" + UNCHECKED);
    }

    /** The folders of the repository's submodules. */
    private record Submodules(Set<String> folders) {

        private static Submodules of(Repository repository) {
            Set<String> folders = new HashSet<>();
            try {
                String text = repository.isFile(SUBMODULES)
                        ? repository.read(SUBMODULES).text()
                        : "";
                Matcher module = MODULE.matcher(text);
                while (module.find()) {
                    folders.add(module.group(1));
                }
            } catch (UnreadableFileException e) {
                // Silent: whatever lies in them, it is reported that it is not there.
                return new Submodules(Set.of());
            }
            return new Submodules(folders);
        }

        /** The one that a path leads to or through. */
        private Optional<String> around(String path) {
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                if (folders.contains(path.substring(0, end))) {
                    return Optional.of(path.substring(0, end));
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isAction(String path, WorkflowContext in) {
        Definitions definitions = in.definitions();
        String prefix = path.isEmpty() ? "" : path + "/";
        return definitions.within(path).orElse(null) instanceof Action
                || definitions.isUnreadable(prefix + "action.yml")
                || definitions.isUnreadable(prefix + "action.yaml")
                || Dockerfiles.alone(path, in.run().repository()).isPresent();
    }

    /** Why no workflow is known at a path; empty where one is, or where it is reported that it cannot be read. */
    private static Optional<String> workflowLack(String path, WorkflowContext in) {
        boolean inFolder = DefinitionKind.ofPath(path)
                .filter(kind -> kind == DefinitionKind.WORKFLOW)
                .isPresent();
        if (!inFolder) {
            return Optional.of("is not a workflow right in " + DefinitionKind.WORKFLOW_FOLDER
                    + ", the only directory that GitHub reads them from" + UNCHECKED);
        }
        boolean known =
                in.definitions().at(path).isPresent() || in.definitions().isUnreadable(path);
        return known ? Optional.empty() : Optional.of("is not in the repository" + UNCHECKED);
    }

    /**
     * A checkout into a folder that a path leads to or through.
     *
     * @param rest what of the path is left within it
     * @param isOwn whether it is of this very repository
     */
    private record Checkout(String folder, String rest, boolean isOwn) {}

    private static Optional<Checkout> checkoutAt(String path, WorkflowContext in) {
        Object whole = in.job().isPresent() ? in.job().get() : in.definition().orElseThrow();
        Map<String, Boolean> checkouts = in.definitions()
                .known(
                        UnfollowedReference.class,
                        whole,
                        () -> checkouts(steps(in), in.run().repository()));
        Optional<Checkout> found = checkoutAt(path, checkouts);
        if (found.isPresent() || in.action().isEmpty()) {
            return found;
        }
        // An action finds what the jobs that use it have checked out.
        Map<String, Boolean> ofJobs = in.definitions()
                .known(
                        UnfollowedReference.class,
                        in.definitions(),
                        () -> ofJobs(in.definitions(), in.run().repository()));
        Optional<Checkout> ofJob = checkoutAt(path, ofJobs);
        return ofJob.isPresent() && ofJob.get().isOwn() ? ofJob : Optional.empty();
    }

    private static Optional<Checkout> checkoutAt(String path, Map<String, Boolean> checkouts) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String folder = path.substring(0, end);
            Boolean own = checkouts.get(folder);
            if (own != null) {
                return Optional.of(new Checkout(folder, path.substring(Math.min(path.length(), end + 1)), own));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Boolean> ofJobs(Definitions definitions, Repository repository) {
        List<Step> steps = new ArrayList<>();
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal) {
                    steps.addAll(normal.liveSteps());
                }
            }
        }
        return checkouts(steps, repository);
    }

    private static List<Step> steps(WorkflowContext in) {
        Optional<Action> action = in.action();
        return action.isPresent()
                ? action.get().liveSteps()
                : in.normalJob().map(NormalJob::liveSteps).orElse(List.of());
    }

    /** By folder the checkouts into a folder of its own, and whether each is of this repository. */
    private static Map<String, Boolean> checkouts(List<Step> steps, Repository repository) {
        Map<String, Boolean> checkouts = new HashMap<>();
        for (Step step : steps) {
            if (step.usesAction("actions/checkout")) {
                NamedValues with = step.uses().orElseThrow().with();
                Optional<String> folder = with.text("path").map(String::strip).flatMap(LocalPath::plain);
                folder.filter(name -> !name.isEmpty())
                        .ifPresent(name -> checkouts.merge(name, isOwn(with, repository), Boolean::logicalAnd));
            }
        }
        return checkouts;
    }

    private static boolean isOwn(NamedValues checkout, Repository repository) {
        String named = checkout.text("repository").orElse("").replace(" ", "");
        Optional<RepositorySlug> slug = repository.slug();
        return named.isEmpty()
                || named.equals("${{github.repository}}")
                || (slug.isPresent() && slug.get().toString().equalsIgnoreCase(named));
    }

    /** A Dockerfile that an action is built from; where the image comes from stands in it alone. */
    @Override
    public void action(Action action, WorkflowContext in) {
        if (!(action.runs() instanceof Action.Docker docker)
                || docker.dockerfile().isEmpty()
                || !in.definitions().areWhole()) {
            return;
        }
        Optional<String> path = Dockerfiles.pathOf(action);
        boolean read = path.isPresent()
                && Dockerfiles.bases(path.get(), in.run().repository(), in.definitions())
                        .isPresent();
        if (!read) {
            String name = docker.dockerfile().get().value();
            in.report(at(in.at(docker.dockerfile().get().span()))
                    .message("The Dockerfile '" + name + "' of this action cannot be read in the repository"
                            + ", so its base images were not checked")
                    .remedy("Name a Dockerfile in the repository, or an image with its digest")
                    .subject("image " + name));
        }
    }

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        if (!Callers.areAllKnown(workflow, in.definitions())) {
            in.report(at(in.at(workflow.on().orElse(workflow.mapping().span())))
                    .message("The workflow is called in more ways than this check follows"
                            + ", so not everything that can trigger it or be passed to it was checked")
                    .remedy("Reduce the number of workflows that call each other")
                    .subject("ways"));
        }
    }

    @Override
    public void job(Job job, WorkflowContext in) {
        Definition definition = in.definition().orElseThrow();
        if (job instanceof NormalJob normal && !JobSteps.areAllKnown(normal, definition, in.definitions())) {
            in.report(at(in.at(job.id().span()))
                    .message("The local actions of the job '" + job.id().value()
                            + "' have more steps than this check follows, so not all of them were checked in this job")
                    .remedy("Reduce the number of actions that use each other")
                    .subject("steps " + job.id().value()));
        }
    }
}
