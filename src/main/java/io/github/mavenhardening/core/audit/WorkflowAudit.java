package io.github.mavenhardening.core.audit;

import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.DefinitionReader;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at a repository's workflows ({@code .github/workflows/*.yml}, ignored by Git or not), actions ({@code action.yml}
 * anywhere among its own files) and the configurations of Dependabot and pre-commit.
 */
public final class WorkflowAudit implements Audit {

    @Override
    public Family family() {
        return Family.WORKFLOWS;
    }

    @Override
    public AuditResult run(CheckContext context, Checks checks) {
        Repository repository = context.repository();
        TreeSet<String> paths = new TreeSet<>(repository.filesIn(DefinitionKind.WORKFLOW_FOLDER));
        paths.addAll(repository.files());
        List<Object> read = paths.parallelStream()
                .map(path -> read(repository, path))
                .flatMap(Optional::stream)
                .toList();
        repository.notes().forEach(context.gaps()::add);
        return inspect(context, checks, read);
    }

    /** Looks at those files alone, wherever they lie; what is no definition by its name is left out. */
    public AuditResult run(CheckContext context, Checks checks, List<SourceFile> files) {
        List<Object> read = files.stream()
                .flatMap(file -> DefinitionKind.ofLooseFile(file.path()).map(kind -> read(file, kind)).stream())
                .toList();
        return inspect(context, checks, read);
    }

    private AuditResult inspect(CheckContext context, Checks checks, List<Object> read) {
        Definitions definitions = new Definitions(of(read, Definition.class), of(read, Unreadable.class));
        List<WorkflowCheck> configured = new ArrayList<>();
        for (WorkflowCheck check : checks.of(WorkflowCheck.class)) {
            configured.add(check.configured(context.optionsOf(check)));
        }
        if (read.isEmpty()) {
            return AuditResult.nothing(
                    family(),
                    "no workflow in .github/workflows, no action.yml in the repository's files, and no configuration of Dependabot"
                            + " or pre-commit");
        }
        WorkflowWalk.Seen seen = new WorkflowWalk(context, definitions, configured).walk();
        List<IgnoreComment> ignores = new ArrayList<>();
        for (Definition definition : definitions.all()) {
            ignores.addAll(IgnoreComments.of(definition));
        }
        return new AuditResult(
                family(),
                definitions.all().isEmpty() ? AuditResult.Outcome.COULD_NOT_CHECK : AuditResult.Outcome.CHECKED,
                seen.findings(),
                new TreeMap<>(Map.of(
                        "workflows", definitions.workflows().size(),
                        "actions", definitions.actions().size(),
                        "configurations", definitions.configurations(),
                        "references", seen.references(),
                        "images", seen.images())),
                ignores,
                List.of());
    }

    /** What that file is; empty for one that is no definition by its name. */
    private static Optional<Object> read(Repository repository, String path) {
        Optional<DefinitionKind> kind = DefinitionKind.ofPath(path);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(repository.read(path), kind.get()));
        } catch (UnreadableFileException e) {
            return Optional.of(new Unreadable(e.location(), e.reason()));
        }
    }

    private static Object read(SourceFile file, DefinitionKind kind) {
        try {
            return DefinitionReader.read(file, kind);
        } catch (UnreadableFileException e) {
            return new Unreadable(e.location(), e.reason());
        }
    }

    private static <T> List<T> of(List<Object> read, Class<T> kind) {
        List<T> of = new ArrayList<>();
        for (Object each : read) {
            if (kind.isInstance(each)) {
                of.add(kind.cast(each));
            }
        }
        return of;
    }
}
