package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.WorkspaceCode;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** Finds references to the checkout where one to the workflow's own commit is possible. */
@AutoService(Check.class)
@CheckInfo(
        id = "self-repository",
        title = "A local action is taken from the checkout, not from the workflow's own commit",
        severity = Severity.LOW,
        sources = {"https://docs.zizmor.sh/audits/#self-repository"})
public final class SelfRepository implements WorkflowCheck {

    /** How many folders deep a checkout is looked for that callers of an action made. */
    private static final int DEPTH = 8;

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        if (reference.uses() instanceof Uses.Local local) {
            Optional<WorkspaceCode.Found> found = found(in);
            String checkout = local.checkout().isEmpty() ? folder(local, found, in) : local.checkout();
            // What of it stands before the path in the repository.
            String folder = checkout.isEmpty() ? "." : "./" + checkout;
            String path = local.path().substring(Math.min(local.path().length(), folder.length() + 1));
            Optional<RepositorySlug> other =
                    found.isPresent() ? found.get().repository().filter(slug -> !isOwn(slug, in)) : Optional.empty();
            Finding.Builder finding = at(in.at(reference.span())).subject(reference.text());
            if (other.isPresent()) {
                in.report(ofOther(finding, local, found.get().folder(), other.get()));
            } else {
                Optional<String> missing = missing(local, in);
                finding.message("'" + local.path() + "' "
                                + (in.step().isPresent()
                                        ? "is taken from the working tree, which earlier steps can change"
                                        : "is written as what an action takes from the working tree, though it is of the workflow's own"
                                                + " commit"))
                        .remedy("Use '$/" + path + "': "
                                + (isOfAnotherCommit(found)
                                        ? "the file at the workflow's own commit, unless it must be that of the commit which is checked out"
                                        : "the same file at the workflow's own commit")
                                + missing.map(script -> Fix.REFUSED + "its script '" + script
                                                + "' is not in the repository: what a job builds is in no commit")
                                        .orElse(""));
                if (missing.isEmpty() && !path.isEmpty() && local.path().startsWith(folder + "/")) {
                    finding.fix(fix(reference, folder, isSafe(local, found, in)));
                }
                in.report(finding);
            }
        }
    }

    /** What the step finds in its workspace; empty where there is no job whose steps say it. */
    private static Optional<WorkspaceCode.Found> found(WorkflowContext in) {
        if (in.step().isEmpty() || in.normalJob().isEmpty()) {
            return Optional.empty();
        }
        NormalJob job = in.normalJob().get();
        return in.definitions()
                .known(WorkspaceCode.class, job, () -> WorkspaceCode.of(job))
                .of(in.step().get());
    }

    /** The folder of the workspace that the repository's own code lies in, where the path leads; the empty text is the workspace. */
    private static String folder(Uses.Local local, Optional<WorkspaceCode.Found> found, WorkflowContext in) {
        if (found.isPresent() && found.get().isOwn()) {
            return found.get().folder();
        }
        // An action does not say where its callers checked the repository out: the path below that is known again.
        String path = LocalPath.of(local).orElse("");
        int at = in.action().isEmpty() || in.definitions().within(path).isPresent() ? -1 : path.indexOf('/');
        // Silent: what lies deeper is reported as of the workspace, which is true of it, too.
        for (int depth = 0; at >= 0 && depth < DEPTH; depth++) {
            if (in.definitions().within(path.substring(at + 1)).orElse(null) instanceof Action) {
                return path.substring(0, at);
            }
            at = path.indexOf('/', at + 1);
        }
        return "";
    }

    private static boolean isOfAnotherCommit(Optional<WorkspaceCode.Found> found) {
        return found.isPresent() && found.get().isOwn() && !found.get().isOfRun();
    }

    private static boolean isOwn(RepositorySlug slug, WorkflowContext in) {
        Optional<RepositorySlug> own = in.run().repository().slug();
        return own.isPresent() && own.get().same(slug.owner(), slug.name());
    }

    private static Finding.Builder ofOther(
            Finding.Builder finding, Uses.Local local, String folder, RepositorySlug other) {
        String whole = LocalPath.plain(local.path().replace('\\', '/')).orElse("");
        String path = folder.isEmpty() ? whole : whole.substring(Math.min(whole.length(), folder.length() + 1));
        String name = path.isEmpty() ? other.toString() : other + "/" + path;
        return finding.message("'" + local.path() + "' is taken from the working tree, into which '" + other
                        + "' was checked out")
                .remedy("Name the action of that repository at a commit: '" + name + "@<commit>'");
    }

    /** A script of an action that is not in the repository; empty where all are, or it is of another kind. */
    private static Optional<String> missing(Uses.Local local, WorkflowContext in) {
        if (in.definitions().target(local).orElse(null) instanceof Action action
                && action.runs() instanceof Action.JavaScript script) {
            String folder = LocalPath.of(local).orElse("");
            for (YamlScalar file : script.scripts()) {
                Optional<String> path = LocalPath.plain(folder + '/' + file.value());
                if (path.isPresent() && !in.run().repository().exists(path.get())) {
                    return path;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the action is certain to be the same one at the workflow's own commit. */
    private static boolean isSafe(Uses.Local local, Optional<WorkspaceCode.Found> found, WorkflowContext in) {
        if (in.step().isEmpty()) {
            return true;
        }
        // Steps of a composite action run in the workspaces of its callers, whoever they are, and those of a workflow
        // that
        // nothing here calls in that of other repositories.
        Workflow workflow = in.workflow().orElse(null);
        boolean isOfOthers = workflow != null
                && workflow.runsOn("workflow_call")
                && Callers.sites(workflow, in.definitions()).isEmpty();
        return found.isPresent()
                && !isOfOthers
                && found.get().isOfRun()
                && !found.get().isChanged()
                && (!found.get().isRun() || isOfSteps(local, in));
    }

    /** Whether the action is made of steps: other kinds may be built by a script of the job. */
    private static boolean isOfSteps(Uses.Local local, WorkflowContext in) {
        return in.definitions().target(local).orElse(null) instanceof Action action
                && action.runs() instanceof Action.Composite;
    }

    private static Fix fix(UsesReference reference, String folder, boolean isSafe) {
        int start = reference.span().start();
        Span prefix = reference.scalar().source().span(start, start + folder.length());
        return Fix.of(
                "Refer to the workflow's own commit",
                isSafe,
                new Fix.Edit(reference.scalar().source().path(), prefix, "$"));
    }
}
