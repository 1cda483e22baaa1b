package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at a repository's workflows ({@code .github/workflows/*.yml}, ignored by Git or not), actions ({@code action.yml}
 * anywhere among its own files) and the configurations of Dependabot and pre-commit.
 */
public final class WorkflowAudit implements Audit {

    private final KnownDefinitions known;
    private final KnownWalks walks;

    /** An audit of one repository. */
    public WorkflowAudit() {
        this(KnownDefinitions.none(), KnownWalks.none());
    }

    private WorkflowAudit(KnownDefinitions known, KnownWalks walks) {
        this.known = known;
        this.walks = walks;
    }

    /**
     * An audit to be run on one version of a repository after the other, by the same checks and the same policy: what is as it
     * was in a version before is neither read nor looked at again.
     *
     * @param kept the most characters of definitions that are kept for the next version; a definition takes some twenty times
     *     as many bytes
     */
    public static WorkflowAudit ofVersions(long kept) {
        return new WorkflowAudit(KnownDefinitions.upTo(kept), KnownWalks.kept());
    }

    @Override
    public Family family() {
        return Family.WORKFLOWS;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        Repository repository = context.repository();
        TreeSet<String> paths = new TreeSet<>();
        List<String> gaps = new ArrayList<>();
        try {
            paths.addAll(repository.filesIn(DefinitionKind.WORKFLOW_FOLDER));
        } catch (UncheckedIOException e) {
            gaps.add("could not be listed: " + DefinitionKind.WORKFLOW_FOLDER + "/");
        }
        paths.addAll(repository.files());
        gaps.addAll(repository.notes());
        for (String gap : gaps) {
            context.gap(gap);
        }
        return inspect(context, checks, DefinitionFiles.of(repository, paths, known), gaps.isEmpty());
    }

    /**
     * The definitions of a repository, which {@link #run(CheckContext, Checks)} looks at.
     *
     * @throws UncheckedIOException when its files cannot be listed
     */
    public static Definitions definitions(Repository repository) {
        TreeSet<String> paths = new TreeSet<>(repository.filesIn(DefinitionKind.WORKFLOW_FOLDER));
        paths.addAll(repository.files());
        return DefinitionFiles.of(repository, paths, KnownDefinitions.none());
    }

    /** Looks at those files alone, wherever they lie; what is not a definition by its name is left out. */
    public AuditResult run(CheckContext context, Checks checks, List<SourceFile> files) {
        return inspect(context, checks, DefinitionFiles.of(files), true);
    }

    /** Hands the definitions to the checks; where not every folder could be listed, that is not a whole look. */
    private AuditResult inspect(CheckContext context, Checks checks, Definitions definitions, boolean listed) {
        boolean nothing =
                definitions.all().isEmpty() && definitions.unreadable().isEmpty();
        if (nothing && listed) {
            return AuditResult.nothing(
                    family(),
                    "no workflow in .github/workflows, no action.yml in the repository's files, and no configuration of Dependabot"
                            + " or pre-commit");
        }
        WalkResult seen = new WorkflowWalk(context, definitions, checks.of(WorkflowCheck.class), walks).walk();
        List<IgnoreComment> ignores = new ArrayList<>();
        for (Definition definition : definitions.all()) {
            ignores.addAll(IgnoreComments.of(definition.document()));
        }
        return new AuditResult(
                        family(),
                        definitions.all().isEmpty() || !listed
                                ? AuditResult.Outcome.COULD_NOT_CHECK
                                : AuditResult.Outcome.CHECKED,
                        new Elements(definitions).named(seen.findings().sorted()),
                        new TreeMap<>(Map.of(
                                "workflows", definitions.workflows().size(),
                                "actions", definitions.actions().size(),
                                "configurations", definitions.configurations(),
                                "references", seen.references(),
                                "images", seen.images())),
                        ignores,
                        List.of())
                .covering(PinCoverage.of(definitions))
                .reaching(AccessMatrix.of(context, definitions));
    }
}
